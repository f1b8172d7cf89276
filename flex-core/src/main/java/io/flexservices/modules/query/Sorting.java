package io.flexservices.modules.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An order by several fields, in order of precedence. */
final class Sorting {
  private final List<SortField> fields;

  private Sorting(List<SortField> fields) {
    this.fields = fields;
  }

  static Sorting of(Map<String, @Nullable Object> sort) {
    List<SortField> fields = new ArrayList<>();
    sort.forEach((field, direction) -> fields.add(SortField.of(field, direction)));
    return new Sorting(fields);
  }

  /** Records that no field tells apart stay in order. */
  List<Map<String, ?>> sorted(List<Map<String, ?>> records) {
    return records.stream()
        .map(record -> new Keyed(record, keys(record)))
        .sorted(this::compare)
        .<Map<String, ?>>map(Keyed::record)
        .toList();
  }

  private List<@Nullable Object> keys(Map<String, ?> record) {
    List<@Nullable Object> keys = new ArrayList<>();
    fields.forEach(field -> keys.add(field.key(record)));
    return keys;
  }

  private int compare(Keyed left, Keyed right) {
    for (int i = 0; i < fields.size(); i++) {
      Comparator<@Nullable Object> order = fields.get(i).order();
      int compared = order.compare(left.keys.get(i), right.keys.get(i));
      if (compared != 0) {
        return compared;
      }
    }
    return 0;
  }

  /** A record with what it is sorted by, looked up once. */
  private record Keyed(Map<String, ?> record, List<@Nullable Object> keys) {}
}
