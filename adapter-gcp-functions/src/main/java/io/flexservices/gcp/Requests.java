package io.flexservices.gcp;

import com.google.cloud.functions.HttpRequest;
import io.flexservices.spi.BodyReader;
import io.flexservices.spi.Deadline;
import io.flexservices.spi.FlexHeaders;
import io.flexservices.spi.FlexRequest;
import io.flexservices.spi.QueryParameters;
import io.flexservices.spi.RequestBody;
import io.flexservices.spi.RequestPath;
import io.flexservices.spi.RequestRejected;
import java.io.IOException;

/** The functions framework's requests as the core's. */
final class Requests {
  private Requests() {}

  /**
   * Reads a request. Path and query are taken from {@link HttpRequest#getUri} as they came: {@link
   * HttpRequest#getPath} is half decoded, and {@link HttpRequest#getQueryParameters} loses the
   * order and throws on a malformed escape (functions-framework-java 2.0.0).
   *
   * @throws RequestRejected where an escape is malformed or the body is over the limit
   * @throws IOException where the body cannot be read
   */
  static FlexRequest translate(HttpRequest request, long bodyLimit, Deadline deadline)
      throws IOException {
    RequestUri uri = RequestUri.of(request.getUri());
    RequestPath path = RequestPath.encoded(uri.path());
    QueryParameters query = QueryParameters.encoded(uri.query());
    RequestBody body = BodyReader.read(request.getInputStream(), bodyLimit);
    return new FlexRequest(request.getMethod(), path, query, headers(request), body, deadline);
  }

  /** Values stay whole: some of Kinvey's are JSON texts, commas and all. */
  private static FlexHeaders headers(HttpRequest request) {
    FlexHeaders.Builder headers = FlexHeaders.builder();
    request
        .getHeaders()
        .forEach((name, values) -> values.forEach(value -> headers.add(name, value)));
    return headers.build();
  }
}
