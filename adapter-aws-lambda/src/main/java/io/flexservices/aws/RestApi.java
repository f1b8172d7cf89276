package io.flexservices.aws;

import io.flexservices.spi.Deadline;
import io.flexservices.spi.FlexHeaders;
import io.flexservices.spi.FlexRequest;
import io.flexservices.spi.FlexResponse;
import io.flexservices.spi.RequestPath;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * API Gateway's payload 1.0: REST APIs, and HTTP APIs that are set to it.
 *
 * <p>The path is still encoded; the query parameters are decoded, and complete only in the map with
 * many values, as are the headers. The path of a REST API is without the stage; that of an HTTP
 * API, whose events alone have the member {@code version}, has it in front. Behind a custom domain
 * the base path mapping stands in front of either; {@link Mapping} tells it. An answer with members
 * other than these four is refused by the gateway with 502.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html">Lambda
 *     proxy integrations in API Gateway</a>
 */
final class RestApi implements EventSource {
  @Override
  public FlexRequest request(EventObject event, long bodyLimit, Deadline deadline) {
    return new FlexRequest(
        RequestParts.method(event.text("httpMethod")),
        path(event),
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

  private static RequestPath path(EventObject event) {
    String path = RequestParts.path(event.text("path"));
    String ofApi =
        event.has("version")
            ? PathPrefix.withoutStage(path, event.object("requestContext").text("stage"))
            : path;
    RequestPath request = RequestPath.encoded(ofApi);
    return request.mountedBehind(
        Mapping.segments(request, event.text("resource"), event.object("pathParameters")));
  }

  private static FlexHeaders headers(EventObject event) {
    return RequestParts.headers(event.lines("multiValueHeaders", "headers"));
  }
}
