package io.flexservices.hooks.loader;

import io.flexservices.hooks.internal.Keys;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Records put in the order of keys. The messages are those of {@code @feathers-plus/batch-loader}
 * 0.3.6.
 */
final class ResultsByKey {
  private final ResultType type;
  private final ResultOptions options;
  private final Map<Object, List<@Nullable Object>> byKey;

  private ResultsByKey(ResultType type, ResultOptions options, int size) {
    this.type = type;
    this.options = options;
    this.byKey = new LinkedHashMap<>(Math.max(16, (int) (size / 0.75) + 1));
  }

  static <R extends @Nullable Object> List<@Nullable Object> of(
      List<?> keys,
      Collection<R> records,
      Function<? super R, ? extends @Nullable Object> keyOf,
      ResultType type,
      ResultOptions options) {
    ResultsByKey results = new ResultsByKey(type, options, records.size());
    results.add(records, keyOf);
    return results.of(keys);
  }

  private <R extends @Nullable Object> void add(
      Collection<R> records, Function<? super R, ? extends @Nullable Object> keyOf) {
    int index = 0;
    for (R record : records) {
      if (record != null) {
        Object key = Keys.byText(keyOf.apply(record));
        byKey.computeIfAbsent(key, absent -> new ArrayList<>(1)).add(record);
      } else if (type.isRequired()) {
        options.onError().accept(index, "This result requires a non-null result.");
      }
      index++;
    }
    if (!type.isList()) {
      checkSingle();
    }
  }

  private void checkSingle() {
    int index = 0;
    for (List<?> found : byKey.values()) {
      if (found.size() != 1) {
        String detail =
            "This result needs a single result object. A collection of "
                + found.size()
                + " elements was found.";
        options.onError().accept(index, detail);
      }
      index++;
    }
  }

  private List<@Nullable Object> of(List<?> keys) {
    List<@Nullable Object> results = new ArrayList<>(keys.size());
    for (Object key : keys) {
      List<@Nullable Object> found = byKey.get(Keys.byText(key));
      Object value = found == null ? options.defaultElem() : type.isList() ? found : found.get(0);
      if (value == null && type.isRequired()) {
        String detail = "This key requires a non-null result. Null or empty-array found.";
        options.onError().accept(results.size(), detail);
      }
      results.add(value);
    }
    return results;
  }
}
