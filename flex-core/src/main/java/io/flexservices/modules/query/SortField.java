package io.flexservices.modules.query;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A field to sort by. Of an array the smallest item counts where the order is ascending, the
 * largest where it is descending; missing counts as null, and an empty array as less than that.
 */
record SortField(List<String> steps, Comparator<@Nullable Object> order) {
  static SortField of(String field, @Nullable Object direction) {
    Object plain = PlainValue.of(direction);
    if (!(plain instanceof Number number) || !(Math.abs(number.doubleValue()) > 0)) {
      throw new QueryException("sort by " + field + " must be 1 or -1");
    }
    Comparator<@Nullable Object> ascending = ValueOrder.INSTANCE;
    return new SortField(
        FieldPath.of(field).steps(), number.doubleValue() > 0 ? ascending : ascending.reversed());
  }

  /** What the record is sorted by. */
  @Nullable Object key(Map<?, ?> record) {
    return key(record, 0);
  }

  private @Nullable Object key(Map<?, ?> object, int depth) {
    Object value = PlainValue.of(object.get(steps.get(depth)));
    return below(value, depth + 1);
  }

  private @Nullable Object below(@Nullable Object value, int depth) {
    if (value instanceof List<?> list) {
      return depth == steps.size() ? first(list, depth) : inside(list, depth);
    }
    if (depth == steps.size()) {
      return value;
    }
    return value instanceof Map<?, ?> object ? key(object, depth) : null;
  }

  private @Nullable Object inside(List<?> list, int depth) {
    int index = FieldPath.index(steps.get(depth), list);
    if (index >= 0) {
      return below(PlainValue.of(list.get(index)), depth + 1);
    }
    return list.isEmpty() ? null : first(list, depth);
  }

  /** The item that comes first in the order; of no item, what is less than null. */
  private @Nullable Object first(List<?> list, int depth) {
    Object first = Missing.MISSING;
    for (int i = 0; i < list.size(); i++) {
      Object key = itemKey(PlainValue.of(list.get(i)), depth);
      first = i == 0 || order.compare(key, first) < 0 ? key : first;
    }
    return first;
  }

  private @Nullable Object itemKey(@Nullable Object item, int depth) {
    if (depth == steps.size()) {
      return item;
    }
    return item instanceof Map<?, ?> object ? key(object, depth) : null;
  }
}
