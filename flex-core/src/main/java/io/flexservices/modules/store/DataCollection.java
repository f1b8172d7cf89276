package io.flexservices.modules.store;

import io.flexservices.internal.kinvey.BackendAnswer;
import io.flexservices.internal.kinvey.BackendCall;
import io.flexservices.internal.kinvey.BackendSession;
import io.flexservices.json.JsonObject;
import io.flexservices.modules.query.Query;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The entities of one collection ({@code lib/service/modules/dataStore.js} of the Flex SDK, 4.1.4).
 *
 * <p>Every method waits for Kinvey's answer, for as long as the request has time, and has an
 * asynchronous form that does not. What fails is a {@link io.flexservices.error.KinveyException}:
 * thrown here, in the future there. Its error is {@code DataStoreError} where the call is refused
 * before it is sent: without an id or entity that it needs, and where the collection is the one
 * that the request is about and the options would run its hooks again.
 *
 * <p>An entity is a map, a {@link JsonObject}, a Kinvey entity, or a value of a class of the
 * service; it is read before the method returns. Safe to use from several threads.
 */
public final class DataCollection {
  private static final String RECURSION =
      "Recursive data operations to the same collection cannot use user context or use BL.";

  private final String name;
  private final Calls calls;

  DataCollection(String name, BackendSession backend, StoreOptions options) {
    this.name = name;
    this.calls = Calls.about(name, backend, options, "DataStoreError", RECURSION);
  }

  /** The name of the collection. */
  public String collectionName() {
    return name;
  }

  /** All entities. */
  public List<JsonObject> find() {
    return find(null);
  }

  /** The entities that a query means; all of them for null. */
  public List<JsonObject> find(@Nullable Query query) {
    return BackendSession.await(findAsync(query));
  }

  /** As {@link #find()}, without waiting. */
  public CompletableFuture<List<JsonObject>> findAsync() {
    return findAsync(null);
  }

  /** As {@link #find(Query)}, without waiting. */
  public CompletableFuture<List<JsonObject>> findAsync(@Nullable Query query) {
    return calls.send(call("GET", "").query(Calls.parameters(query)), BackendAnswer::objects);
  }

  /** The entity with an id. */
  public JsonObject findById(@Nullable String entityId) {
    return BackendSession.await(findByIdAsync(entityId));
  }

  /** As {@link #findById}, without waiting. */
  public CompletableFuture<JsonObject> findByIdAsync(@Nullable String entityId) {
    return entityId == null || entityId.isEmpty()
        ? calls.badRequest("entityId is required")
        : calls.send(call("GET", entityId), BackendAnswer::object);
  }

  /**
   * Saves an entity: in the place of the one with its {@code _id}, or as a new one where it has
   * none. Several at once are saved by {@link #create}.
   *
   * @return the entity as Kinvey saved it
   */
  public JsonObject save(@Nullable Object entity) {
    return BackendSession.await(saveAsync(entity));
  }

  /** As {@link #save}, without waiting. */
  public CompletableFuture<JsonObject> saveAsync(@Nullable Object entity) {
    Object plain = Entities.plain(entity);
    if (plain instanceof List) {
      return calls.refuse(
          "Unable to save an array of entities. To insert multiple entities use \"create\""
              + " function.",
          null);
    }
    String id = Entities.id(plain);
    return id == null
        ? createAsync(plain)
        : calls.send(call("PUT", id).body(plain), BackendAnswer::object);
  }

  /**
   * Inserts an entity, or a list of them. A list goes to Kinvey in batches of 100, one after
   * another; a batch that fails as a whole ends it, with those before it inserted.
   *
   * @return the entity as Kinvey saved it; of a list {@code entities}, with null for those that
   *     failed, and {@code errors}, each with the {@code index} in the list
   */
  public JsonObject create(@Nullable Object entityOrList) {
    return BackendSession.await(createAsync(entityOrList));
  }

  /** As {@link #create}, without waiting. */
  public CompletableFuture<JsonObject> createAsync(@Nullable Object entityOrList) {
    Object plain = Entities.plain(entityOrList);
    if (plain == null) {
      return calls.badRequest("entity is required");
    }
    if (plain instanceof List<?> list && list.size() > BatchInsert.SIZE) {
      return new BatchInsert(list, this::insert).start();
    }
    return insert(plain);
  }

  /**
   * Removes the entities that a query means; all of them for null.
   *
   * @return how many, as {@code count}
   */
  public JsonObject remove(@Nullable Query query) {
    return BackendSession.await(removeAsync(query));
  }

  /** As {@link #remove}, without waiting. */
  public CompletableFuture<JsonObject> removeAsync(@Nullable Query query) {
    return calls.send(call("DELETE", "").query(Calls.parameters(query)), BackendAnswer::object);
  }

  /**
   * Removes the entity with an id.
   *
   * @return how many there were, as {@code count}
   */
  public JsonObject removeById(@Nullable String entityId) {
    return BackendSession.await(removeByIdAsync(entityId));
  }

  /** As {@link #removeById}, without waiting. */
  public CompletableFuture<JsonObject> removeByIdAsync(@Nullable String entityId) {
    return entityId == null || entityId.isEmpty()
        ? calls.badRequest("entityId is required")
        : calls.send(call("DELETE", entityId), BackendAnswer::object);
  }

  /** How many entities there are. */
  public long count() {
    return count(null);
  }

  /** How many entities a query means; all of them for null. */
  public long count(@Nullable Query query) {
    return BackendSession.await(countAsync(query));
  }

  /** As {@link #count()}, without waiting. */
  public CompletableFuture<Long> countAsync() {
    return countAsync(null);
  }

  /** As {@link #count(Query)}, without waiting. */
  public CompletableFuture<Long> countAsync(@Nullable Query query) {
    return calls.send(
        call("GET", "_count", "").query(Calls.parameters(query)), BackendAnswer::count);
  }

  private CompletableFuture<JsonObject> insert(Object plain) {
    return calls.send(call("POST", "").body(plain), BackendAnswer::object);
  }

  private BackendCall call(String method, String... rest) {
    String[] path = new String[rest.length + 1];
    path[0] = name;
    System.arraycopy(rest, 0, path, 1, rest.length);
    return calls.call(method, "appdata", path);
  }
}
