package io.flexservices.aws.runtime;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer of HTTP.
 *
 * @param headers by their names in lower case
 */
record HttpAnswer(int status, Map<String, String> headers, byte[] body) {
  private static final int SHOWN = 500;

  /** A header, by its name in lower case; null where there is none. */
  @Nullable String header(String name) {
    return headers.get(name);
  }

  boolean isSuccess() {
    return status / 100 == 2;
  }

  /** Whether the connection cannot take another request. */
  boolean endsConnection() {
    return "close".equalsIgnoreCase(header("connection"));
  }

  /** For a message: the status, and what comes with it. */
  String describe() {
    String text = new String(body, 0, Math.min(body.length, SHOWN), StandardCharsets.UTF_8).strip();
    return text.isEmpty() ? Integer.toString(status) : status + ": " + text;
  }
}
