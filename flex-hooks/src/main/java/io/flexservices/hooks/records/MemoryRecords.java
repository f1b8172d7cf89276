package io.flexservices.hooks.records;

import static java.util.Objects.requireNonNull;

import io.flexservices.hooks.HookParams;
import io.flexservices.hooks.Records;
import io.flexservices.hooks.internal.FlatQuery;
import io.flexservices.json.JsonObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A collection in memory. What it gives are copies. Safe for use from several threads at once.
 *
 * <pre>{@code
 * Records currencies = MemoryRecords.of("code", List.of(Map.of("code", "EUR", "name", "Euro")));
 * }</pre>
 */
public final class MemoryRecords implements Records {
  private final String idField;
  private final List<Map<String, @Nullable Object>> records;

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
    List<Map<String, @Nullable Object>> found = new ArrayList<>();
    for (JsonObject record : FlatQuery.toQuery(params.query(), idField).process(records)) {
      found.add(record.toMap());
    }
    return CompletableFuture.completedStage(found);
  }
}
