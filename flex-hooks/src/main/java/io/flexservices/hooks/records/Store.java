package io.flexservices.hooks.records;

import io.flexservices.json.JsonObject;
import io.flexservices.modules.query.Query;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What Kinvey's stores of records have in common. */
interface Store {
  /** How many characters of a URL the path to the records takes, but for the host and the app. */
  int pathLength();

  CompletableFuture<List<JsonObject>> find(Query query);

  CompletableFuture<JsonObject> findById(String id);

  CompletableFuture<JsonObject> create(Map<String, @Nullable Object> record);

  /** Creates all of them, or fails. */
  CompletableFuture<? extends List<?>> createAll(List<?> records);

  /** Puts a record in the place of the one of its id. */
  CompletableFuture<JsonObject> save(Map<String, @Nullable Object> record);

  CompletableFuture<?> remove(List<String> ids);
}
