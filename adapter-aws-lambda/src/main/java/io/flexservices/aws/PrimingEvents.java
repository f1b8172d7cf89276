package io.flexservices.aws;

import io.flexservices.json.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The events that a snapshot is primed with: each kind of request that Kinvey makes of {@link
 * PrimingService}, as a function URL brings it; a small and a larger one of them from every other
 * source; and events that are no requests.
 */
final class PrimingEvents {
  /** {@code {"price": {"$gt": 1}}}. */
  private static final String QUERY = "query=%7B%22price%22%3A%7B%22%24gt%22%3A1%7D%7D";

  private final Map<String, Object> headers;

  private PrimingEvents(Map<String, Object> headers) {
    this.headers = headers;
  }

  /** A request; the query as it stands in a URL. */
  private record Request(String method, String path, String query, @Nullable String body) {}

  /** How a source tells of a request: all but the body. */
  private interface Shape {
    Map<String, Object> of(Request request);
  }

  /**
   * All of them, in JSON.
   *
   * @param backendUrl where Kinvey's backend is said to be
   * @param callsBackend whether it is called, by the default client, which decides for the whole
   *     process that no POST is repeated
   */
  static List<byte[]> all(String backendUrl, boolean callsBackend) {
    String app =
        Json.text(
            Map.of(
                "_id", "kid_priming",
                "appsecret", "priming",
                "mastersecret", "priming",
                "baasUrl", backendUrl));
    Map<String, Object> headers = new LinkedHashMap<>();
    headers.put("accept", "application/json");
    headers.put("accept-encoding", "gzip");
    headers.put("content-type", "application/json");
    headers.put("host", "priming.lambda-url.us-east-1.on.aws");
    headers.put("x-forwarded-for", "127.0.0.1");
    headers.put("x-auth-key", PrimingService.SECRET);
    headers.put("x-kinvey-request-id", "0123456789abcdef");
    headers.put("x-kinvey-username", "priming");
    headers.put("x-kinvey-user-id", "58450d87c077970e38a388ef");
    headers.put("x-kinvey-app-metadata", app);
    headers.put(
        "x-kinvey-original-request-headers",
        "{\"x-kinvey-api-version\":\"3\",\"x-kinvey-custom-request-properties\":\"{}\"}");
    return new PrimingEvents(headers).all(callsBackend);
  }

  private List<byte[]> all(boolean callsBackend) {
    List<byte[]> events = new ArrayList<>();
    Request get = request("GET", "/things/42", null);
    Request echo = function(PrimingService.ENDPOINT, Map.of("body", kilobytes()));
    for (Shape shape : List.<Shape>of(this::functionUrl, this::httpApi, this::restApi)) {
      events.add(event(shape, get));
      events.add(event(shape, echo));
    }
    for (Shape shape : List.<Shape>of(this::loadBalancer, this::multiValue, this::direct)) {
      events.add(event(shape, get));
      events.add(event(shape, echo));
    }
    for (Request request : kinds()) {
      events.add(event(this::functionUrl, request));
    }
    if (callsBackend) {
      events.add(event(this::functionUrl, function(PrimingService.STORE, Map.of())));
    }
    Map<String, Object> stranger = functionUrl(get);
    stranger.put("headers", Map.of("x-auth-key", "another"));
    events.add(Json.bytes(stranger));
    events.add(Json.bytes(Map.of("detail-type", "Scheduled Event")));
    events.add(Json.bytes(Map.of("Records", List.of())));
    events.add(Json.bytes(Map.of("flexBackground", Map.of("name", PrimingService.TASK))));
    return events;
  }

