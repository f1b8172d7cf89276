package io.flexservices.hooks.records;

import io.flexservices.hooks.HookException;
import io.flexservices.hooks.internal.FlatQuery;
import io.flexservices.hooks.internal.PlainObjects;
import io.flexservices.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a write makes of the records in memory. The records that were there are not changed: who
 * reads meanwhile reads on.
 *
 * @param records all records afterwards
 * @param result what the write gives; its maps are those in {@code records}
 */
record MemoryChange(List<Map<String, @Nullable Object>> records, @Nullable Object result) {
  /** Adds a record, or a list of them. One without an id is given the next number that is free. */
  static MemoryChange create(
      List<Map<String, @Nullable Object>> before, String idField, Object data) {
    List<Map<String, @Nullable Object>> records = new ArrayList<>(before);
    List<@Nullable Object> added = new ArrayList<>();
    for (Object item : data instanceof List<?> list ? list : List.of(data)) {
      Map<String, @Nullable Object> record = record(item);
      Object id = record.get(idField);
      if (id == null) {
        record.put(idField, freeId(records, idField));
      } else if (hasAny(records, idField, id)) {
        throw HookException.badRequest("There is a record of the id '" + id + "' already");
      }
      records.add(record);
      added.add(record);
    }
    return new MemoryChange(records, data instanceof List<?> ? added : added.get(0));
  }

  /**
   * Puts others in the place of records.
   *
   * @param change gives the new record for one
   */
  static MemoryChange replace(
      List<Map<String, @Nullable Object>> before,
      Meant meant,
      UnaryOperator<Map<String, @Nullable Object>> change) {
    List<Map<String, @Nullable Object>> records = new ArrayList<>(before.size());
    List<@Nullable Object> changed = new ArrayList<>();
    for (Map<String, @Nullable Object> record : before) {
      if (meant.test(record)) {
        Map<String, @Nullable Object> other = change.apply(record);
        other.put(meant.idField(), record.get(meant.idField()));
        records.add(other);
        changed.add(other);
      } else {
        records.add(record);
      }
    }
    return new MemoryChange(records, meant.result(changed));
  }

  /** Removes records. */
  static MemoryChange remove(List<Map<String, @Nullable Object>> before, Meant meant) {
    List<Map<String, @Nullable Object>> records = new ArrayList<>(before.size());
    List<@Nullable Object> removed = new ArrayList<>();
    for (Map<String, @Nullable Object> record : before) {
      if (meant.test(record)) {
        removed.add(record);
      } else {
        records.add(record);
      }
    }
    return new MemoryChange(records, meant.result(removed));
  }

  /**
   * The records that a write means.
   *
   * @param id the one of that id, among those of the query; null for all of these
   */
  record Meant(String idField, @Nullable Object id, Map<String, @Nullable Object> query) {
    boolean test(Map<String, @Nullable Object> record) {
      return (id == null || hasId(record, idField, id)) && FlatQuery.matches(query, record);
    }

    @Nullable Object result(List<@Nullable Object> records) {
      if (id == null) {
        return records;
      }
      if (records.isEmpty()) {
        throw HookException.noRecord(id);
      }
      return records.get(0);
    }
  }

  static Map<String, @Nullable Object> record(@Nullable Object data) {
    if (Json.copy(data) instanceof Map<?, ?> record) {
      return PlainObjects.of(record);
    }
    throw WriteErrors.noRecord();
  }

  private static long freeId(List<Map<String, @Nullable Object>> records, String idField) {
    long id = records.size() + 1L;
    while (hasAny(records, idField, id)) {
      id++;
    }
    return id;
  }

  private static boolean hasAny(
      List<Map<String, @Nullable Object>> records, String idField, Object id) {
    for (Map<String, @Nullable Object> record : records) {
      if (hasId(record, idField, id)) {
        return true;
      }
    }
    return false;
  }

  /** Numbers are compared by value, as queries do it. */
  private static boolean hasId(Map<String, @Nullable Object> record, String idField, Object id) {
    Object known = record.get(idField);
    return Objects.equals(known, id)
        || (known instanceof Number
            && id instanceof Number
            && FlatQuery.matches(Map.of(idField, id), record));
  }
}
