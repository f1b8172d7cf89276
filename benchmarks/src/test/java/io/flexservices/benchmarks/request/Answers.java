package io.flexservices.benchmarks.request;

import io.flexservices.json.Json;
import io.flexservices.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers to the same event have to be the same JSON before they are worth to be compared. */
final class Answers {
  private Answers() {}

  static void requireAlike(byte[] one, byte[] other) {
    Map<String, @Nullable Object> first = plain(one);
    Map<String, @Nullable Object> second = plain(other);
    if (!first.equals(second)) {
      throw new IllegalStateException(
          "The answers are not alike:\n" + Json.text(first) + "\n" + Json.text(second));
    }
  }

  /** With the JSON that the body's text is, so that the order of its members does not count. */
  private static Map<String, @Nullable Object> plain(byte[] answer) {
    JsonObject json = JsonObject.parse(new String(answer, StandardCharsets.UTF_8));
    Map<String, @Nullable Object> plain = new LinkedHashMap<>(json.toMap());
    plain.put("body", Json.parse(String.valueOf(json.string("body"))));
    return plain;
  }
}
