package io.flexservices.local.lambda;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * API Gateway's HTTP API (payload 2.0) with the route {@code $default}.
 *
 * <p>The platform hands the path over decoded, so that {@code %2F} inside an id is lost for good.
 * Here the path stays as the client sent it, so that the function sees all of it, unless the
 * platform's limits are asked for; then it is decoded as on the platform.
 */
final class HttpApi implements Gateway {
  private final boolean decodesPath;

  /**
   * An HTTP API.
   *
   * @param decodesPath whether the path is decoded, as on the platform
   */
  HttpApi(boolean decodesPath) {
    this.decodesPath = decodesPath;
  }

  @Override
  public Map<String, @Nullable Object> event(HttpCall call, Stamp stamp) {
    String path = decodesPath ? PathDecoder.decode(call.path()) : call.path();
    String domain = ".execute-api." + stamp.function().region() + ".amazonaws.com";
    Pairs headers = Pairs.of(call.headers()).without("Cookie");
    Map<String, @Nullable Object> event = PayloadTwo.event(call, path, headers);
    event.put(
        "requestContext", PayloadTwo.context(call, stamp, path, FunctionIdentity.ACCOUNT, domain));
    PayloadTwo.putBody(event, call);
    return event;
  }

  @Override
  public HttpAnswer answer(@Nullable Object answer) {
    return PayloadTwo.answer(answer, "text/plain; charset=utf-8");
  }

  @Override
  public int timeoutStatus() {
    return 504;
  }

  @Override
  public long requestBodyLimit() {
    return PlatformLimits.API_GATEWAY_BODY;
  }

  @Override
  public long answerLimit() {
    return PlatformLimits.ANSWER;
  }
}
