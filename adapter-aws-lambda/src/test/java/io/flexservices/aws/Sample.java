package io.flexservices.aws;

import io.flexservices.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/**
 * One and the same call of Kinvey's as the event of each source. The shapes are those of the
 * documents named beside them.
 */
enum Sample {
  /**
   * API Gateway Developer Guide, "Lambda proxy integrations in API Gateway", input format:
   * set-up-lambda-proxy-integrations.html#api-gateway-simple-proxy-for-lambda-input-format.
   */
  REST_API("rest-api", "httpMethod", "path"),
  /**
   * API Gateway Developer Guide, "AWS Lambda integrations for HTTP APIs", format 1.0, with a named
   * stage:
   * http-api-develop-integrations-lambda.html#http-api-develop-integrations-lambda.proxy-format.
   */
  HTTP_API_PAYLOAD_1("http-api-payload-1", "httpMethod", "path"),
  /** The same page, format 2.0, with a named stage and the path decoded as the gateway does it. */
  HTTP_API("http-api", "requestContext.http.method", "rawPath"),
  /** Lambda Developer Guide, "Invoking Lambda function URLs", request: urls-invocation.html. */
  FUNCTION_URL("function-url", "requestContext.http.method", "rawPath"),
  /**
   * Elastic Load Balancing, "Lambda functions as targets", receive events from the load balancer:
   * lambda-functions.html#receive-event-from-load-balancer.
   */
  LOAD_BALANCER("load-balancer", "httpMethod", "path"),
  /** The same page, requests with multi-value headers. */
  MULTI_VALUE_LOAD_BALANCER("load-balancer-multi-value", "httpMethod", "path"),
  /** {@link DirectInvocation}. */
  DIRECT("direct", "method", "path");

  private final String fileName;
  private final String methodMember;
  private final String pathMember;

  Sample(String fileName, String methodMember, String pathMember) {
    this.fileName = fileName;
    this.methodMember = methodMember;
    this.pathMember = pathMember;
  }

  String text() {
    try (InputStream in = Sample.class.getResourceAsStream("/events/" + fileName + ".json")) {
      return new String(
          Objects.requireNonNull(in, fileName).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The event in maps that a test may change. */
  Map<String, Object> event() {
    return object(Json.parse(text()));
  }

  /** The event for another method and path, without a query and a body. */
  Map<String, Object> event(String method, String path) {
    Map<String, Object> event = event();
    event.remove("queryStringParameters");
    event.remove("rawQueryString");
    if (event.containsKey("multiValueQueryStringParameters")) {
      event.put("multiValueQueryStringParameters", Map.of());
    }
    event.put("body", null);
    put(event, methodMember, method);
    put(event, pathMember, path);
    return event;
  }

  /** Sets a member inside an event, by the names on the way to it. */
  static void put(Map<String, Object> event, String path, Object value) {
    int dot = path.indexOf('.');
    if (dot < 0) {
      event.put(path, value);
    } else {
      put(object(event.get(path.substring(0, dot))), path.substring(dot + 1), value);
    }
  }

  @SuppressWarnings("unchecked") // the keys of JSON objects are strings
  static Map<String, Object> object(Object json) {
    return (Map<String, Object>) json;
  }
}
