package io.flexservices.aws;

import io.flexservices.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object inside an event, read without trust: a member that is null or of another type than the
 * one asked for counts as missing, since test tools and hand-written events have many gaps.
 */
final class EventObject {
  private final Map<?, ?> members;

  private EventObject(Map<?, ?> members) {
    this.members = members;
  }

  /** A name and one of its values. */
  record Line(String name, String value) {}

  /** The object that a plain value is; one without members where it is none. */
  static EventObject of(@Nullable Object plain) {
    return new EventObject(plain instanceof Map<?, ?> members ? members : Map.of());
  }

  /** All of it. */
  JsonObject toJson() {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    members.forEach((name, value) -> json.put(String.valueOf(name), value));
    return JsonObject.of(json);
  }

  /** Whether there is a member of that name and it is not null. */
  boolean has(String name) {
    return members.get(name) != null;
  }

  /** A member as it is. */
  @Nullable Object value(String name) {
    return members.get(name);
  }

  /** A string. */
  @Nullable String text(String name) {
    return members.get(name) instanceof String text ? text : null;
  }

  /** A string in UTF-8, whether it was left in octets or not. */
  byte @Nullable [] octets(String name) {
    Object value = members.get(name);
    if (value instanceof byte[] octets) {
      return octets;
    }
    return value instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : null;
  }

  /** Whether a member is the boolean {@code true}. */
  boolean isTrue(String name) {
    return Boolean.TRUE.equals(members.get(name));
  }

  /** An object; one without members where it is missing. */
  EventObject object(String name) {
    return of(members.get(name));
  }

  /** The strings of an array. */
  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    if (members.get(name) instanceof List<?> items) {
      for (Object item : items) {
        if (item instanceof String text) {
          texts.add(text);
        }
      }
    }
    return texts;
  }

  /**
   * The members of a map of headers or query parameters, in order. A member is a scalar or an array
   * of scalars, one line each; what is null or an object is left out.
   */
  List<Line> lines(String name) {
    List<Line> lines = new ArrayList<>();
    for (Map.Entry<?, ?> member : object(name).members.entrySet()) {
      String key = String.valueOf(member.getKey());
      if (member.getValue() instanceof List<?> values) {
        for (Object value : values) {
          addLine(lines, key, value);
        }
      } else {
        addLine(lines, key, member.getValue());
      }
    }
    return lines;
  }

  /** The lines of one map, or where it has none those of another. */
  List<Line> lines(String preferred, String fallback) {
    List<Line> lines = lines(preferred);
    return lines.isEmpty() ? lines(fallback) : lines;
  }

  private static void addLine(List<Line> lines, String name, @Nullable Object value) {
    if (value instanceof String || value instanceof Number || value instanceof Boolean) {
      lines.add(new Line(name, value.toString()));
    }
  }
}
