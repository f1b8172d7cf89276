package io.flexservices.benchmarks.function;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.flexservices.json.Json;
import io.flexservices.json.JsonObject;
import java.util.Base64;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * An event, and what a right answer to it looks like.
 *
 * @param event its bytes
 * @param isRight whether the answer's body, read as JSON, is what was asked for
 */
record Request(byte[] event, Predicate<Object> isRight) {
  /**
   * Refuses a wrong answer.
   *
   * @param answer what a function gave, in the form that function URLs take
   */
  void check(Role role, byte[] answer) {
    JsonObject read = JsonObject.parse(new String(answer, UTF_8));
    if (!Objects.equals(read.integer("statusCode"), 200L) || !isRight.test(body(read))) {
      String start = new String(answer, 0, Math.min(answer.length, 1_000), UTF_8);
      throw new IllegalStateException(role.words() + " gives a wrong answer: " + start);
    }
  }

  private static Object body(JsonObject answer) {
    String text = Objects.requireNonNull(answer.string("body"), "no body");
    byte[] bytes =
        Boolean.TRUE.equals(answer.bool("isBase64Encoded"))
            ? Base64.getDecoder().decode(text)
            : text.getBytes(UTF_8);
    return Objects.requireNonNull(Json.parse(bytes));
  }
}
