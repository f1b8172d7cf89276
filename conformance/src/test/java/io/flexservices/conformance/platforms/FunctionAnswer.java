package io.flexservices.conformance.platforms;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.conformance.platform.Target;
import io.flexservices.json.Json;
import io.flexservices.json.JsonArray;
import io.flexservices.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A function's answer to an event, held to what the source's documents say of it: no member that
 * they do not know, and each of its type. They are the pages that the shapes of the events name.
 */
final class FunctionAnswer {
  private FunctionAnswer() {}

  @SuppressWarnings("unchecked") // the keys of a JSON object are strings
  static Reply read(Target target, String payload) {
    JsonObject answer =
        JsonObject.of((Map<String, ?>) Objects.requireNonNull(Json.parse(payload), payload));
    assertThat(answer.names()).as(payload).isSubsetOf(members(target)).contains("statusCode");
    int status = ((Number) Objects.requireNonNull(answer.value("statusCode"))).intValue();
    if (target == Target.AWS_ALB || target == Target.AWS_ALB_MULTI) {
      assertThat(answer.string("statusDescription")).matches(status + " \\S.*");
    }
    List<ClientRequest.Header> headers = new ArrayList<>();
    addSingle(headers, answer);
    addMultiple(headers, answer);
    if (answer.value("cookies") instanceof JsonArray cookies) {
      cookies.forEach(c -> headers.add(new ClientRequest.Header("Set-Cookie", (String) c)));
    }
    return new Reply(status, List.copyOf(headers), body(answer), payload);
  }

  private static List<String> members(Target target) {
    return switch (target) {
      case AWS_REST ->
          List.of("statusCode", "headers", "multiValueHeaders", "body", "isBase64Encoded");
      case AWS_HTTP, AWS_URL ->
          List.of("statusCode", "headers", "cookies", "body", "isBase64Encoded");
      case AWS_ALB ->
          List.of("statusCode", "statusDescription", "headers", "body", "isBase64Encoded");
      case AWS_ALB_MULTI ->
          List.of(
              "statusCode", "statusDescription", "multiValueHeaders", "body", "isBase64Encoded");
      case LOCAL, GCP -> throw new IllegalArgumentException(target + " answers HTTP");
    };
  }

  private static void addSingle(List<ClientRequest.Header> headers, JsonObject answer) {
    if (answer.value("headers") instanceof JsonObject single) {
      single.names().forEach(n -> headers.add(new ClientRequest.Header(n, text(single.value(n)))));
    }
  }

  private static void addMultiple(List<ClientRequest.Header> headers, JsonObject answer) {
    if (answer.value("multiValueHeaders") instanceof JsonObject multiple) {
      for (String name : multiple.names()) {
        ((JsonArray) Objects.requireNonNull(multiple.value(name)))
            .forEach(value -> headers.add(new ClientRequest.Header(name, text(value))));
      }
    }
  }

  /** The JDK's decoder refuses line breaks, as the platforms do. */
  private static byte[] body(JsonObject answer) {
    String body = text(answer.value("body"));
    return Boolean.TRUE.equals(answer.value("isBase64Encoded"))
        ? Base64.getDecoder().decode(body)
        : body.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(Object value) {
    assertThat(value).isInstanceOf(String.class);
    return (String) value;
  }
}
