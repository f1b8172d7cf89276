package io.flexservices.modules.query;

import io.flexservices.json.Json;
import io.flexservices.json.JsonArray;
import io.flexservices.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values in their JSON form: null, String, Boolean, Number, Map and List. What a handler's Java
 * types mean to a query is what they would be when sent to Kinvey, so that an Instant, say, is
 * compared as its ISO text.
 */
final class PlainValue {
  private PlainValue() {}

  /** The form of one value; what a Map or List holds is left as it is. */
  static @Nullable Object of(@Nullable Object value) {
    if (isPlain(value)) {
      return value;
    }
    if (value instanceof JsonObject object) {
      return object.asMap();
    }
    if (value instanceof JsonArray array) {
      return array.asList();
    }
    return value instanceof CharSequence text ? text.toString() : Json.parse(Json.text(value));
  }

  /** A copy that shares nothing which could change. */
  static @Nullable Object copy(@Nullable Object value) {
    return Json.copy(value);
  }

  static Map<String, @Nullable Object> copy(Map<?, ?> map) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    map.forEach((name, value) -> copy.put(String.valueOf(name), copy(value)));
    return copy;
  }

  static List<@Nullable Object> copy(List<?> list) {
    List<@Nullable Object> copy = new ArrayList<>(list.size());
    list.forEach(item -> copy.add(copy(item)));
    return copy;
  }

  private static boolean isPlain(@Nullable Object value) {
    return value == null
        || value instanceof String
        || value instanceof Number
        || value instanceof Boolean
        || value instanceof Map
        || value instanceof List
        || value == Missing.MISSING;
  }
}