  private static List<Request> kinds() {
    String thing = "{\"name\":\"thing\",\"price\":1.5,\"tags\":[\"a\",\"b\"]}";
    return List.of(
        request("GET", "/things", null),
        new Request("GET", "/things", QUERY + "&limit=10", null),
        request("GET", "/things/_count", null),
        new Request("GET", "/things/_count", QUERY, null),
        request("POST", "/things", thing),
        request("POST", "/things", "[" + thing + "," + thing + "]"),
        request("PUT", "/things/42", thing),
        request("DELETE", "/things/42", null),
        request("DELETE", "/things", null),
        new Request("DELETE", "/things", QUERY, null),
        request("GET", "/things/" + PrimingService.MISSING, null),
        request("GET", "/things/" + PrimingService.BROKEN, null),
        request("GET", "/later/42", null),
        function(
            PrimingService.ENDPOINT,
            Map.of("hookType", "pre", "objectName", "things", "method", "POST", "body", thing)),
        function(
            PrimingService.ENDPOINT,
            Map.of(
                "hookType",
                "post",
                "objectName",
                "things",
                "method",
                "GET",
                "response",
                Map.of("status", 200, "headers", Map.of(), "body", thing))),
        request("POST", "/_auth/login", "{\"username\":\"ada\",\"password\":\"priming\"}"),
        request("POST", "/_auth/login", "{\"username\":\"ada\",\"password\":\"wrong\"}"),
        request("POST", "/_command/discover", "{}"),
        request("GET", "/healthcheck", null),
        request("GET", "/others/42", null),
        request("PATCH", "/things/42", thing),
        request("POST", "/things", "{"));
  }

  private static Request request(String method, String path, @Nullable String body) {
    return new Request(method, path, "", body);
  }

  private static Request function(String name, Map<String, ?> task) {
    return request("POST", "/_flexFunctions/" + name, Json.text(task));
  }

  /** Some four of them, of all kinds of values. */
  private static List<Map<String, Object>> kilobytes() {
    return Collections.nCopies(
        40,
        Map.of("name", "Zoë \"thing\"\n", "price", 12.75, "count", 3, "tags", List.of("a", true)));
  }

  private static byte[] event(Shape shape, Request request) {
    Map<String, @Nullable Object> event = new LinkedHashMap<>(shape.of(request));
    event.put("body", request.body());
    event.put("isBase64Encoded", false);
    return Json.bytes(event);
  }

  private Map<String, Object> functionUrl(Request request) {
    return payload2(request, "priming.lambda-url.us-east-1.on.aws");
  }

  private Map<String, Object> httpApi(Request request) {
    return payload2(request, "priming.execute-api.us-east-1.amazonaws.com");
  }

  private Map<String, Object> payload2(Request request, String domainName) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("version", "2.0");
    event.put("routeKey", "$default");
    event.put("rawPath", request.path());
    event.put("rawQueryString", request.query());
    event.put("headers", headers);
    event.put(
        "requestContext",
        Map.of(
            "domainName",
            domainName,
            "http",
            Map.of("method", request.method(), "path", request.path()),
            "requestId",
            "priming",
            "stage",
            "$default",
            "timeEpoch",
            1_767_225_600_000L));
    return event;
  }

  private Map<String, Object> restApi(Request request) {
    Map<String, Object> event = payload1(request);
    event.put("resource", "/{proxy+}");
    event.put("pathParameters", Map.of("proxy", request.path().substring(1)));
    event.put("multiValueHeaders", lists());
    event.put("requestContext", Map.of("path", "/live" + request.path(), "stage", "live"));
    return event;
  }

  private Map<String, Object> loadBalancer(Request request) {
    Map<String, Object> event = payload1(request);
    event.put("headers", headers);
    event.put("requestContext", Map.of("elb", Map.of("targetGroupArn", "priming")));
    return event;
  }

  private Map<String, Object> multiValue(Request request) {
    Map<String, Object> event = loadBalancer(request);
    event.remove("headers");
    event.put("multiValueHeaders", lists());
    return event;
  }

  private Map<String, Object> direct(Request request) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("method", request.method());
    event.put("path", request.path());
    event.put("headers", headers);
    return event;
  }

  private static Map<String, Object> payload1(Request request) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("httpMethod", request.method());
    event.put("path", request.path());
    return event;
  }

  private Map<String, Object> lists() {
    Map<String, Object> lists = new LinkedHashMap<>();
    headers.forEach((name, value) -> lists.put(name, List.of(value)));
    return lists;
  }
}
