package io.flexservices.conformance.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.json.Json;
import io.flexservices.json.JsonException;
import io.flexservices.json.JsonObject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What holds for each answer, whatever was asked. */
final class AnswerRules {
  private AnswerRules() {}

  /** An answer in HTTP's parts. */
  static void check(int status, Map<String, String> headers, String body) {
    assertThat(status).isBetween(200, 599);
    assertThat(status).as("the runtime caught a failure: %s", body).isNotIn(500, 502, 550);
    headers.forEach(AnswerRules::header);
    isDiscreet(body);
    if (body.isEmpty()) {
      return;
    }
    assertThat(headers.get("content-type")).startsWith("application/json");
    Object value = parsed(body);
    if (status >= 400) {
      error(value);
    }
  }

  /**
   * What a text says. An answer may wrap what was as deep as can be read, and then nothing here
   * reads it; the beginning of it stands for the whole.
   */
  static @Nullable Object parsed(String text) {
    try {
      return Json.parse(text);
    } catch (JsonException e) {
      assertThat(e.isOverLimit()).as(text).isTrue();
      return Map.of("error", "", "description", "", "debug", "");
    }
  }

  /** An error of Kinvey's, one of OAuth's, or a function's envelope that holds one. */
  static void error(@Nullable Object value) {
    assertThat(value).isInstanceOf(Map.class);
    JsonObject error = JsonObject.parse(Json.text(value));
    if (error.has("request") && error.has("response")) {
      assertThat(error.path("response.statusCode")).isInstanceOf(Long.class);
      error((error.path("response.body") instanceof JsonObject body ? body : error).asMap());
    } else if (!(error.has("error") && error.names().size() < 3 && !error.has("debug"))) {
      assertThat(error.names()).contains("error", "description", "debug");
    }
  }

  static void isDiscreet(String text) {
    assertThat(text.contains(FuzzService.PLANTED)).as("a secret is shown: %s", text).isFalse();
    assertThat(text.contains("\\tat io.flex") || text.contains(".java:"))
        .as("a stack trace is shown: %s", text)
        .isFalse();
  }

  private static void header(String name, String value) {
    assertThat(name).matches("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
    assertThat(value.chars().noneMatch(c -> c < ' ' || c == 127)).as(name).isTrue();
  }
}
