package io.flexservices.conformance.fuzz;

import io.flexservices.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Requests as Kinvey sends them, and what becomes of them by chance. */
final class Requests {
  private static final List<RawRequest> VALID =
      List.of(
          request("GET", "/things", null),
          request("GET", "/things/4%2F2?a=b&a=b", null),
          request("GET", "/things?query=%7B%22n%22:%7B%22%24gt%22:1%7D%7D&sort=n&limit=3", null),
          request("GET", "/things/_count?a[b][]=1&a[b][]=2&c[0]=x", null),
          request("POST", "/things/", Map.of("name", "Zoë", "n", List.of(1, 2.5, true))),
          request("POST", "/things", List.of(Map.of("a", 1), Map.of("b", Map.of("c", "d")))),
          request("PUT", "/things/7", Map.of("_acl", Map.of("creator", "ada"), "_kmd", Map.of())),
          request("DELETE", "/things?query={\"a\":\"b=c\"}", null),
          request("HEAD", "/things/1", null),
          request("PATCH", "/things/1", Map.of()),
          request("POST", "/_command/discover", Map.of()),
          request("GET", "/healthcheck", null),
          request("POST", "/_auth/login", Map.of("username", "ada", "password", "x")),
          request("POST", "/_flexFunctions/f", function("pre")),
          request("POST", "/_flexFunctions/f", function("post")),
          request("POST", "/_flexFunctions/f?query={\"a\":1}", function("customEndpoint")));

  private final RandomGenerator random;
  private final Mutations mutations;
  private final OddValues odd;

  Requests(RandomGenerator random) {
    this.random = random;
    this.mutations = new Mutations(random);
    this.odd = new OddValues(random);
  }

  RawRequest valid() {
    return VALID.get(random.nextInt(VALID.size()));
  }

  /** A request that HTTP can carry, with something odd in it. */
  RawRequest mutated() {
    RawRequest request = valid();
    for (int i = random.nextInt(1, 3); i > 0; i--) {
      request = changed(request);
    }
    return request;
  }

  private RawRequest changed(RawRequest from) {
    String method = from.method();
    String target = from.target();
    List<Map.Entry<String, String>> headers = new ArrayList<>(from.headers());
    byte[] body = from.body();
    switch (random.nextInt(8)) {
      case 0 -> method = token(mutations.changeText(method), method);
      case 1, 2 -> target = "/" + encoded(mutations.changeText(target.substring(1)));
      case 3, 4 -> changeHeader(headers);
      case 5 -> body = odd.bytes(body);
      default -> body = mutatedBody(body);
    }
    return new RawRequest(method, target, List.copyOf(headers), body);
  }

  private byte[] mutatedBody(byte[] body) {
    Object value = body.length == 0 ? Map.of("a", 1) : parsedOrText(body);
    return mutations.mutated(value);
  }

  private void changeHeader(List<Map.Entry<String, String>> headers) {
    int at = random.nextInt(headers.size());
    Map.Entry<String, String> header = headers.get(at);
    String value = header.getValue();
    String changed =
        value.startsWith("{") && random.nextBoolean()
            ? new String(
                mutations.mutated(parsedOrText(value.getBytes(StandardCharsets.UTF_8))),
                StandardCharsets.UTF_8)
            : mutations.changeText(value);
    headers.set(at, Map.entry(header.getKey(), line(changed)));
    if (random.nextInt(6) == 0) {
      headers.add(Map.entry(token(odd.text(), "X-Odd"), line(odd.text())));
    }
  }

  private static @Nullable Object parsedOrText(byte[] text) {
    try {
      return Json.parse(text);
    } catch (RuntimeException e) {
      return new String(text, StandardCharsets.UTF_8);
    }
  }

  /** What a header line can carry; adapters never see more. */
  private static String line(String text) {
    return text.substring(0, Math.min(text.length(), 20_000)).replaceAll("[\\x00-\\x1f\\x7f]", "_");
  }

  private static String token(String text, String otherwise) {
    return text.matches("[A-Za-z0-9!#$%&'*+.^_|~-]{1,40}") ? text : otherwise;
  }

  /** What a request line can carry, escapes left as they are. */
  private static String encoded(String text) {
    return text.substring(0, Math.min(text.length(), 6_000))
        .replaceAll("[^\\x21-\\x7e]|#", "%C3%A4");
  }

  private static Map<String, ?> function(String hookType) {
    return Map.of(
        "objectName",
        "things",
        "hookType",
        hookType,
        "method",
        "POST",
        "body",
        Map.of("a", 1),
        "query",
        Map.of("query", "{}"),
        "entityId",
        "7",
        "tempObjectStore",
        Map.of("t", "u"),
        "response",
        Map.of("status", 200, "headers", Map.of("h", "i"), "body", Map.of("b", 2)));
  }

  private static RawRequest request(String method, String target, @Nullable Object body) {
    List<Map.Entry<String, String>> headers =
        List.of(
            Map.entry("Content-Type", "application/json"),
            Map.entry("X-Auth-Key", FuzzService.KEY),
            Map.entry("X-Kinvey-Username", "ada"),
            Map.entry("X-Kinvey-User-Id", "u1"),
            Map.entry("X-Kinvey-Request-Id", "r1"),
            Map.entry(
                "X-Kinvey-App-Metadata",
                "{\"_id\":\"kid1\",\"appsecret\":\"as\",\"mastersecret\":\"ms\",\"a\":[1,2]}"),
            Map.entry(
                "X-Kinvey-Original-Request-Headers",
                "{\"authorization\":\"Basic a2lkMTphcw==\",\"x-kinvey-api-version\":\"3\","
                    + "\"x-kinvey-client-app-version\":\"1.2.3\","
                    + "\"x-kinvey-custom-request-properties\":\"{\\\"p\\\":1}\"}"),
            Map.entry("X-Kinvey-Response-Status", "200"),
            Map.entry("X-Kinvey-Response-Headers", "{\"a\":\"b\"}"),
            Map.entry("X-Kinvey-Response-Body", "{\"c\":\"d\"}"));
    return new RawRequest(method, target, headers, body == null ? new byte[0] : Json.bytes(body));
  }
}
