package io.flexservices.aws;

import io.flexservices.spi.Deadline;
import io.flexservices.spi.FlexRequest;
import io.flexservices.spi.FlexResponse;
import io.flexservices.spi.RequestPath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What both modes of a load balancer have in common: the path and the names and values of the query
 * parameters are still encoded, and an answer has a status description and a body, be it empty.
 *
 * <p>The health checks of a target group are events like any other; let them ask for {@code
 * /healthcheck}.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html">Lambda
 *     functions as targets of Application Load Balancers</a>
 */
final class LoadBalancerShape {
  private LoadBalancerShape() {}

  static FlexRequest request(
      EventObject event,
      List<EventObject.Line> query,
      List<EventObject.Line> headers,
      long bodyLimit,
      Deadline deadline) {
    return new FlexRequest(
        RequestParts.method(event.text("httpMethod")),
        RequestPath.encoded(RequestParts.path(event.text("path"))),
        RequestParts.encodedQuery(query),
        RequestParts.headers(headers),
        EventBody.of(event, bodyLimit),
        deadline);
  }

  static Map<String, @Nullable Object> answer(
      FlexResponse response, String headersName, Map<String, ?> headers) {
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("statusCode", response.status());
    answer.put("statusDescription", StatusDescription.of(response.status()));
    answer.put(headersName, headers);
    answer.put("body", response.text());
    answer.put("isBase64Encoded", false);
    return answer;
  }
}
