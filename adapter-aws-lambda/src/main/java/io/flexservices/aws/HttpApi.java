package io.flexservices.aws;

import io.flexservices.spi.Deadline;
import io.flexservices.spi.FlexRequest;
import io.flexservices.spi.FlexResponse;
import io.flexservices.spi.RequestPath;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * HTTP APIs of API Gateway with payload 2.0.
 *
 * @see HttpApiPath
 * @see <a
 *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html">Lambda
 *     integrations of HTTP APIs</a>
 */
final class HttpApi implements EventSource {
  @Override
  public FlexRequest request(EventObject event, long bodyLimit, Deadline deadline) {
    return Payload2.request(event, path(event), bodyLimit, deadline);
  }

  @Override
  public @Nullable String method(EventObject event) {
    return Payload2.method(event);
  }

  @Override
  public Map<String, @Nullable Object> head(FlexResponse response) {
    return Payload2.head(response);
  }

  private static RequestPath path(EventObject event) {
    EventObject context = event.object("requestContext");
    return HttpApiPath.of(
        RequestParts.path(event.text("rawPath")),
        context.object("http").text("path"),
        context.text("stage"));
  }
}
