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
  /** The maximum size of the response JSON is 1 MB, says the page named above. */
  static final long LIMIT = 1_048_576;

  static final String NAME = "a load balancer in front of AWS Lambda";

  private LoadBalancerShape() {}

  static FlexRequest request(
      EventObject event,
      List<EventObject.Line> query,
      List<EventObject.Line> headers,
      long bodyLimit,
      Deadline deadline) {
    return new FlexRequest(
        RequestParts.method(method(event)),
        RequestPath.encoded(RequestParts.path(event.text("path"))),
        RequestParts.encodedQuery(query),
        RequestParts.headers(headers),
        EventBody.of(event, bodyLimit),
        deadline);
  }

  static @Nullable String method(EventObject event) {
    return event.text("httpMethod");
  }

  static Map<String, @Nullable Object> head(
      FlexResponse response, String headersName, Map<String, ?> headers) {
    Map<String, @Nullable Object> head = new LinkedHashMap<>();
    head.put("statusCode", response.status());
    head.put("statusDescription", StatusDescription.of(response.status()));
    head.put(headersName, headers);
    head.put("isBase64Encoded", !response.isText());
    return head;
  }
}
