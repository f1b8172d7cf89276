package io.flexservices.spi;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;

/**
 * The answer to a request, which an adapter puts into its platform's form.
 *
 * @param status the HTTP status
 * @param headers the headers, the content type among them: tokens for names, printable ASCII for
 *     values, and none that belongs to a connection
 * @param body the body in UTF-8, or compressed; empty in the answer to a HEAD request
 */
public record FlexResponse(int status, FlexHeaders headers, byte[] body) {
  /**
   * Checks the arguments.
   *
   * @throws IllegalArgumentException where a header may not be in an answer; the message names it
   */
  public FlexResponse {
    requireNonNull(headers, "headers == null");
    requireNonNull(body, "body == null");
    AnswerHeaderGate.check(headers, body.length);
  }

  /** Whether the body is text, and not compressed. */
  public boolean isText() {
    return headers.first("Content-Encoding") == null;
  }

  /** The body as text, for platforms whose answers are JSON themselves. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /**
   * The answer to a HEAD request where this is the answer to GET: the same headers, and the length
   * of the body in place of it.
   */
  public FlexResponse withoutBody() {
    if (body.length == 0) {
      return this;
    }
    FlexHeaders.Builder length = FlexHeaders.builder();
    for (FlexHeaders.Header header : headers.all()) {
      if (!header.name().equalsIgnoreCase("Content-Length")) {
        length.add(header.name(), header.value());
      }
    }
    length.add("Content-Length", String.valueOf(body.length));
    return new FlexResponse(status, length.build(), new byte[0]);
  }
}
