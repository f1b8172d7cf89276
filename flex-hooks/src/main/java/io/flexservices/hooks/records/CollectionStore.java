package io.flexservices.hooks.records;

import io.flexservices.hooks.HookException;
import io.flexservices.hooks.internal.FlatQuery;
import io.flexservices.json.JsonArray;
import io.flexservices.json.JsonObject;
import io.flexservices.modules.query.Query;
import io.flexservices.modules.store.DataCollection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A collection of the app. */
final class CollectionStore implements Store {
  private final DataCollection collection;

  CollectionStore(DataCollection collection) {
    this.collection = collection;
  }

  @Override
  public int pathLength() {
    return "/appdata/".length() + UrlLength.of(collection.collectionName());
  }

  @Override
  public CompletableFuture<List<JsonObject>> find(Query query) {
    return collection.findAsync(query);
  }

  @Override
  public CompletableFuture<JsonObject> findById(String id) {
    return collection.findByIdAsync(id);
  }

  @Override
  public CompletableFuture<JsonObject> create(Map<String, @Nullable Object> record) {
    return collection.createAsync(record);
  }

  @Override
  public CompletableFuture<? extends List<?>> createAll(List<?> records) {
    return collection.createAsync(records).thenApply(answer -> created(answer, records.size()));
  }

  /** Without a list of entities Kinvey's answer is no answer to a list. */
  private static List<?> created(JsonObject answer, int size) {
    JsonArray errors = answer.array("errors");
    JsonArray entities = answer.array("entities");
    if (errors != null && !errors.isEmpty()) {
      throw HookException.badRequest(
          errors.size() + " of " + size + " records could not be created", errors.toList());
    }
    return entities == null ? List.of() : entities.toList();
  }

  @Override
  public CompletableFuture<JsonObject> save(Map<String, @Nullable Object> record) {
    return collection.saveAsync(record);
  }

  @Override
  public CompletableFuture<?> remove(List<String> ids) {
    Map<String, @Nullable Object> ofIds = Map.of("_id", Map.of("$in", ids));
    return SideBySide.each(
        QueryChunks.of(ofIds, UrlLength.budget(pathLength())),
        (Map<String, @Nullable Object> chunk) ->
            collection.removeAsync(FlatQuery.toQuery(chunk, "_id")));
  }
}
