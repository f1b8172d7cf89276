package io.flexservices.aws;

import io.flexservices.spi.Deadline;
import io.flexservices.spi.FlexRequest;
import io.flexservices.spi.FlexResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An Application Load Balancer whose target group has single values, as it is by default: of a
 * header or parameter that comes several times the balancer passes on the last one.
 *
 * @see LoadBalancerShape
 */
final class LoadBalancer implements EventSource {
  @Override
  public FlexRequest request(EventObject event, long bodyLimit, Deadline deadline) {
    return LoadBalancerShape.request(
        event, event.lines("queryStringParameters"), event.lines("headers"), bodyLimit, deadline);
  }

  @Override
  public Map<String, @Nullable Object> answer(FlexResponse response) {
    Map<String, String> headers = AnswerHeaders.joined(response.headers());
    List<String> cookies = AnswerHeaders.cookies(response.headers());
    if (!cookies.isEmpty()) {
      headers.put(
          "Set-Cookie", cookies.get(0)); // this mode has room for one, and none can be joined
    }
    return LoadBalancerShape.answer(response, "headers", headers);
  }
}
