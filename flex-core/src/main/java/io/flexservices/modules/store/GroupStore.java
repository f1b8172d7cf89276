package io.flexservices.modules.store;

import io.flexservices.internal.kinvey.BackendAnswer;
import io.flexservices.internal.kinvey.BackendSession;
import io.flexservices.json.JsonObject;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The user groups of the app ({@code lib/service/modules/groupStore.js} of the Flex SDK, 4.1.4).
 * Methods wait, fail and take entities as those of {@link DataCollection}; the error of a call that
 * is refused before it is sent is {@code GroupStoreError}.
 */
public final class GroupStore {
  private static final String ROUTE = "group";
  private static final String RECURSION =
      "Recursive requests to the group store from the group store cannot use user credentials or"
          + " use Bl";

  private final NamedEntities groups;

  /** Made by the runtime; a handler gets one from its modules. */
  public GroupStore(BackendSession backend, StoreOptions options) {
    this.groups =
        new NamedEntities(
            ROUTE, "group", Calls.about(ROUTE, backend, options, "GroupStoreError", RECURSION));
  }

  /** Makes a group. */
  public JsonObject create(@Nullable Object group) {
    return BackendSession.await(createAsync(group));
  }

  /** As {@link #create}, without waiting. */
  public CompletableFuture<JsonObject> createAsync(@Nullable Object group) {
    return groups.create(group);
  }

  /** Puts a group in the place of the one with its {@code _id}. */
  public JsonObject update(@Nullable Object group) {
    return BackendSession.await(updateAsync(group));
  }

  /** As {@link #update}, without waiting. */
  public CompletableFuture<JsonObject> updateAsync(@Nullable Object group) {
    return groups.update(group);
  }

  /** The group with an id. */
  public JsonObject findById(@Nullable String groupId) {
    return BackendSession.await(findByIdAsync(groupId));
  }

  /** As {@link #findById}, without waiting. */
  public CompletableFuture<JsonObject> findByIdAsync(@Nullable String groupId) {
    return groups.byId("GET", groupId, BackendAnswer::object);
  }

  /**
   * Removes the group with an id.
   *
   * @return what Kinvey answers; null where that is nothing
   */
  public @Nullable JsonObject remove(@Nullable String groupId) {
    return BackendSession.await(removeAsync(groupId));
  }

  /** As {@link #remove}, without waiting. */
  public CompletableFuture<@Nullable JsonObject> removeAsync(@Nullable String groupId) {
    return groups.<@Nullable JsonObject>byId("DELETE", groupId, BackendAnswer::objectIfAny);
  }
}
