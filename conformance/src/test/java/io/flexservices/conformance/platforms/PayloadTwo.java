package io.flexservices.conformance.platforms;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What HTTP APIs and function URLs have in common: the payload 2.0. */
final class PayloadTwo {
  private static final String EXAMPLE =
      """
      {
        "version": "2.0",
        "routeKey": "$default",
        "rawPath": "/",
        "rawQueryString": "",
        "headers": {},
        "requestContext": {
          "accountId": "123456789012",
          "apiId": "api-id",
          "domainName": "",
          "domainPrefix": "id",
          "http": {
            "method": "GET",
            "path": "/",
            "protocol": "HTTP/1.1",
            "sourceIp": "192.0.2.1",
            "userAgent": "agent"
          },
          "requestId": "JKJaXmPLvHcESHA=",
          "routeKey": "$default",
          "stage": "$default",
          "time": "12/Mar/2020:19:03:58 +0000",
          "timeEpoch": 1583348638390
        },
        "isBase64Encoded": false
      }
      """;

  private PayloadTwo() {}

  /** The event; header names in lower case, values with commas between them, cookies apart. */
  static Event of(ClientRequest request, String rawPath, String domainName) {
    Lines headers = Lines.ofHeadersInLowerCase(request);
    @Nullable List<String> cookies = headers.lists().remove("cookie");
    Lines query = Lines.ofDecodedQuery(request);
    Event event =
        Event.of(EXAMPLE)
            .put("rawPath", rawPath)
            .put("rawQueryString", request.query())
            .put("headers", headers.joined())
            .put("requestContext.domainName", domainName)
            .put("requestContext.http.method", request.method())
            .put("requestContext.http.path", rawPath)
            .put("isBase64Encoded", request.isBase64());
    if (cookies != null) {
      List<String> each = new ArrayList<>();
      cookies.forEach(line -> each.addAll(List.of(line.split("; "))));
      event.put("cookies", each);
    }
    if (!query.isEmpty()) {
      event.put("queryStringParameters", query.joined());
    }
    String body = EventShape.body(request);
    return body == null ? event : event.put("body", body);
  }
}
