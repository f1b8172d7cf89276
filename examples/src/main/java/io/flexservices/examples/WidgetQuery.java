package io.flexservices.examples;

import io.flexservices.json.JsonException;
import io.flexservices.json.JsonObject;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The part of Kinvey's queries that widgets understand: members that equal a value, {@code skip}
 * and {@code limit}. What it does not understand it refuses: to leave a condition out would answer,
 * or delete, too much.
 */
record WidgetQuery(JsonObject filter, long skip, long limit) {
  /**
   * Reads the parameters of a data event, which are texts.
   *
   * @throws IllegalArgumentException where one is malformed
   * @throws UnsupportedOperationException where one is not understood
   */
  static WidgetQuery of(@Nullable JsonObject parameters) {
    JsonObject given = parameters == null ? JsonObject.empty() : parameters;
    for (String name : List.of("sort", "fields")) {
      if (given.has(name)) {
        throw new UnsupportedOperationException("Widgets do not know the parameter " + name);
      }
    }
    JsonObject filter = filter(given.value("query"));
    refuseOperators(filter);
    return new WidgetQuery(
        filter,
        number("skip", given.value("skip"), 0),
        number("limit", given.value("limit"), Long.MAX_VALUE));
  }

  /**
   * The conditions of a query: an object or its JSON text.
   *
   * @throws IllegalArgumentException where it is neither
   */
  static JsonObject filter(@Nullable Object query) {
    if (query == null) {
      return JsonObject.empty();
    }
    if (query instanceof JsonObject object) {
      return object;
    }
    try {
      return JsonObject.parse(query.toString());
    } catch (JsonException e) {
      throw new IllegalArgumentException("The query is not valid. " + e.getMessage(), e);
    }
  }

  /** Whether a widget meets the conditions. */
  boolean matches(JsonObject widget) {
    return filter.names().stream()
        .allMatch(
            name -> widget.has(name) && Objects.equals(widget.value(name), filter.value(name)));
  }

  /** The part of a result that {@code skip} and {@code limit} ask for. */
  <T> List<T> page(List<T> found) {
    return found.stream().skip(skip).limit(limit).toList();
  }

  private static void refuseOperators(JsonObject filter) {
    for (String name : filter.names()) {
      boolean isOperator = name.startsWith("$");
      boolean hasOperators =
          filter.value(name) instanceof JsonObject condition
              && condition.names().stream().anyMatch(inner -> inner.startsWith("$"));
      if (isOperator || hasOperators) {
        throw new UnsupportedOperationException("Widgets are found by equal values only");
      }
    }
  }

  private static long number(String name, @Nullable Object text, long otherwise) {
    if (text == null) {
      return otherwise;
    }
    try {
      long number = Long.parseLong(text.toString());
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Refused below, as a negative one is.
    }
    throw new IllegalArgumentException("The parameter " + name + " is not a whole number from 0");
  }
}
