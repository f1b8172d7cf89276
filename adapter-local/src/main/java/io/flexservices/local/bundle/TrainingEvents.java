package io.flexservices.local.bundle;

import io.flexservices.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a service is handed in a training run. The events here reach no handler, so that they have
 * no effect, whatever the service is: they ask after its health and its handlers, and for what it
 * has not. They come in the form of each of Lambda's sources.
 */
final class TrainingEvents {
  /** The shared secret of the service in a training run. */
  static final String SECRET = "training";

  private static final String FUNCTION_URL = "id.lambda-url.us-east-1.on.aws";
  private static final String HTTP_API = "id.execute-api.us-east-1.amazonaws.com";

  private static final Map<String, String> HEADERS =
      Map.of(
          "Host", "service.example.com",
          "Accept", "application/json",
          "Content-Type", "application/json",
          "X-Auth-Key", SECRET,
          "X-Kinvey-Username", "training",
          "X-Kinvey-App-Metadata", "{\"applicationId\":\"kid_training\",\"blFlags\":{}}",
          "X-Kinvey-Original-Request-Headers", "{\"x-kinvey-api-version\":\"3\"}");

  private TrainingEvents() {}

  /** Those of this class, as a client sends them. */
  static final List<TrainingRequest> REQUESTS =
      List.of(
          request("GET", "/healthcheck", null),
          request("POST", "/_command/discover", "{}"),
          request("GET", "/training/42", null),
          request("POST", "/training", "{\"name\":\"thing\",\"tags\":[1,2.5,true]}"),
          request("POST", "/_flexFunctions/training", "{\"body\":{},\"query\":{}}"));

  /** An event, and what to call it in a message. */
  record Event(String name, byte[] json) {}

  /**
   * The events of this class, and then those of a directory, by the order of their names.
   *
   * @param directory of the service's own; null for none
   */
  static List<Event> all(@Nullable Path directory) throws IOException {
    List<Event> events = new ArrayList<>();
    REQUESTS.forEach(request -> events.addAll(ofEverySource(request)));
    // It is no request, and a warning in the log, so that writing a line is trained too.
    events.add(new Event("an event of no known kind", Json.bytes(Map.of("training", true))));
    events.addAll(of(directory));
    return events;
  }

  /** Those of a directory, by the order of their names. */
  static List<Event> of(@Nullable Path directory) throws IOException {
    if (directory == null) {
      return List.of();
    }
    List<Path> files;
    try (Stream<Path> all = Files.list(directory)) {
      files = all.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
    List<Event> events = new ArrayList<>();
    for (Path file : files) {
      events.add(new Event(file.toString(), Files.readAllBytes(file)));
    }
    return events;
  }

  private static TrainingRequest request(String method, String path, @Nullable String body) {
    return new TrainingRequest(method, path, HEADERS, body);
  }

  private static List<Event> ofEverySource(TrainingRequest request) {
    String method = request.method();
    String path = request.path();
    return List.of(
        event(method, path, payload2(FUNCTION_URL, method, path), request.body()),
        event(method, path, payload2(HTTP_API, method, path), request.body()),
        event(method, path, payload1(method, path), request.body()),
        event(method, path, loadBalancer(method, path), request.body()));
  }

  private static Event event(
      String method, String path, Map<String, ?> members, @Nullable String body) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>(members);
    all.put("body", body);
    all.put("isBase64Encoded", false);
    return new Event(method + " " + path, Json.bytes(all));
  }

  private static Map<String, ?> payload2(String domain, String method, String path) {
    return Map.of(
        "version",
        "2.0",
        "rawPath",
        path,
        "rawQueryString",
        "",
        "headers",
        HEADERS,
        "requestContext",
        Map.of(
            "domainName",
            domain,
            "http",
            Map.of("method", method, "path", path),
            "requestId",
            "training",
            "stage",
            "$default"));
  }

  private static Map<String, ?> payload1(String method, String path) {
    return Map.of(
        "resource",
        "/{proxy+}",
        "path",
        path,
        "httpMethod",
        method,
        "multiValueHeaders",
        multiValue(),
        "requestContext",
        Map.of("path", path, "requestId", "training", "stage", "training"));
  }

  private static Map<String, ?> loadBalancer(String method, String path) {
    return Map.of(
        "requestContext", Map.of("elb", Map.of("targetGroupArn", "training")),
        "httpMethod", method,
        "path", path,
        "queryStringParameters", Map.of(),
        "headers", HEADERS);
  }

  private static Map<String, List<String>> multiValue() {
    Map<String, List<String>> lines = new TreeMap<>();
    HEADERS.forEach((name, value) -> lines.put(name, List.of(value)));
    return lines;
  }
}
