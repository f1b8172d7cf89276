package io.flexservices.hooks.records;

import io.flexservices.hooks.internal.FlatQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A query in parts that are short enough for a URL: the values of the longest {@code $in} are dealt
 * out. Without one that can be divided there is one part, however long.
 */
final class QueryChunks {
  private static final String IN = "$in";

  private final int budget;
  private final List<Map<String, @Nullable Object>> chunks = new ArrayList<>();

  private QueryChunks(int budget) {
    this.budget = budget;
  }

  /**
   * The parts; the query itself where it is short enough.
   *
   * @param budget how long the query string of a part may be
   */
  static List<Map<String, @Nullable Object>> of(Map<String, @Nullable Object> flat, int budget) {
    if (length(flat) <= budget) {
      return List.of(flat);
    }
    QueryChunks parts = new QueryChunks(budget);
    parts.add(distinct(flat));
    return parts.chunks;
  }

  private void add(Map<String, @Nullable Object> flat) {
    int length = length(flat);
    Longest longest = length <= budget ? null : longest(flat);
    if (longest == null) {
      chunks.add(flat);
      return;
    }
    // Where other conditions take the room, this one is cut first, and the others after it.
    int room = budget - (length - longest.length());
    for (List<?> values : longest.dealt(room > 0 ? room : budget / 2)) {
      add(with(flat, longest.field(), values));
    }
  }

  private static int length(Map<String, @Nullable Object> flat) {
    return UrlLength.of(FlatQuery.toQuery(flat, "_id"));
  }

  /** With each value of an {@code $in} once. */
  private static Map<String, @Nullable Object> distinct(Map<String, @Nullable Object> flat) {
    Map<String, @Nullable Object> distinct = flat;
    for (String field : flat.keySet()) {
      List<?> values = valuesIn(flat.get(field));
      if (values != null) {
        distinct = with(distinct, field, new ArrayList<>(new LinkedHashSet<>(values)));
      }
    }
    return distinct;
  }

  private static @Nullable List<?> valuesIn(@Nullable Object condition) {
    return condition instanceof Map<?, ?> operators && operators.get(IN) instanceof List<?> values
        ? values
        : null;
  }

  private static @Nullable Longest longest(Map<String, @Nullable Object> flat) {
    Longest longest = null;
    for (Map.Entry<String, @Nullable Object> condition : flat.entrySet()) {
      List<?> values = valuesIn(condition.getValue());
      if (values != null && values.size() > 1) {
        Longest candidate = Longest.of(condition.getKey(), values);
        longest = longest == null || candidate.length() > longest.length() ? candidate : longest;
      }
    }
    return longest;
  }

  private static Map<String, @Nullable Object> with(
      Map<String, @Nullable Object> flat, String field, List<?> values) {
    Map<Object, @Nullable Object> operators = new LinkedHashMap<>();
    if (flat.get(field) instanceof Map<?, ?> given) {
      operators.putAll(given);
    }
    operators.put(IN, values);
    Map<String, @Nullable Object> chunk = new LinkedHashMap<>(flat);
    chunk.put(field, operators);
    return chunk;
  }

  /**
   * The values of a field's {@code $in}.
   *
   * @param length how much of a query string they take
   */
  private record Longest(String field, List<?> values, int length) {
    static Longest of(String field, List<?> values) {
      int length = 0;
      for (Object value : values) {
        length += lengthOf(value);
      }
      return new Longest(field, values, length);
    }

    /** With the comma after it. */
    private static int lengthOf(@Nullable Object value) {
      return UrlLength.ofJson(value) + UrlLength.ESCAPE;
    }

    /** The values in parts that take so much room at most; in two at least. */
    List<List<?>> dealt(int room) {
      List<List<?>> parts = new ArrayList<>();
      int left = Math.min(room, length / 2 + 1);
      int begin = 0;
      int taken = 0;
      for (int i = 0; i < values.size(); i++) {
        int size = lengthOf(values.get(i));
        if (taken + size > left && i > begin) {
          parts.add(values.subList(begin, i));
          begin = i;
          taken = 0;
        }
        taken += size;
      }
      parts.add(values.subList(begin, values.size()));
      return parts;
    }
  }
}
