package io.flexservices.hooks.internal;

import io.flexservices.json.Json;
import io.flexservices.json.JsonArray;
import io.flexservices.json.JsonException;
import io.flexservices.json.JsonObject;
import io.flexservices.modules.query.QueryException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The query of Kinvey's requests, {@code {query, sort, limit, skip, fields}}, and the flat one of
 * the hook documents, from one to the other. Kinvey sends {@code query} and {@code sort} as JSON
 * texts or as objects, numbers as numbers or as their digits, and fields with commas between them.
 */
public final class KinveyQuery {
  private static final Set<String> NAMES = Set.of("query", "sort", "limit", "skip", "fields");

  /** More digits than there are records anywhere. */
  private static final String WHOLE_NUMBER = "-?[0-9]{1,15}";

  private KinveyQuery() {}

  /**
   * The flat form, in modifiable maps and lists.
   *
   * @param given what came with the request; null for nothing
   * @throws QueryException where a part is not what it should be
   */
  public static Map<String, @Nullable Object> flat(@Nullable JsonObject given) {
    JsonObject wire = given == null ? JsonObject.empty() : given;
    Map<String, @Nullable Object> flat = new LinkedHashMap<>();
    Map<String, @Nullable Object> conditions = object(wire, "query");
    if (conditions != null) {
      flat.putAll(conditions);
    }
    for (String modifier : FlatQuery.MODIFIERS.keySet()) {
      if (flat.containsKey(modifier)) {
        throw new QueryException(
            modifier + " is no condition; use " + FlatQuery.MODIFIERS.get(modifier));
      }
    }
    put(flat, "$sort", sort(wire));
    put(flat, "$limit", number(wire, "limit"));
    put(flat, "$skip", number(wire, "skip"));
    put(flat, "$select", fields(wire));
    return flat;
  }

  /**
   * Kinvey's form: {@code query} and {@code sort} as JSON texts.
   *
   * @param given what came with the request, whose other members go along
   */
  public static Map<String, @Nullable Object> wire(
      Map<String, @Nullable Object> flat, @Nullable JsonObject given) {
    Map<String, @Nullable Object> wire =
        given == null ? new LinkedHashMap<>() : new LinkedHashMap<>(given.asMap());
    wire.keySet().removeAll(NAMES);
    Map<String, @Nullable Object> conditions = FlatQuery.conditions(flat);
    if (!conditions.isEmpty()) {
      wire.put("query", Json.text(conditions));
    }
    flat.forEach(
        (name, value) -> {
          String modifier = FlatQuery.MODIFIERS.get(name);
          if (modifier != null && value != null) {
            wire.put(modifier, modifier(modifier, value));
          }
        });
    return wire;
  }

  /** {@link #wire} as parameters of a URL, which are all texts. */
  public static Map<String, @Nullable Object> parameters(
      Map<String, @Nullable Object> flat, @Nullable JsonObject given) {
    Map<String, @Nullable Object> parameters = wire(flat, given);
    parameters.replaceAll((name, value) -> value instanceof Number ? Json.text(value) : value);
    return parameters;
  }

  private static Object modifier(String name, Object value) {
    if (name.equals("sort")) {
      return value instanceof String ? value : Json.text(value);
    }
    if (name.equals("fields") && value instanceof List<?> list) {
      return String.join(",", list.stream().map(String::valueOf).toList());
    }
    return value;
  }

  private static @Nullable Object sort(JsonObject wire) {
    return wire.value("sort") instanceof String text && isName(text)
        ? new LinkedHashMap<>(Map.of(text.strip(), 1L))
        : object(wire, "sort");
  }

  /** A field by its name alone is sorted by ascending. */
  private static boolean isName(String text) {
    return !text.isBlank() && "{[\"".indexOf(text.strip().charAt(0)) < 0;
  }

  @SuppressWarnings("unchecked") // the names of a JSON object are strings
  private static @Nullable Map<String, @Nullable Object> object(JsonObject wire, String name) {
    Object value = wire.value(name);
    if (value instanceof String text) {
      value = text.isBlank() ? null : parsed(text, name);
    }
    if (value == null) {
      return null;
    }
    if (value instanceof JsonObject || value instanceof Map<?, ?>) {
      return (Map<String, @Nullable Object>) Json.copy(value);
    }
    throw new QueryException(name + " must be a JSON object");
  }

  private static @Nullable Object parsed(String text, String name) {
    try {
      return Json.parse(text);
    } catch (JsonException e) {
      throw new QueryException(name + " must be a JSON object. " + e.getMessage());
    }
  }

  private static @Nullable Number number(JsonObject wire, String name) {
    Object value = wire.value(name);
    if (value == null || value instanceof Number) {
      return (Number) value;
    }
    if (value instanceof String text) {
      String digits = text.strip();
      if (digits.isEmpty()) {
        return null;
      }
      if (digits.matches(WHOLE_NUMBER)) {
        return Long.valueOf(digits);
      }
    }
    throw new QueryException(name + " must be a number");
  }

  private static @Nullable List<String> fields(JsonObject wire) {
    Object value = wire.value("fields");
    List<String> names = new ArrayList<>();
    if (value instanceof String text) {
      for (String name : text.split(",", -1)) {
        names.add(name.strip());
      }
    } else if (value instanceof JsonArray array) {
      array.forEach(name -> names.add(String.valueOf(name)));
    } else if (value != null) {
      throw new QueryException("fields must be names with commas between them");
    }
    names.removeIf(String::isEmpty);
    return names.isEmpty() ? null : names;
  }

  private static void put(Map<String, @Nullable Object> flat, String name, @Nullable Object value) {
    if (value != null) {
      flat.put(name, value);
    }
  }
}
