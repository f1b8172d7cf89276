package io.flexservices.json;

/**
 * A text that is no JSON within the {@linkplain JsonLimits limits}, a value that has no JSON form,
 * or a member of another type than the one asked for.
 *
 * <p>The message is a sentence that may be shown to a client: it names positions, types and limits,
 * and never repeats the text itself.
 */
public final class JsonException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** An exception with a message that holds nothing of the text that was read. */
  public JsonException(String message) {
    super(message);
  }

  JsonException(String message, Throwable cause) {
    super(message, cause);
  }
}
