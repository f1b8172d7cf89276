package io.flexservices.internal.pipeline;

import io.flexservices.spi.FlexHeaders;
import io.flexservices.spi.FlexResponse;

/** Answers with gzip where that is worth it; in use only where the option is on. */
final class Compression {
  /** Under that, one packet carries the answer either way. */
  static final int MINIMUM = 1_024;

  private Compression() {}

  /** The answer for a caller who sent these headers. */
  static FlexResponse apply(FlexResponse answer, FlexHeaders requestHeaders) {
    AcceptEncoding accepted = AcceptEncoding.of(requestHeaders);
    if (answer.body().length < MINIMUM && !accepted.insistsOnGzip()) {
      return answer;
    }
    FlexHeaders.Builder headers = FlexHeaders.builder();
    for (FlexHeaders.Header header : answer.headers().all()) {
      headers.add(header.name(), header.value());
    }
    headers.add("Vary", "Accept-Encoding");
    if (!accepted.prefersGzip()) {
      return new FlexResponse(answer.status(), headers.build(), answer.body());
    }
    headers.add("Content-Encoding", "gzip");
    return new FlexResponse(answer.status(), headers.build(), Gzip.of(answer.body()));
  }
}
