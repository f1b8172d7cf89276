package io.flexservices.gcp;

import com.google.cloud.functions.HttpResponse;
import io.flexservices.spi.FlexHeaders;
import io.flexservices.spi.FlexResponse;
import java.io.IOException;

/** The core's answers as the functions framework's responses. */
final class Responses {
  private Responses() {}

  /**
   * Writes an answer. Its length goes ahead: without it a large answer would be sent in chunks, and
   * for those the platform's limit is a third.
   *
   * @throws IOException where the caller has gone
   */
  static void write(FlexResponse answer, HttpResponse response) throws IOException {
    response.setStatusCode(answer.status());
    for (FlexHeaders.Header header : answer.headers().all()) {
      write(header, response);
    }
    if (answer.body().length > 0) {
      if (answer.headers().first("Content-Length") == null) {
        response.appendHeader("Content-Length", String.valueOf(answer.body().length));
      }
      response.getOutputStream().write(answer.body());
    }
  }

  private static void write(FlexHeaders.Header header, HttpResponse response) {
    if (header.name().equalsIgnoreCase("Content-Type")) {
      response.setContentType(header.value());
    } else {
      response.appendHeader(header.name(), header.value());
    }
  }
}
