package io.flexservices.conformance.fuzz;

import io.flexservices.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Events of each source, reduced to the members that carry a request, and what becomes of them by
 * chance. The shapes: API Gateway's developer guide, "Lambda proxy integrations" and "AWS Lambda
 * integrations for HTTP APIs"; Lambda's, "Invoking Lambda function URLs"; Elastic Load Balancing,
 * "Lambda functions as targets".
 */
final class AwsEvents {
  private final RandomGenerator random;
  private final Requests requests;
  private final Mutations mutations;
  private final OddValues odd;

  AwsEvents(RandomGenerator random) {
    this.random = random;
    this.requests = new Requests(random);
    this.mutations = new Mutations(random);
    this.odd = new OddValues(random);
  }

  byte[] mutated() {
    RawRequest request = random.nextInt(3) == 0 ? requests.mutated() : requests.valid();
    Map<String, @Nullable Object> event = event(request, random.nextInt(6));
    byte[] text = random.nextInt(4) == 0 ? Json.bytes(event) : mutations.mutated(event);
    return random.nextInt(10) == 0 ? odd.bytes(text) : text;
  }

  private Map<String, @Nullable Object> event(RawRequest request, int source) {
    Map<String, @Nullable Object> event = new LinkedHashMap<>();
    int mark = request.target().indexOf('?');
    String path = mark < 0 ? request.target() : request.target().substring(0, mark);
    String query = mark < 0 ? "" : request.target().substring(mark + 1);
    switch (source) {
      case 0, 1 -> payload2(event, request, path, query, source == 1);
      case 2 -> version1(event, request, path, query, Map.of("stage", "prod", "path", path), true);
      case 3 -> version1(event, request, path, query, elb(), false);
      case 4 -> version1(event, request, path, query, elb(), true);
      default -> direct(event, request);
    }
    return event;
  }

  private void payload2(
      Map<String, @Nullable Object> event,
      RawRequest request,
      String path,
      String query,
      boolean isUrl) {
    event.put("version", "2.0");
    event.put("rawPath", path);
    event.put("rawQueryString", query);
    event.put("cookies", List.of("a=1"));
    event.put("headers", headers(request));
    event.put(
        "requestContext",
        Map.of(
            "domainName",
            isUrl ? "x.lambda-url.eu-west-1.on.aws" : "x.execute-api.amazonaws.com",
            "stage",
            "$default",
            "http",
            Map.of("method", request.method(), "path", path)));
    body(event, request);
  }

  private void version1(
      Map<String, @Nullable Object> event,
      RawRequest request,
      String path,
      String query,
      Map<String, ?> context,
      boolean isMulti) {
    event.put("requestContext", context);
    event.put("httpMethod", request.method());
    event.put("path", path);
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    for (String pair : query.isEmpty() ? new String[0] : query.split("&")) {
      int equals = Math.max(pair.indexOf('='), 0);
      parameters.put(pair.substring(0, equals), List.of(pair.substring(equals)));
    }
    Map<String, List<String>> lists = new LinkedHashMap<>();
    headers(request).forEach((name, value) -> lists.put(name, List.of(value)));
    if (isMulti) {
      event.put("multiValueQueryStringParameters", parameters);
      event.put("multiValueHeaders", lists);
    }
    if (!isMulti || random.nextBoolean()) {
      event.put("queryStringParameters", Map.of("a", "b"));
      event.put("headers", headers(request));
    }
    body(event, request);
  }

  private static void direct(Map<String, @Nullable Object> event, RawRequest request) {
    event.put("method", request.method());
    event.put("path", request.target());
    event.put("headers", headers(request));
    try {
      event.put("body", request.body().length == 0 ? null : Json.parse(request.body()));
    } catch (RuntimeException e) {
      event.put("body", new String(request.body(), StandardCharsets.UTF_8));
    }
  }

  private void body(Map<String, @Nullable Object> event, RawRequest request) {
    boolean isBase64 = random.nextInt(3) == 0;
    event.put("isBase64Encoded", isBase64);
    event.put(
        "body",
        isBase64
            ? Base64.getEncoder().encodeToString(request.body())
            : new String(request.body(), StandardCharsets.UTF_8));
  }

  private static Map<String, ?> elb() {
    return Map.of("elb", Map.of("targetGroupArn", "arn:aws:elasticloadbalancing:x"));
  }

  private static Map<String, String> headers(RawRequest request) {
    Map<String, String> headers = new LinkedHashMap<>();
    request.headers().forEach(header -> headers.put(header.getKey(), header.getValue()));
    return headers;
  }
}
