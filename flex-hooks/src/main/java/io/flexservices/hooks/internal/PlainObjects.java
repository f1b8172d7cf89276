package io.flexservices.hooks.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON objects as plain values know them: maps, of which Java does not know that names are texts.
 */
public final class PlainObjects {
  private PlainObjects() {}

  /** The object itself. */
  @SuppressWarnings("unchecked") // the names of a JSON object are strings
  public static Map<String, @Nullable Object> of(Map<?, ?> object) {
    return (Map<String, @Nullable Object>) object;
  }

  /** The objects among the items, themselves. */
  public static List<Map<String, @Nullable Object>> among(List<?> items) {
    List<Map<String, @Nullable Object>> objects = new ArrayList<>();
    for (Object item : items) {
      if (item instanceof Map<?, ?> object) {
        objects.add(of(object));
      }
    }
    return objects;
  }
}
