package io.flexservices.local.lambda;

import io.flexservices.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** What became of an event. */
sealed interface Result {
  /**
   * The function answered.
   *
   * @param payload its answer, as it wrote it
   */
  record Answer(byte[] payload) implements Result {}

  /**
   * The function failed.
   *
   * @param kind how
   * @param error {@code {errorType, errorMessage, ...}} in JSON, as those who invoke a function
   *     directly get it; it may hold an exception's text, and so never goes to HTTP clients
   */
  record Failure(Kind kind, byte[] error) implements Result {
    /** A failure that Lambda itself tells of. */
    static Failure of(Kind kind, String errorType, String errorMessage) {
      Map<String, String> error = new LinkedHashMap<>();
      error.put("errorType", errorType);
      error.put("errorMessage", errorMessage);
      return new Failure(kind, Json.bytes(error));
    }
  }

  /** How a function may fail, and the sentence that HTTP clients are told. */
  enum Kind {
    /** It told of an error of its own. */
    ERROR("The function failed; its log says why"),
    /** Its handler could not be constructed, or its process ended while it started. */
    INIT("The function's handler cannot be constructed; its log says why"),
    /** Its process ended while it had the event. */
    EXIT("The function's process ended before it answered; its log says why"),
    /** It did not answer in time. */
    TIMEOUT("The function did not answer in time"),
    /** Its answer is larger than the platform passes on. */
    TOO_LARGE("The function's answer is larger than the platform passes on"),
    /** The local runtime is being stopped. */
    STOPPED("The local runtime is stopping");

    private final String sentence;

    Kind(String sentence) {
      this.sentence = sentence;
    }

    String sentence() {
      return sentence;
    }
  }
}
