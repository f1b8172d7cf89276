package io.flexservices.conformance.platforms;

import io.flexservices.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An event for a function, to be varied. Mutable. */
final class Event {
  private final Map<String, @Nullable Object> members;

  private Event(Map<String, @Nullable Object> members) {
    this.members = members;
  }

  static Event empty() {
    return new Event(new LinkedHashMap<>());
  }

  /** The example of a document. */
  @SuppressWarnings("unchecked") // the keys of a JSON object are strings
  static Event of(String json) {
    if (!(Json.parse(json) instanceof Map<?, ?> map)) {
      throw new IllegalArgumentException("no JSON object: " + json);
    }
    return new Event((Map<String, @Nullable Object>) copy(map));
  }

  /** Sets a member; dots lead into objects, which are made where they are missing. */
  Event put(String path, @Nullable Object value) {
    parent(path).put(name(path), value);
    return this;
  }

  /** Takes a member away; dots lead into objects. */
  Event remove(String path) {
    parent(path).remove(name(path));
    return this;
  }

  String json() {
    return Json.text(members);
  }

  @SuppressWarnings("unchecked") // only put() and copy() make objects in here
  private Map<String, @Nullable Object> parent(String path) {
    Map<String, @Nullable Object> parent = members;
    for (int from = 0, dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', from)) {
      String step = path.substring(from, dot);
      if (!(parent.get(step) instanceof Map<?, ?>)) {
        parent.put(step, new LinkedHashMap<>());
      }
      parent = (Map<String, @Nullable Object>) parent.get(step);
      from = dot + 1;
    }
    return parent;
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  private static @Nullable Object copy(@Nullable Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      return value;
    }
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    map.forEach((key, member) -> copy.put(String.valueOf(key), copy(member)));
    return copy;
  }
}
