package io.flexservices.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a plain value is seen: as a view, or as the type that was asked for. */
final class JsonValues {
  private JsonValues() {}

  @SuppressWarnings("unchecked") // the keys of a JSON object are strings
  static @Nullable Object view(@Nullable Object plain) {
    if (plain instanceof Map<?, ?> map) {
      return JsonObject.of((Map<String, ?>) map);
    }
    if (plain instanceof List<?> list) {
      return JsonArray.of(list);
    }
    return plain;
  }

  static Map<String, @Nullable Object> copy(Map<String, ?> members) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    for (Map.Entry<String, ?> member : members.entrySet()) {
      copy.put(member.getKey(), copyOf(member.getValue()));
    }
    return copy;
  }

  static List<@Nullable Object> copy(List<?> items) {
    List<@Nullable Object> copy = new ArrayList<>(items.size());
    for (Object item : items) {
      copy.add(copyOf(item));
    }
    return copy;
  }

  /** What a view stands over; any other value as it is. */
  static @Nullable Object plain(@Nullable Object value) {
    if (value instanceof JsonObject object) {
      return object.members();
    }
    return value instanceof JsonArray array ? array.items() : value;
  }

  @SuppressWarnings("unchecked") // the keys of a JSON object are strings
  private static @Nullable Object copyOf(@Nullable Object given) {
    Object value = plain(given);
    if (value instanceof Map<?, ?> map) {
      return copy((Map<String, ?>) map);
    }
    return value instanceof List<?> list ? copy(list) : value;
  }

  /** As {@link #copy(Map)}, and what has a JSON form of its own in that form. */
  static @Nullable Object plainCopy(@Nullable Object given) {
    Object value = plain(given);
    if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> copy = new LinkedHashMap<>();
      map.forEach((name, member) -> copy.put(String.valueOf(name), plainCopy(member)));
      return copy;
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> copy = new ArrayList<>(list.size());
      list.forEach(item -> copy.add(plainCopy(item)));
      return copy;
    }
    return isPlain(value) ? value : Json.parse(Json.text(value));
  }

  private static boolean isPlain(@Nullable Object value) {
    return value == null
        || value instanceof String
        || value instanceof Number
        || value instanceof Boolean;
  }

  static @Nullable String string(@Nullable Object plain, Object where) {
    return typed(plain, String.class, where, "a string");
  }

  static @Nullable Boolean bool(@Nullable Object plain, Object where) {
    return typed(plain, Boolean.class, where, "a boolean");
  }

  static @Nullable JsonObject object(@Nullable Object plain, Object where) {
    return typed(view(plain), JsonObject.class, where, "an object");
  }

  static @Nullable JsonArray array(@Nullable Object plain, Object where) {
    return typed(view(plain), JsonArray.class, where, "an array");
  }

  static @Nullable BigDecimal decimal(@Nullable Object plain, Object where) {
    Number number = typed(plain, Number.class, where, "a number");
    if (number == null || number instanceof BigDecimal) {
      return (BigDecimal) number;
    }
    return new BigDecimal(number.toString());
  }

  static @Nullable Long integer(@Nullable Object plain, Object where) {
    if (plain instanceof Long whole) {
      return whole;
    }
    BigDecimal exact = decimal(plain, where);
    // The scale is looked at first: 1e1000000000 must not be spelled out to learn its size.
    if (exact == null) {
      return null;
    }
    if (exact.precision() - (long) exact.scale() <= 19) {
      try {
        return exact.longValueExact();
      } catch (ArithmeticException e) {
        throw wrongType(where, "a whole number within the range of long", plain);
      }
    }
    throw wrongType(where, "a whole number within the range of long", plain);
  }

  static @Nullable Object path(Map<String, ?> members, String path) {
    Object here = members;
    for (String step : path.split("\\.", -1)) {
      here = step(here, step);
    }
    return view(here);
  }

  private static @Nullable Object step(@Nullable Object where, String step) {
    Object here = plain(where);
    if (here instanceof Map<?, ?> map) {
      return map.get(step);
    }
    if (here instanceof List<?> list && isIndex(step)) {
      int index = Integer.parseInt(step);
      return index < list.size() ? list.get(index) : null;
    }
    return null;
  }

  private static boolean isIndex(String step) {
    return !step.isEmpty()
        && step.length() < 10
        && step.chars().allMatch(digit -> digit >= '0' && digit <= '9');
  }

  private static <T> @Nullable T typed(
      @Nullable Object value, Class<T> type, Object where, String wanted) {
    if (value != null && !type.isInstance(value)) {
      throw wrongType(where, wanted, value);
    }
    return type.cast(value);
  }

  private static JsonException wrongType(Object where, String wanted, @Nullable Object value) {
    String kind = value == null ? "null" : value.getClass().getSimpleName();
    return new JsonException("\"" + where + "\" is not " + wanted + " but " + kind);
  }
}
