package io.flexservices.json;

/**
 * A text that is no JSON within the {@linkplain JsonLimits limits}, a value that has no JSON form,
 * or a member of another type than the one asked for.
 *
 * <p>The message is a sentence that may be shown to a client: it names positions, types and limits,
 * and never repeats the text itself.
 *
 * <p>{@link #isOverLimit()} tells a text that is JSON and more than is read here from one that is
 * malformed: gaps in what Kinvey sends count as empty, attacks on the parser do not.
 */
public final class JsonException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean overLimit;

  /** An exception with a message that holds nothing of the text that was read. */
  public JsonException(String message) {
    super(message);
    this.overLimit = false;
  }

  JsonException(String message, Throwable cause) {
    super(message, cause);
    this.overLimit = false;
  }

  private JsonException(String message, boolean overLimit) {
    super(message);
    this.overLimit = overLimit;
  }

  /** A text that holds more than the limits allow. */
  static JsonException overLimit(String message) {
    return new JsonException(message, true);
  }

  /** Whether the text was refused for one of the {@linkplain JsonLimits limits}. */
  public boolean isOverLimit() {
    return overLimit;
  }
}
