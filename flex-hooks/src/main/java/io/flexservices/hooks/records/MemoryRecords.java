package io.flexservices.hooks.records;

import static java.util.Objects.requireNonNull;

import io.flexservices.hooks.HookException;
import io.flexservices.hooks.HookParams;
import io.flexservices.hooks.Records;
import io.flexservices.hooks.internal.Bodies;
import io.flexservices.hooks.internal.FlatQuery;
import io.flexservices.json.Json;
import io.flexservices.json.JsonObject;
import io.flexservices.modules.query.QueryException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
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
  private volatile List<Map<String, @Nullable Object>> records;

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
    Narrowed narrowed =
        Narrowed.of(records, FlatQuery.paged(params.query(), params.get(HookParams.PAGINATE)));
    return CompletableFuture.completedStage(
        Bodies.records(FlatQuery.toQuery(narrowed.query(), idField).process(narrowed.records())));
  }

  @Override
  public CompletionStage<@Nullable Object> create(Object data, HookParams params) {
    return change(
        (List<Map<String, @Nullable Object>> now) -> MemoryChange.create(now, idField, data));
  }

  @Override
  public CompletionStage<@Nullable Object> update(
      @Nullable Object id, Map<String, @Nullable Object> data, HookParams params) {
    if (id == null) {
      return CompletableFuture.failedStage(WriteErrors.noId());
    }
    return change(
        (List<Map<String, @Nullable Object>> now) ->
            MemoryChange.replace(now, meant(id, params), old -> MemoryChange.record(data)));
  }

  @Override
  public CompletionStage<@Nullable Object> patch(
      @Nullable Object id, Map<String, @Nullable Object> data, HookParams params) {
    return change(
        (List<Map<String, @Nullable Object>> now) ->
            MemoryChange.replace(
                now,
                meant(id, params),
                (Map<String, @Nullable Object> old) -> {
                  Map<String, @Nullable Object> merged = new LinkedHashMap<>(old);
                  merged.putAll(MemoryChange.record(data));
                  return merged;
                }));
  }

  @Override
  public CompletionStage<@Nullable Object> remove(@Nullable Object id, HookParams params) {
    return change(
        (List<Map<String, @Nullable Object>> now) -> MemoryChange.remove(now, meant(id, params)));
  }

  private MemoryChange.Meant meant(@Nullable Object id, HookParams params) {
    return new MemoryChange.Meant(idField, id, params.query());
  }

  private synchronized CompletionStage<@Nullable Object> change(
      Function<List<Map<String, @Nullable Object>>, MemoryChange> write) {
    try {
      MemoryChange change = write.apply(records);
      records = change.records();
      return CompletableFuture.<@Nullable Object>completedStage(Json.copy(change.result()));
    } catch (HookException | QueryException e) {
      return CompletableFuture.failedStage(e);
    }
  }
}
