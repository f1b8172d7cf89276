package io.flexservices.hooks.records;

import static java.util.Objects.requireNonNull;

import io.flexservices.hooks.HookException;
import io.flexservices.hooks.HookParams;
import io.flexservices.hooks.Records;
import io.flexservices.hooks.internal.Copies;
import io.flexservices.hooks.internal.FlatQuery;
import io.flexservices.json.JsonObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A collection in memory, which can be read and patched. What it gives are copies. Safe for use
 * from several threads at once.
 *
 * <pre>{@code
 * Records currencies = MemoryRecords.of("code", List.of(Map.of("code", "EUR", "name", "Euro")));
 * }</pre>
 */
public final class MemoryRecords implements Records {
  private final String idField;
  private volatile List<Map<String, @Nullable Object>> records; // what it holds never changes

  private MemoryRecords(String idField, List<Map<String, @Nullable Object>> records) {
    this.idField = idField;
    this.records = records;
  }

  /**
   * The records as they are now.
   *
   * @param idField the name of the field that holds a record's id
   * @param records plain objects; they are copied
   */
  public static MemoryRecords of(String idField, Collection<? extends Map<String, ?>> records) {
    requireNonNull(idField, "idField == null");
    List<Map<String, @Nullable Object>> copies = new ArrayList<>(records.size());
    for (Map<String, ?> record : records) {
      copies.add(JsonObject.of(record).toMap());
    }
    return new MemoryRecords(idField, copies);
  }

  @Override
  public String idField() {
    return idField;
  }

  @Override
  public CompletionStage<List<Map<String, @Nullable Object>>> find(HookParams params) {
    return CompletableFuture.completedStage(found(params));
  }

  /** Of an id, fails with {@link HookException.Kind#NOT_FOUND} where the query leaves no record. */
  @Override
  public synchronized CompletionStage<@Nullable Object> patch(
      @Nullable Object id, Map<String, @Nullable Object> data, HookParams params) {
    HookParams wanted = params.copy();
    wanted.query().remove("$select");
    if (id != null) {
      wanted.query().put(idField, id);
    }
    List<Map<String, @Nullable Object>> found = found(wanted);
    if (id != null && found.isEmpty()) {
      return CompletableFuture.failedStage(
          HookException.of(HookException.Kind.NOT_FOUND, "No record found for id '" + id + "'"));
    }
    found.forEach(record -> record.putAll(Copies.ofObject(data)));
    replace(found);
    return CompletableFuture.completedStage(id == null ? found : found.get(0));
  }

  private List<Map<String, @Nullable Object>> found(HookParams params) {
    List<Map<String, @Nullable Object>> found = new ArrayList<>();
    for (JsonObject record : FlatQuery.toQuery(params.query(), idField).process(records)) {
      found.add(record.toMap());
    }
    return found;
  }

  private void replace(List<Map<String, @Nullable Object>> changed) {
    Map<Object, Map<String, @Nullable Object>> byId = new HashMap<>();
    for (Map<String, @Nullable Object> record : changed) {
      byId.put(requireNonNull(record.get(idField)), Copies.ofObject(record));
    }
    List<Map<String, @Nullable Object>> next = new ArrayList<>(records.size());
    for (Map<String, @Nullable Object> record : records) {
      next.add(byId.getOrDefault(record.get(idField), record));
    }
    records = next;
  }
}
