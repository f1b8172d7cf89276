package io.flexservices.spi;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;

/**
 * The answer to a request, which an adapter puts into its platform's form.
 *
 * @param status the HTTP status
 * @param headers the headers, the content type among them
 * @param body the body in UTF-8; empty in the answer to a HEAD request
 */
public record FlexResponse(int status, FlexHeaders headers, byte[] body) {
  /** Checks the arguments. */
  public FlexResponse {
    requireNonNull(headers, "headers == null");
    requireNonNull(body, "body == null");
  }

  /** The body as text, for platforms whose answers are JSON themselves. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }
}
