package io.flexservices.testkit;

import static java.util.Objects.requireNonNull;

import io.flexservices.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link FakeBackend} answers to one call. A value.
 *
 * @param status the HTTP status; 0 for no answer at all, the connection is closed
 * @param text the body as it is, be it JSON or not; empty for none
 */
public record FakeAnswer(int status, String text) {
  private static final FakeAnswer NONE = new FakeAnswer(0, "");

  /** Checks the arguments. */
  public FakeAnswer {
    if (status != 0 && (status < 200 || status > 599)) {
      throw new IllegalArgumentException("status is not 0 nor within 200 and 599: " + status);
    }
    requireNonNull(text, "text == null");
  }

  /** An answer with a body: any value with a JSON form. */
  public static FakeAnswer json(int status, @Nullable Object body) {
    return new FakeAnswer(status, Json.text(body));
  }

  /**
   * No answer: the connection is closed when the call was read. HTTP clients, the default one of
   * this SDK among them, may then send a GET, PUT or DELETE once more.
   */
  public static FakeAnswer none() {
    return NONE;
  }
}
