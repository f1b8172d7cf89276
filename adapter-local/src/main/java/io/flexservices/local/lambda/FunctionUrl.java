package io.flexservices.local.lambda;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A function URL: as an HTTP API, but {@code rawPath} stays encoded beside a decoded {@code
 * requestContext.http.path}, and cookies are in {@code cookies} and in the header. Source: Lambda's
 * developer guide, "Invoking Lambda function URLs".
 */
final class FunctionUrl implements Gateway {
  @Override
  public Map<String, @Nullable Object> event(HttpCall call, Stamp stamp) {
    String domain = ".lambda-url." + stamp.function().region() + ".on.aws";
    String decoded = PathDecoder.decode(call.path());
    Map<String, @Nullable Object> event =
        PayloadTwo.event(call, call.path(), Pairs.of(call.headers()));
    event.put("requestContext", PayloadTwo.context(call, stamp, decoded, "anonymous", domain));
    PayloadTwo.putBody(event, call);
    return event;
  }

  @Override
  public HttpAnswer answer(@Nullable Object answer) {
    return PayloadTwo.answer(answer, "application/json");
  }

  @Override
  public int timeoutStatus() {
    return 504;
  }

  @Override
  public long requestBodyLimit() {
    return PlatformLimits.EVENT;
  }

  @Override
  public long answerLimit() {
    return PlatformLimits.ANSWER;
  }
}
