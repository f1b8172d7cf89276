package io.flexservices.aws;

import io.flexservices.spi.Deadline;
import io.flexservices.spi.FlexRequest;
import io.flexservices.spi.FlexResponse;
import io.flexservices.spi.RequestPath;
import java.time.Duration;
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
  /**
   * The integration's time-out, which cannot be raised.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html">Quotas
   *     for HTTP APIs</a>
   */
  static final Duration PATIENCE = Duration.ofSeconds(30);

  @Override
  public Duration patience(EventObject event) {
    return PATIENCE;
  }

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
