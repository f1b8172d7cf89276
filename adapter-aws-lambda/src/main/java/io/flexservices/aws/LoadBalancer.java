package io.flexservices.aws;

import io.flexservices.spi.Deadline;
import io.flexservices.spi.FlexRequest;
import io.flexservices.spi.FlexResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An Application Load Balancer whose target group has single values, as it is by default: of a
 * header or parameter that comes several times the balancer passes on the last one.
 *
 * <p>An answer has one value for a name, and cookies cannot be joined. The balancer takes names of
 * another case for other names, so each cookie has a spelling of its own: undocumented, and what
 * other frameworks rely on (mangum's {@code case_mutated_headers}). A target group with multi-value
 * headers does not need it.
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
  public Map<String, @Nullable Object> head(FlexResponse response) {
    Map<String, String> headers = new LinkedHashMap<>(AnswerHeaders.joined(response.headers()));
    List<String> cookies = AnswerHeaders.cookies(response.headers());
    for (int i = 0; i < cookies.size(); i++) {
      headers.put(AnswerHeaders.setCookie(i), cookies.get(i));
    }
    return LoadBalancerShape.head(response, "headers", headers);
  }

  @Override
  public @Nullable String method(EventObject event) {
    return LoadBalancerShape.method(event);
  }

  @Override
  public String words() {
    return LoadBalancerShape.NAME;
  }

  @Override
  public long limit() {
    return LoadBalancerShape.LIMIT;
  }
}
