package io.flexservices.benchmarks.request;

import io.flexservices.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The events that are measured, as a function's URL sends them (payload 2.0). */
final class Event {
  static final String SECRET = "the secret of the benchmark";

  private static final String HOST = "abcdefghijklmnopqrst.lambda-url.eu-west-1.on.aws";

  private Event() {}

  /** {@code GET /widgets/42}. */
  static byte[] get() {
    return Json.bytes(event("GET", "/widgets/42"));
  }

  /** A function's call with a body of one kilobyte. */
  static byte[] echo() {
    Map<String, Object> thing =
        Map.of("name", "a thing of some length", "price", 1.5, "tags", List.of("a", "b"));
    byte[] body = Json.bytes(Map.of("body", Collections.nCopies(15, thing)));
    return withText(event("POST", "/_flexFunctions/echo"), body);
  }

  /** An insert of one entity with many parts, its body as a text or in Base64. */
  static byte[] insert(int bodySize, boolean inBase64) {
    Map<String, Object> event = event("POST", "/widgets");
    byte[] body = entity(bodySize);
    if (!inBase64) {
      return withText(event, body);
    }
    event.put("body", Base64.getEncoder().encodeToString(body));
    event.put("isBase64Encoded", true);
    return Json.bytes(event);
  }

  /** An entity whose JSON text has some so many bytes. */
  static byte[] entity(int size) {
    List<Object> parts = new ArrayList<>();
    int left = size;
    for (int i = 0; left > 0; i++) {
      Map<String, Object> part = part(i);
      parts.add(part);
      left -= Json.bytes(part).length + 1;
    }
    return Json.bytes(Map.of("parts", parts));
  }

  private static Map<String, Object> part(int number) {
    Map<String, Object> part = new LinkedHashMap<>();
    part.put("_id", "58450d87c077970e38a3" + (1_000 + number % 9_000));
    part.put("name", "part number " + number + ", for the Caf\u00e9");
    part.put("price", number / 4.0);
    part.put("stock", number);
    part.put("isSold", number % 2 == 0);
    part.put("tags", List.of("red", "round", "of wood"));
    part.put("description", "a description \"in words\", of a length that descriptions have");
    part.put("_acl", Map.of("creator", "kid_58450d87c077970e38a388ef"));
    return part;
  }

  private static byte[] withText(Map<String, Object> event, byte[] body) {
    event.put("body", new String(body, StandardCharsets.UTF_8));
    return Json.bytes(event);
  }

  private static Map<String, Object> event(String method, String path) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("version", "2.0");
    event.put("routeKey", "$default");
    event.put("rawPath", path);
    event.put("rawQueryString", "");
    event.put("headers", headers());
    event.put("requestContext", context(method, path));
    event.put("isBase64Encoded", false);
    return event;
  }

  private static Map<String, Object> headers() {
    Map<String, Object> headers = new LinkedHashMap<>();
    headers.put("host", HOST);
    headers.put("content-type", "application/json");
    headers.put("accept", "*/*");
    headers.put("accept-encoding", "gzip");
    headers.put("user-agent", "kinvey");
    headers.put("x-auth-key", SECRET);
    headers.put("x-kinvey-request-id", "0123456789abcdef0123456789abcdef");
    headers.put("x-kinvey-username", "ada@example.com");
    headers.put("x-kinvey-user-id", "58450d87c077970e38a388ef");
    headers.put(
        "x-kinvey-app-metadata",
        "{\"_id\":\"kid_B1\",\"appsecret\":\"a\",\"mastersecret\":\"m\",\"baasUrl\":"
            + "\"https://baas.kinvey.com\",\"blFlags\":{}}");
    headers.put(
        "x-kinvey-original-request-headers",
        "{\"x-kinvey-api-version\":\"3\",\"authorization\":\"Kinvey abcdef\",\"accept\":\"*/*\"}");
    headers.put("x-forwarded-for", "192.0.2.1");
    headers.put("x-forwarded-proto", "https");
    headers.put("x-forwarded-port", "443");
    return headers;
  }

  private static Map<String, Object> context(String method, String path) {
    Map<String, Object> http = new LinkedHashMap<>();
    http.put("method", method);
    http.put("path", path);
    http.put("protocol", "HTTP/1.1");
    http.put("sourceIp", "192.0.2.1");
    http.put("userAgent", "kinvey");
    Map<String, Object> context = new LinkedHashMap<>();
    context.put("accountId", "123456789012");
    context.put("apiId", "abcdefghijklmnopqrst");
    context.put("domainName", HOST);
    context.put("domainPrefix", "abcdefghijklmnopqrst");
    context.put("http", http);
    context.put("requestId", "12c2d1b2-7f6c-4a3b-9a56-0e8a6f1d2c3b");
    context.put("routeKey", "$default");
    context.put("stage", "$default");
    context.put("time", "12/Mar/2020:19:03:58 +0000");
    context.put("timeEpoch", 1_583_348_638_390L);
    return context;
  }
}
