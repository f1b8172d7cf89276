package io.flexservices.aws;

import io.flexservices.error.KinveyError;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answers to events that are no HTTP requests. Who sent one is unknown, and so is the shape
 * that they would take for an HTTP answer: it is the error itself, or the news that all is well,
 * with the status that it would have.
 */
final class OtherEvents {
  private OtherEvents() {}

  /**
   * Whether an event comes from a schedule, which is how functions are kept warm.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/eventbridge/latest/userguide/event-reference.html">EventBridge
   *     events detail reference</a>, "Scheduled Event"
   */
  static boolean isScheduled(EventObject event) {
    return "Scheduled Event".equals(event.text("detail-type"));
  }

  /** What {@code GET /healthcheck} says; that the function was started is all that was wanted. */
  static Map<String, @Nullable Object> warm() {
    Map<String, @Nullable Object> answer = withStatus(200);
    answer.put("healthy", true);
    return answer;
  }

  /** A refusal, in a sentence. */
  static Map<String, @Nullable Object> refusal(String why) {
    KinveyError error = KinveyError.malformed(why);
    Map<String, @Nullable Object> answer = withStatus(error.status());
    answer.putAll(error.toJson());
    return answer;
  }

  private static Map<String, @Nullable Object> withStatus(int status) {
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("statusCode", status);
    return answer;
  }
}
