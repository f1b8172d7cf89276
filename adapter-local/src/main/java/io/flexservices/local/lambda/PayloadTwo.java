package io.flexservices.local.lambda;

import io.flexservices.json.Json;
import io.flexservices.spi.FlexHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The payload 2.0, which HTTP APIs and function URLs share but for a few members. Source: API
 * Gateway's developer guide, "Create AWS Lambda proxy integrations for HTTP APIs".
 */
final class PayloadTwo {
  private PayloadTwo() {}

  /** The members that both have, up to the request context. */
  static Map<String, @Nullable Object> event(HttpCall call, String rawPath, Pairs headers) {
    Map<String, @Nullable Object> event = new LinkedHashMap<>();
    event.put("version", "2.0");
    event.put("routeKey", "$default");
    event.put("rawPath", rawPath);
    event.put("rawQueryString", call.query() == null ? "" : call.query());
    List<String> cookies = cookies(call);
    if (!cookies.isEmpty()) {
      event.put("cookies", cookies);
    }
    event.put("headers", headers.inLowerCase().joined());
    Pairs query = Pairs.ofQuery(call.query()).decodedWhereValid();
    if (!query.isEmpty()) {
      event.put("queryStringParameters", query.joined());
    }
    return event;
  }

  /** Adds the body, where there is one, and how it is encoded. */
  static void putBody(Map<String, @Nullable Object> event, HttpCall call) {
    EventBody body = EventBody.byContentType(call);
    if (!body.text().isEmpty()) {
      event.put("body", body.text());
    }
    event.put("isBase64Encoded", body.isBase64());
  }

  /** The request context; who called and where it is, is up to the source. */
  static Map<String, @Nullable Object> context(
      HttpCall call, Stamp stamp, String path, String account, String domain) {
    Map<String, @Nullable Object> context = new LinkedHashMap<>();
    context.put("accountId", account);
    context.put("apiId", FunctionIdentity.API);
    context.put("domainName", FunctionIdentity.API + domain);
    context.put("domainPrefix", FunctionIdentity.API);
    context.put("http", http(call, path));
    context.put("requestId", stamp.requestId());
    context.put("routeKey", "$default");
    context.put("stage", "$default");
    context.put("time", stamp.requestTime());
    context.put("timeEpoch", stamp.time().toEpochMilli());
    return context;
  }

  /**
   * The HTTP answer. An answer without {@code statusCode} is the body of a 200: a string as its
   * text, anything else as JSON.
   */
  static HttpAnswer answer(@Nullable Object answer, String contentType) {
    if (!(answer instanceof Map<?, ?> members && members.get("statusCode") != null)) {
      String text = answer instanceof String string ? string : Json.text(answer);
      return new HttpAnswer(200, FlexHeaders.empty(), text.getBytes(StandardCharsets.UTF_8))
          .orContentType("application/json");
    }
    AnswerReader reader = AnswerReader.of(answer);
    return reader.with(reader.headers(), reader.cookies()).orContentType(contentType);
  }

  private static Map<String, @Nullable Object> http(HttpCall call, String path) {
    Map<String, @Nullable Object> http = new LinkedHashMap<>();
    http.put("method", call.method());
    http.put("path", path);
    http.put("protocol", call.connection().protocol());
    http.put("sourceIp", call.connection().sourceIp());
    http.put("userAgent", call.headers().firstOrEmpty("User-Agent"));
    return http;
  }

  private static List<String> cookies(HttpCall call) {
    return call.headers().all().stream()
        .filter(header -> header.name().equalsIgnoreCase("Cookie"))
        .flatMap(header -> Arrays.stream(header.value().split(";", -1)))
        .map(String::trim)
        .filter(cookie -> !cookie.isEmpty())
        .toList();
  }
}
