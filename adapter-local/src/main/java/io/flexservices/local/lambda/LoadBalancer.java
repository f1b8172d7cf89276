package io.flexservices.local.lambda;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An Application Load Balancer whose target group has multi-value headers off or on.
 *
 * <p>Neither path nor query is decoded; header names are in lower case. Off, of each name the last
 * value counts; on, there are lists only, both ways. Source: the user guide of Application Load
 * Balancers, "Use Lambda functions as targets".
 */
final class LoadBalancer implements Gateway {
  private final boolean isMultiValue;

  /**
   * A load balancer.
   *
   * @param isMultiValue whether the target group has multi-value headers on
   */
  LoadBalancer(boolean isMultiValue) {
    this.isMultiValue = isMultiValue;
  }

  @Override
  public Map<String, @Nullable Object> event(HttpCall call, Stamp stamp) {
    Pairs headers = Pairs.of(call.headers()).inLowerCase();
    Pairs query = Pairs.ofQuery(call.query());
    EventBody body = EventBody.byContentType(call);
    Map<String, @Nullable Object> event = new LinkedHashMap<>();
    event.put(
        "requestContext",
        Map.of("elb", Map.of("targetGroupArn", stamp.function().targetGroupArn())));
    event.put("httpMethod", call.method());
    event.put("path", call.path());
    if (isMultiValue) {
      event.put("multiValueQueryStringParameters", query.all());
      event.put("multiValueHeaders", headers.all());
    } else {
      event.put("queryStringParameters", query.last());
      event.put("headers", headers.last());
    }
    event.put("body", body.text());
    event.put("isBase64Encoded", body.isBase64());
    return event;
  }

  @Override
  public HttpAnswer answer(@Nullable Object answer) {
    AnswerReader reader = AnswerReader.of(answer);
    Pairs headers = isMultiValue ? reader.multiValueHeaders() : reader.headers();
    return reader.with(headers).orContentType("application/octet-stream");
  }

  /** A load balancer counts a function that did not answer in time among the bad gateways. */
  @Override
  public int timeoutStatus() {
    return 502;
  }

  @Override
  public long requestBodyLimit() {
    return PlatformLimits.LOAD_BALANCER;
  }

  @Override
  public long answerLimit() {
    return PlatformLimits.LOAD_BALANCER;
  }
}
