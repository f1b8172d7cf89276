package io.flexservices.aws;

import io.flexservices.spi.Deadline;
import io.flexservices.spi.FlexHeaders;
import io.flexservices.spi.FlexRequest;
import io.flexservices.spi.FlexResponse;
import io.flexservices.spi.RequestPath;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * API Gateway's payload 1.0: REST APIs, and HTTP APIs that are set to it.
 *
 * <p>The path is still encoded; the query parameters are decoded, and complete only in the map with
 * many values, as are the headers. The path of a REST API is without the stage; that of an HTTP
 * API, whose events alone have the member {@code version}, has it in front. An answer with members
 * other than these four is refused by the gateway with 502.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html">Lambda
 *     proxy integrations in API Gateway</a>
 */
final class RestApi implements EventSource {
  /**
   * The integration's time-out as it is unless the account had it raised.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html">Quotas
   *     for REST APIs</a>
   */
  private static final Duration PATIENCE = Duration.ofSeconds(29);

  @Override
  public Duration patience(EventObject event) {
    return event.has("version") ? HttpApi.PATIENCE : PATIENCE;
  }

  @Override
  public FlexRequest request(EventObject event, long bodyLimit, Deadline deadline) {
    return new FlexRequest(
        RequestParts.method(event.text("httpMethod")),
        RequestPath.encoded(path(event)),
        RequestParts.decodedQuery(
            event.lines("multiValueQueryStringParameters", "queryStringParameters")),
        headers(event),
        EventBody.of(event, bodyLimit),
        deadline);
  }

  @Override
  public Map<String, @Nullable Object> answer(FlexResponse response) {
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("statusCode", response.status());
    answer.put("multiValueHeaders", AnswerHeaders.lists(response.headers()));
    answer.put("body", response.text());
    answer.put("isBase64Encoded", false);
    return answer;
  }

  private static String path(EventObject event) {
    String path = RequestParts.path(event.text("path"));
    return event.has("version")
        ? PathPrefix.withoutStage(path, event.object("requestContext").text("stage"))
        : path;
  }

  private static FlexHeaders headers(EventObject event) {
    return RequestParts.headers(event.lines("multiValueHeaders", "headers"));
  }
}
