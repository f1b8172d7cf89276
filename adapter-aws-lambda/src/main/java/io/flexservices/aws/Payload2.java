package io.flexservices.aws;

import io.flexservices.spi.Deadline;
import io.flexservices.spi.FlexHeaders;
import io.flexservices.spi.FlexRequest;
import io.flexservices.spi.FlexResponse;
import io.flexservices.spi.QueryParameters;
import io.flexservices.spi.RequestPath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What HTTP APIs and function URLs have in common.
 *
 * <p>Of a header that comes several times the gateway joins the values with commas, and they stay
 * joined: a header that holds JSON has commas of its own. Cookies are an array beside the headers,
 * both ways. The query is taken as it stood in the request line; the decoded map beside it, where a
 * value with a comma and two values look the same, only where that is missing.
 */
final class Payload2 {
  private Payload2() {}

  static FlexRequest request(
      EventObject event, RequestPath path, long bodyLimit, Deadline deadline) {
    return new FlexRequest(
        RequestParts.method(method(event)),
        path,
        query(event),
        headers(event),
        EventBody.of(event, bodyLimit),
        deadline);
  }

  static @Nullable String method(EventObject event) {
    return event.object("requestContext").object("http").text("method");
  }

  static Map<String, @Nullable Object> head(FlexResponse response) {
    Map<String, @Nullable Object> head = new LinkedHashMap<>();
    head.put("statusCode", response.status());
    head.put("headers", AnswerHeaders.joined(response.headers()));
    head.put("cookies", AnswerHeaders.cookies(response.headers()));
    head.put("isBase64Encoded", !response.isText());
    return head;
  }

  private static QueryParameters query(EventObject event) {
    String raw = event.text("rawQueryString");
    return raw != null
        ? QueryParameters.encoded(raw)
        : RequestParts.decodedQuery(event.lines("queryStringParameters"));
  }

  private static FlexHeaders headers(EventObject event) {
    FlexHeaders headers = RequestParts.headers(event.lines("headers"));
    List<String> cookies = event.texts("cookies");
    if (cookies.isEmpty() || headers.first("cookie") != null) {
      return headers;
    }
    return RequestParts.headerLines(event.lines("headers"))
        .add("cookie", String.join("; ", cookies))
        .build();
  }
}
