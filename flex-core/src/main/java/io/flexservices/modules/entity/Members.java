package io.flexservices.modules.entity;

import io.flexservices.json.Json;
import io.flexservices.json.JsonArray;
import io.flexservices.json.JsonException;
import io.flexservices.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Members of an entity as the Flex SDK reads them: one that is false to JavaScript counts as
 * missing, one of another type than expected is refused. Objects and lists that a user put there
 * may be read-only; they are replaced by modifiable copies when they are first looked at.
 */
final class Members {
  private Members() {}

  /**
   * A member that is an object, to be changed in place; null where there is none.
   *
   * @throws JsonException where it is something else
   */
  @SuppressWarnings("unchecked") // the names of a JSON object are strings
  static @Nullable Map<String, @Nullable Object> object(
      Map<String, @Nullable Object> holder, String name) {
    Object value = holder.get(name);
    if (!Json.isTruthy(value)) {
      return null;
    }
    if (value instanceof LinkedHashMap<?, ?> object) {
      return (Map<String, @Nullable Object>) (Map<?, ?>) object;
    }
    JsonObject object = JsonObject.of(holder).object(name);
    Map<String, @Nullable Object> copy = object == null ? new LinkedHashMap<>() : object.toMap();
    holder.put(name, copy);
    return copy;
  }

  /** As {@link #object}; where there is none, one is made. */
  static Map<String, @Nullable Object> objectToFill(
      Map<String, @Nullable Object> holder, String name) {
    Map<String, @Nullable Object> object = object(holder, name);
    if (object == null) {
      object = new LinkedHashMap<>();
      holder.put(name, object);
    }
    return object;
  }

  /**
   * A member that is a list, to be changed in place; null where there is none.
   *
   * @throws JsonException where it is something else
   */
  @SuppressWarnings("unchecked") // whatever the list holds is an object or null
  static @Nullable List<@Nullable Object> list(Map<String, @Nullable Object> holder, String name) {
    Object value = holder.get(name);
    if (!Json.isTruthy(value)) {
      return null;
    }
    if (value instanceof ArrayList<?> list) {
      return (List<@Nullable Object>) (List<?>) list;
    }
    JsonArray array = JsonObject.of(holder).array(name);
    List<@Nullable Object> copy = array == null ? new ArrayList<>() : array.toList();
    holder.put(name, copy);
    return copy;
  }
}
