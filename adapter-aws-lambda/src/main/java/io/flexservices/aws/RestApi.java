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
 * API, whose events alone have the member {@code version}, has it in front. Behind a custom domain
 * the base path mapping stands in front of either; {@link Mapping} tells it. An answer with members
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

  private final boolean ofHttpApi;

  private RestApi(boolean ofHttpApi) {
    this.ofHttpApi = ofHttpApi;
  }

  /** The source of an event with this payload. */
  static RestApi of(EventObject event) {
    return new RestApi(event.has("version"));
  }

  @Override
  public Duration patience(EventObject event) {
    return ofHttpApi ? HttpApi.PATIENCE : PATIENCE;
  }

  @Override
  public FlexRequest request(EventObject event, long bodyLimit, Deadline deadline) {
    return new FlexRequest(
        RequestParts.method(method(event)),
        path(event),
        RequestParts.decodedQuery(
            event.lines("multiValueQueryStringParameters", "queryStringParameters")),
        headers(event),
        EventBody.of(event, bodyLimit),
        deadline);
  }

  @Override
  public @Nullable String method(EventObject event) {
    return event.text("httpMethod");
  }

  @Override
  public Map<String, @Nullable Object> head(FlexResponse response) {
    Map<String, @Nullable Object> head = new LinkedHashMap<>();
    head.put("statusCode", response.status());
    head.put("multiValueHeaders", AnswerHeaders.lists(response.headers()));
    head.put("isBase64Encoded", !response.isText());
    return head;
  }

  /**
   * A REST API decodes Base64 only where its binary media types match the request's {@code Accept},
   * which no event tells; else the client would get the Base64 for gzip. It compresses by itself
   * where its {@code minimumCompressionSize} is set. An HTTP API decodes always.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/lambda-proxy-binary-media.html">Return
   *     binary media from a Lambda proxy integration</a>
   */
  @Override
  public boolean takesCompressed() {
    return ofHttpApi;
  }

  private RequestPath path(EventObject event) {
    String path = RequestParts.path(event.text("path"));
    String ofApi =
        ofHttpApi
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
