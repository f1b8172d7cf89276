package io.flexservices.benchmarks.request;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The same work for the two small requests as somebody writes it who wants nothing else: the event
 * is read as a stream, of which only what is needed is kept; key, route, handler, answer. The
 * handler runs on the calling thread, without a deadline.
 */
public final class HandWritten implements Contestant {
  private final byte[] secret;

  private final Map<String, Function<Map<String, Object>, Object>> entities =
      Map.of("widgets", context -> Map.of("_id", context.get("entityId"), "name", "thing"));
  private final Map<String, Function<Map<String, Object>, Object>> functions =
      Map.of("echo", context -> context.get("body"));

  /** A service that refuses every other secret. */
  public HandWritten(String secret) {
    this.secret = secret.getBytes(StandardCharsets.UTF_8);
  }

  /** What is kept of an event. */
  private static final class Request {
    private String method = "";
    private String path = "";
    private Map<String, String> headers = Map.of();
    private String body = "";

    private String header(String name) {
      return headers.getOrDefault(name, "");
    }
  }

  @Override
  public byte[] answer(byte[] event) throws IOException {
    Request request = read(event);
    byte[] key = request.header("x-auth-key").getBytes(StandardCharsets.UTF_8);
    if (!MessageDigest.isEqual(key, secret)) {
      return answer(401, Map.of("error", "InvalidCredentials"));
    }
    Map<String, Object> original = object(request.header("x-kinvey-original-request-headers"));
    Map<String, Object> app = object(request.header("x-kinvey-app-metadata"));
    Map<String, Object> context = new LinkedHashMap<>();
    context.put("method", request.method);
    context.put("headers", original);
    context.put("app", app);
    context.put("username", request.header("x-kinvey-username"));
    context.put("userId", request.header("x-kinvey-user-id"));
    String[] segments = segments(request.path);
    return request.method.equals("GET")
        ? data(segments, context)
        : function(segments, context, object(request.body));
  }

  private byte[] data(String[] segments, Map<String, Object> context) throws IOException {
    context.put("entityId", segments[1]);
    Function<Map<String, Object>, Object> handler = entities.get(segments[0]);
    return handler == null
        ? answer(501, Map.of("error", "NotImplemented"))
        : answer(200, handler.apply(context));
  }

  private byte[] function(String[] segments, Map<String, Object> context, Map<String, Object> task)
      throws IOException {
    Object body = task.getOrDefault("body", task);
    context.put("body", body);
    Function<Map<String, Object>, Object> handler = functions.get(segments[1]);
    if (!segments[0].equals("_flexFunctions") || handler == null) {
      return answer(501, Map.of("error", "NotImplemented"));
    }
    Object result = handler.apply(context);
    Map<String, Object> headers = new LinkedHashMap<>(map(context.get("headers")));
    headers.put("x-kinvey-custom-request-properties", "{}");
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("method", "POST");
    request.put("headers", headers);
    request.put("username", context.get("username"));
    request.put("userId", context.get("userId"));
    request.put("objectName", "");
    request.put("tempObjectStore", Map.of());
    request.put("body", body);
    Map<String, Object> response = new LinkedHashMap<>();
    response.put("status", 0);
    response.put("headers", Map.of());
    response.put("body", result);
    response.put("continue", true);
    response.put("statusCode", 200);
    return answer(200, Map.of("request", request, "response", response));
  }

  private static byte[] answer(int status, Object body) throws IOException {
    byte[] text = StreamedJson.write(body);
    ByteArrayBuilder out = new ByteArrayBuilder();
    try (JsonGenerator generator = StreamedJson.FACTORY.createGenerator(out)) {
      generator.writeStartObject();
      generator.writeNumberField("statusCode", status);
      generator.writeObjectFieldStart("headers");
      generator.writeStringField("Content-Type", "application/json; charset=utf-8");
      generator.writeStringField("X-Kinvey-Request-Continue", "true");
      generator.writeEndObject();
      generator.writeArrayFieldStart("cookies");
      generator.writeEndArray();
      generator.writeBooleanField("isBase64Encoded", false);
      generator.writeFieldName("body");
      generator.writeUTF8String(text, 0, text.length);
      generator.writeEndObject();
    }
    return out.toByteArray();
  }

  private static Request read(byte[] event) throws IOException {
    Request request = new Request();
    try (JsonParser parser = StreamedJson.FACTORY.createParser(event)) {
      parser.nextToken();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        parser.nextToken();
        switch (name) {
          case "rawPath" -> request.path = parser.getText();
          case "headers" -> request.headers = headers(parser);
          case "requestContext" -> request.method = method(parser);
          case "body" -> request.body = parser.getText();
          default -> parser.skipChildren();
        }
      }
    }
    return request;
  }

  private static Map<String, String> headers(JsonParser parser) throws IOException {
    Map<String, String> headers = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      headers.put(name, parser.nextTextValue());
    }
    return headers;
  }

  private static String method(JsonParser parser) throws IOException {
    String method = "";
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      boolean isHttp = parser.currentName().equals("http");
      parser.nextToken();
      if (!isHttp) {
        parser.skipChildren();
        continue;
      }
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        boolean isMethod = parser.currentName().equals("method");
        parser.nextToken();
        if (isMethod) {
          method = parser.getText();
        }
      }
    }
    return method;
  }

  private static String[] segments(String path) {
    int slash = path.indexOf('/', 1);
    return slash < 0
        ? new String[] {path.substring(1), ""}
        : new String[] {path.substring(1, slash), path.substring(slash + 1)};
  }

  private static Map<String, Object> object(String text) throws IOException {
    return text.isEmpty() ? Map.of() : map(StreamedJson.read(text));
  }

  @SuppressWarnings("unchecked") // the names of a JSON object are texts
  private static Map<String, Object> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
  }
}
