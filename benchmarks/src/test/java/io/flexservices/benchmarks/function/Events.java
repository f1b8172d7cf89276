package io.flexservices.benchmarks.function;

import io.flexservices.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a function is sent: Kinvey's requests as events of a function URL.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html">Lambda's guide,
 *     "Request payload format"</a>
 */
final class Events {
  static final String SECRET = "a shared secret";

  /** The name and text of a record of the large body. */
  private static final String SENTENCE = "A record as there are many, with a text of some length, ";

  private Events() {}

  /** {@code GET /widgets/42}. */
  static Request get() {
    return new Request(
        event("GET", "/widgets/42", null),
        body -> body.equals(Map.of("_id", "42", "name", "thing")));
  }

  /** An echo function with a body of one kilobyte. */
  static Request echo() {
    Map<String, Object> body = records(1_000);
    Map<String, Object> task =
        Map.of(
            "objectName", "widgets", "hookType", "customEndpoint", "method", "POST", "body", body);
    return new Request(
        event("POST", "/_flexFunctions/echo", Json.text(task)),
        answer ->
            answer instanceof Map<?, ?> both
                && both.get("response") instanceof Map<?, ?> response
                && body.equals(response.get("body")));
  }

  /** An insert of one record of so many bytes, which is answered with the record. */
  static Request insert(int bytes) {
    Map<String, Object> body = records(bytes);
    return new Request(event("POST", "/widgets", Json.text(body)), body::equals);
  }

  /** An object whose JSON is about as long, and never longer. */
  private static Map<String, Object> records(int bytes) {
    List<Map<String, Object>> records = new ArrayList<>();
    int length = 20;
    while (true) {
      Map<String, Object> record = new LinkedHashMap<>();
      record.put("_id", "58450d87c077970e38a3" + records.size());
      record.put("name", "widget " + records.size());
      record.put("tags", List.of("new", "blue"));
      record.put("sold", records.size() % 2 == 0);
      record.put("description", SENTENCE);
      length += Json.text(record).length() + 1;
      if (length > bytes) {
        return Map.of("records", records);
      }
      records.add(record);
    }
  }

  private static byte[] event(String method, String path, @Nullable String body) {
    Map<String, @Nullable Object> event = new LinkedHashMap<>();
    event.put("version", "2.0");
    event.put("routeKey", "$default");
    event.put("rawPath", path);
    event.put("rawQueryString", "");
    event.put("headers", headers(body));
    event.put("requestContext", context(method, path));
    if (body != null) {
      event.put("body", body);
    }
    event.put("isBase64Encoded", false);
    return Json.bytes(event);
  }

  private static Map<String, Object> headers(@Nullable String body) {
    Map<String, Object> headers = new LinkedHashMap<>();
    headers.put("accept", "application/json");
    headers.put("content-type", "application/json");
    headers.put("content-length", Integer.toString(body == null ? 0 : body.length()));
    headers.put("host", "id.lambda-url.us-east-1.on.aws");
    headers.put("x-amzn-trace-id", "Root=1-5e6722a7-cc56xmpl46db7ae02d4da47e");
    headers.put("x-auth-key", SECRET);
    headers.put("x-forwarded-for", "205.255.255.176");
    headers.put("x-forwarded-port", "443");
    headers.put("x-forwarded-proto", "https");
    headers.put(
        "x-kinvey-app-metadata",
        Json.text(
            Map.of("_id", "kid_B1", "appsecret", "s", "mastersecret", "m", "blFlags", Map.of())));
    headers.put("x-kinvey-environment-id", "kid_B1");
    headers.put(
        "x-kinvey-original-request-headers",
        "{\"x-kinvey-api-version\":\"3\",\"accept\":\"*/*\",\"user-agent\":\"app/1.0\"}");
    headers.put("x-kinvey-request-id", "0123456789abcdef0123456789abcdef");
    headers.put("x-kinvey-user-id", "58450d87c077970e38a388ef");
    headers.put("x-kinvey-username", "ada");
    return headers;
  }

  private static Map<String, Object> context(String method, String path) {
    Map<String, Object> http = new LinkedHashMap<>();
    http.put("method", method);
    http.put("path", path);
    http.put("protocol", "HTTP/1.1");
    http.put("sourceIp", "205.255.255.176");
    http.put("userAgent", "kinvey");
    Map<String, Object> context = new LinkedHashMap<>();
    context.put("accountId", "anonymous");
    context.put("apiId", "id");
    context.put("domainName", "id.lambda-url.us-east-1.on.aws");
    context.put("domainPrefix", "id");
    context.put("http", http);
    context.put("requestId", "e1506fd5-9e7b-434f-bd42-4f8fa224b599");
    context.put("routeKey", "$default");
    context.put("stage", "$default");
    context.put("time", "12/Mar/2026:19:03:58 +0000");
    context.put("timeEpoch", 1773342238000L);
    return context;
  }
}
