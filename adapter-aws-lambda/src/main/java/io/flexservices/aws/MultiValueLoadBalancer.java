package io.flexservices.aws;

import io.flexservices.spi.Deadline;
import io.flexservices.spi.FlexRequest;
import io.flexservices.spi.FlexResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An Application Load Balancer whose target group has {@code lambda.multi_value_headers.enabled}:
 * headers and parameters are lists, in the event and in the answer.
 *
 * @see LoadBalancerShape
 */
final class MultiValueLoadBalancer implements EventSource {
  @Override
  public FlexRequest request(EventObject event, long bodyLimit, Deadline deadline) {
    return LoadBalancerShape.request(
        event,
        event.lines("multiValueQueryStringParameters", "queryStringParameters"),
        event.lines("multiValueHeaders", "headers"),
        bodyLimit,
        deadline);
  }

  @Override
  public Map<String, @Nullable Object> answer(FlexResponse response) {
    return LoadBalancerShape.answer(
        response, "multiValueHeaders", AnswerHeaders.lists(response.headers()));
  }
}
