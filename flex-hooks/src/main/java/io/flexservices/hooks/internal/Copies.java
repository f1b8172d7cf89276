package io.flexservices.hooks.internal;

import io.flexservices.json.JsonArray;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Copies of plain values. */
public final class Copies {
  private Copies() {}

  /** The value with copies of all maps and lists in it, which may be changed. */
  public static @Nullable Object of(@Nullable Object value) {
    return JsonArray.of(Collections.singletonList(value)).toList().get(0);
  }

  /** The same of an object. */
  public static Map<String, @Nullable Object> ofObject(Map<String, ?> object) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    object.forEach((name, value) -> copy.put(name, of(value)));
    return copy;
  }
}
