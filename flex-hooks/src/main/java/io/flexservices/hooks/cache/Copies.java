package io.flexservices.hooks.cache;

import io.flexservices.json.JsonArray;
import io.flexservices.json.JsonObject;
import java.util.List;
import java.util.Map;

/** Copies of plain values, to any depth. */
final class Copies {
  private Copies() {}

  @SuppressWarnings("unchecked") // the names of a JSON object are strings
  static Object of(Object value) {
    if (value instanceof Map<?, ?> object) {
      return JsonObject.of((Map<String, ?>) object).toMap();
    }
    return value instanceof List<?> list ? JsonArray.of(list).toList() : value;
  }
}
