package io.flexservices.aws;

import com.amazonaws.services.lambda.runtime.Context;
import io.flexservices.json.JsonObject;
import io.flexservices.runtime.FlexRuntime;
import io.flexservices.spi.Deadline;
import io.flexservices.spi.FlexResponse;
import io.flexservices.spi.TaskDelivery;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Background work as Lambda brings it: an asynchronous invocation whose event, or a schedule whose
 * input, is {@code {"flexBackground": {...}}}. Only who may invoke the function can send one; what
 * is inside an HTTP event is none.
 *
 * <p>Work that has no key of its own has the invocation's request id for one, which the retries of
 * that invocation share. Source: the AWS Knowledge Center, "How do I prevent a Lambda function from
 * being invoked multiple times for the same event": duplicates that have the same request id are
 * retries of the Lambda service.
 */
final class BackgroundEvents {
  private static final String MEMBER = "flexBackground";

  private final FlexRuntime runtime;
  private final AttemptCounts attempts = new AttemptCounts();

  BackgroundEvents(FlexRuntime runtime) {
    this.runtime = runtime;
  }

  /** Whether an event that is no HTTP request is one of these. */
  static boolean matches(EventObject event) {
    return event.has(MEMBER);
  }

  /**
   * Does the work.
   *
   * @return the answer, which only who invokes the function synchronously gets to see
   * @throws TaskFailedException where it failed, so that Lambda tries again, and sends what it
   *     gives up to the destination for failures
   */
  byte[] run(JsonObject event, Deadline deadline, @Nullable Context context) {
    String id = context == null ? UUID.randomUUID().toString() : context.getAwsRequestId();
    FlexResponse response =
        runtime.runTask(event, new TaskDelivery(id, attempts.next(id), deadline));
    if (response.status() != 200) {
      throw new TaskFailedException(sentence(response));
    }
    return response.body();
  }

  private static String sentence(FlexResponse response) {
    JsonObject body = JsonObject.parse(response.text());
    return body.has("task")
        ? "The background task %s with the key %s failed with %d; the log says why"
            .formatted(body.string("task"), body.string("key"), response.status())
        : "The background event is refused with %d: %s"
            .formatted(response.status(), body.string("debug"));
  }
}
