package io.flexservices.hooks.records;

import io.flexservices.hooks.internal.Keys;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Records that already fulfil one condition of a flat query, and the query without it. Joins ask
 * for the records of thousands of keys, {@code {id: {$in: [...]}}}, which would take as many
 * comparisons for each record; here it takes one look-up.
 *
 * <p>It means what {@link io.flexservices.modules.query.Query#process} means: numbers are compared
 * by value, null is also a field that is not there, an array is also each of its items.
 */
record Narrowed(List<Map<String, @Nullable Object>> records, Map<String, @Nullable Object> query) {
  /** Stands for null among values. */
  private static final Object NULL = new Object();

  /** Narrows by the first condition that says nothing but which plain values a field may have. */
  static Narrowed of(
      List<Map<String, @Nullable Object>> records, Map<String, @Nullable Object> query) {
    for (Map.Entry<String, @Nullable Object> condition : query.entrySet()) {
      Set<Object> wanted = wanted(condition.getKey(), condition.getValue());
      if (wanted != null) {
        Map<String, @Nullable Object> rest = new LinkedHashMap<>(query);
        rest.remove(condition.getKey());
        return new Narrowed(having(records, condition.getKey(), wanted), rest);
      }
    }
    return new Narrowed(records, query);
  }

  /** The values that the condition asks for; null where it is of another kind. */
  private static @Nullable Set<Object> wanted(String field, @Nullable Object condition) {
    if (field.startsWith("$") || field.indexOf('.') >= 0) {
      return null;
    }
    if (condition instanceof Map<?, ?> operators) {
      return operators.size() == 1 && operators.get("$in") instanceof List<?> values
          ? values(values)
          : null;
    }
    Object value = value(condition);
    return value == null ? null : Set.of(value);
  }

  private static @Nullable Set<Object> values(List<?> given) {
    Set<Object> values = new HashSet<>(Math.max(16, (int) (given.size() / 0.75) + 1));
    for (Object item : given) {
      Object value = value(item);
      if (value == null) {
        return null;
      }
      values.add(value);
    }
    return values;
  }

  /** What is equal for equal values; null for one that is no plain value. */
  private static @Nullable Object value(@Nullable Object given) {
    if (given == null) {
      return NULL;
    }
    boolean isPlain =
        given instanceof String || given instanceof Number || given instanceof Boolean;
    return isPlain ? Keys.canonical(given) : null;
  }

  private static List<Map<String, @Nullable Object>> having(
      List<Map<String, @Nullable Object>> records, String field, Set<Object> wanted) {
    List<Map<String, @Nullable Object>> having = new ArrayList<>();
    for (Map<String, @Nullable Object> record : records) {
      if (has(record.get(field), wanted)) {
        having.add(record);
      }
    }
    return having;
  }

  private static boolean has(@Nullable Object held, Set<Object> wanted) {
    if (held instanceof List<?> items) {
      for (Object item : items) {
        if (isWanted(item, wanted)) {
          return true;
        }
      }
      return false;
    }
    return isWanted(held, wanted);
  }

  private static boolean isWanted(@Nullable Object held, Set<Object> wanted) {
    Object value = value(held);
    return value != null && wanted.contains(value);
  }
}
