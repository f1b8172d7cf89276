package io.flexservices.local.lambda;

import io.flexservices.spi.FlexHeaders;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Invokes the function with an event as it is, on the path that Lambda's own API and AWS's
 * emulators have: the answer is the function's, and the header {@code X-Amz-Function-Error} says
 * that it failed. With {@code X-Amz-Invocation-Type: Event} the event is queued and answered 202.
 * Source: Lambda's API reference, "Invoke".
 */
final class DirectCalls {
  private static final Pattern PATH = Pattern.compile("/2015-03-31/functions/[^/]+/invocations");

  private final EnvironmentPool pool;
  private final AsyncInvocations queue;
  private final @Nullable SignatureCheck signatures;
  private final boolean platformLimits;

  /**
   * Calls for a function.
   *
   * @param signatures null where nothing needs to be signed
   */
  DirectCalls(
      EnvironmentPool pool,
      AsyncInvocations queue,
      @Nullable SignatureCheck signatures,
      boolean platformLimits) {
    this.pool = pool;
    this.queue = queue;
    this.signatures = signatures;
    this.platformLimits = platformLimits;
  }

  /** Whether a request is one of these. */
  static boolean matches(HttpCall call) {
    return call.method().equals("POST") && PATH.matcher(call.path()).matches();
  }

  /** The answer to a request. Blocks until it is there. */
  HttpAnswer answer(HttpCall call) {
    String refusal = signatures == null ? null : signatures.refusal(call);
    if (refusal != null) {
      return HttpAnswer.message(403, refusal);
    }
    boolean isAsync = "Event".equals(call.headers().first("X-Amz-Invocation-Type"));
    long limit = limit(isAsync);
    if (call.body().length > limit) {
      return Refusals.tooLarge("event", limit);
    }
    String id = UUID.randomUUID().toString();
    if (isAsync) {
      queue.add(id, call.body());
      FlexHeaders headers = FlexHeaders.builder().add("X-Amzn-RequestId", id).build();
      return new HttpAnswer(202, headers, new byte[0]);
    }
    Result result = pool.invoke(id, call.body());
    if (result instanceof Result.Answer answer && isTooLarge(answer)) {
      result = tooLarge();
    }
    FlexHeaders.Builder headers =
        FlexHeaders.builder()
            .add("Content-Type", "application/json")
            .add("X-Amzn-RequestId", id)
            .add("X-Amz-Executed-Version", "$LATEST");
    if (result instanceof Result.Answer answer) {
      return new HttpAnswer(200, headers.build(), answer.payload());
    }
    headers.add("X-Amz-Function-Error", "Unhandled");
    return new HttpAnswer(200, headers.build(), ((Result.Failure) result).error());
  }

  private long limit(boolean isAsync) {
    if (!platformLimits) {
      return PlatformLimits.EVENT_WITHOUT_LIMITS;
    }
    return isAsync ? PlatformLimits.ASYNC_EVENT : PlatformLimits.EVENT;
  }

  private boolean isTooLarge(Result.Answer answer) {
    return platformLimits && answer.payload().length > PlatformLimits.ANSWER;
  }

  private static Result tooLarge() {
    return Result.Failure.of(
        Result.Kind.TOO_LARGE, "Function.ResponseSizeTooLarge", Result.Kind.TOO_LARGE.sentence());
  }
}
