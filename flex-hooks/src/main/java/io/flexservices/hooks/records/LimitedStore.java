package io.flexservices.hooks.records;

import io.flexservices.hooks.internal.CallQueue;
import io.flexservices.hooks.internal.Turn;
import io.flexservices.json.JsonObject;
import io.flexservices.modules.query.Query;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A store that takes its place in the queue of the request's calls: each that is under way holds a
 * thread and a connection. The queue is here and not where hooks ask for records, since only these
 * calls never wait for another one of the queue.
 */
final class LimitedStore implements Store {
  private final Store store;
  private final CallQueue calls;

  private LimitedStore(Store store, CallQueue calls) {
    this.store = store;
    this.calls = calls;
  }

  /** The store as the hooks of the call see it whose turn it is; outside of any as it is. */
  static Store of(Store store) {
    Turn turn = Turn.current();
    return turn == null ? store : new LimitedStore(store, turn.calls());
  }

  @Override
  public int pathLength() {
    return store.pathLength();
  }

  @Override
  public CompletableFuture<List<JsonObject>> find(Query query) {
    return calls.call(() -> store.find(query));
  }

  @Override
  public CompletableFuture<JsonObject> findById(String id) {
    return calls.call(() -> store.findById(id));
  }

  @Override
  public CompletableFuture<JsonObject> create(Map<String, @Nullable Object> record) {
    return calls.call(() -> store.create(record));
  }

  @Override
  public CompletableFuture<List<?>> createAll(List<?> records) {
    return calls.call(() -> store.createAll(records).thenApply((List<?> created) -> created));
  }

  @Override
  public CompletableFuture<JsonObject> save(Map<String, @Nullable Object> record) {
    return calls.call(() -> store.save(record));
  }

  @Override
  public CompletableFuture<?> remove(List<String> ids) {
    return calls.call(() -> store.remove(ids).<@Nullable Object>thenApply(done -> null));
  }
}
