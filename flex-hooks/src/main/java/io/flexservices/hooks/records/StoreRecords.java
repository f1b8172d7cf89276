package io.flexservices.hooks.records;

import io.flexservices.error.KinveyException;
import io.flexservices.hooks.HookException;
import io.flexservices.hooks.HookParams;
import io.flexservices.hooks.Records;
import io.flexservices.hooks.internal.Bodies;
import io.flexservices.hooks.internal.FlatQuery;
import io.flexservices.hooks.internal.PlainObjects;
import io.flexservices.json.JsonObject;
import io.flexservices.json.Throwables;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Records in one of Kinvey's stores. */
final class StoreRecords implements Records {
  private static final String ID = "_id";

  private final Store store;

  StoreRecords(Store store) {
    this.store = store;
  }

  @Override
  public CompletionStage<List<Map<String, @Nullable Object>>> find(HookParams params) {
    Map<String, @Nullable Object> query =
        FlatQuery.paged(params.query(), params.get(HookParams.PAGINATE));
    return ChunkedFind.find(store, query).thenApply(Bodies::records);
  }

  @Override
  public CompletionStage<Map<String, @Nullable Object>> get(Object id, HookParams params) {
    return params.query().isEmpty()
        ? store
            .findById(String.valueOf(id))
            .<JsonObject>handle(
                (@Nullable JsonObject record, @Nullable Throwable failure) ->
                    record == null ? missing(id, failure) : record)
            .thenApply(JsonObject::toMap)
        : Records.super.get(id, params);
  }

  @Override
  public CompletionStage<@Nullable Object> create(Object data, HookParams params) {
    if (data instanceof List<?> records) {
      return store.createAll(records).<@Nullable Object>thenApply((List<?> created) -> created);
    }
    return store.create(asRecord(data)).<@Nullable Object>thenApply(JsonObject::toMap);
  }

  @Override
  public CompletionStage<@Nullable Object> update(
      @Nullable Object id, Map<String, @Nullable Object> data, HookParams params) {
    if (id == null) {
      return CompletableFuture.failedStage(WriteErrors.noId());
    }
    return meant(id, params)
        .thenCompose(ignored -> saved(new LinkedHashMap<>(data), id))
        .<@Nullable Object>thenApply((Map<String, @Nullable Object> saved) -> saved);
  }

  @Override
  public CompletionStage<@Nullable Object> patch(
      @Nullable Object id, Map<String, @Nullable Object> data, HookParams params) {
    HookParams whole = allOf(params);
    whole.query().remove("$select"); // what is not read would be lost when the record is saved
    if (id != null) {
      return get(id, whole)
          .thenCompose((Map<String, @Nullable Object> record) -> merged(record, data))
          .<@Nullable Object>thenApply((Map<String, @Nullable Object> saved) -> saved);
    }
    return find(whole)
        .thenCompose(
            (List<Map<String, @Nullable Object>> records) ->
                SideBySide.each(
                    records, (Map<String, @Nullable Object> record) -> merged(record, data)))
        .<@Nullable Object>thenApply((List<Map<String, @Nullable Object>> saved) -> saved);
  }

  @Override
  public CompletionStage<@Nullable Object> remove(@Nullable Object id, HookParams params) {
    if (id != null) {
      return get(id, params)
          .thenCompose(
              (Map<String, @Nullable Object> record) ->
                  store.remove(List.of(idOf(record))).thenApply(done -> record))
          .<@Nullable Object>thenApply((Map<String, @Nullable Object> removed) -> removed);
    }
    return find(allOf(params))
        .thenCompose((List<Map<String, @Nullable Object>> records) -> removeAll(records))
        .<@Nullable Object>thenApply((List<Map<String, @Nullable Object>> removed) -> removed);
  }

  /** A page size is for what is shown: a write means all. */
  private static HookParams allOf(HookParams params) {
    HookParams all = params.copy();
    all.remove(HookParams.PAGINATE);
    return all;
  }

  private CompletionStage<List<Map<String, @Nullable Object>>> removeAll(
      List<Map<String, @Nullable Object>> records) {
    return records.isEmpty()
        ? CompletableFuture.completedStage(records)
        : store
            .remove(records.stream().map(StoreRecords::idOf).toList())
            .thenApply(done -> records);
  }

  /** Fails where the params have conditions, which the record of the id does not meet. */
  private CompletionStage<?> meant(Object id, HookParams params) {
    return FlatQuery.conditions(params.query()).isEmpty()
        ? CompletableFuture.completedStage(null)
        : get(id, params);
  }

  private CompletableFuture<Map<String, @Nullable Object>> merged(
      Map<String, @Nullable Object> record, Map<String, @Nullable Object> data) {
    Map<String, @Nullable Object> merged = new LinkedHashMap<>(record);
    merged.putAll(data);
    return saved(merged, idOf(record));
  }

  private CompletableFuture<Map<String, @Nullable Object>> saved(
      Map<String, @Nullable Object> record, Object id) {
    record.put(ID, id);
    return store.save(record).thenApply(JsonObject::toMap);
  }

  private static String idOf(Map<String, @Nullable Object> record) {
    return String.valueOf(record.get(ID));
  }

  private static JsonObject missing(Object id, @Nullable Throwable failure) {
    Throwable cause = failure == null ? null : Throwables.unwrapped(failure);
    if (cause instanceof KinveyException answered && answered.status() != 404) {
      throw answered;
    }
    if (cause == null || cause instanceof KinveyException) {
      throw HookException.noRecord(id);
    }
    throw new CompletionException(cause);
  }

  private static Map<String, @Nullable Object> asRecord(Object data) {
    if (data instanceof Map<?, ?> record) {
      return PlainObjects.of(record);
    }
    throw WriteErrors.noRecord();
  }
}
