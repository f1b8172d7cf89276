package io.flexservices.modules.store;

import io.flexservices.internal.kinvey.BackendAnswer;
import io.flexservices.internal.kinvey.BackendSession;
import io.flexservices.json.JsonObject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The roles of the app ({@code lib/service/modules/roleStore.js} of the Flex SDK, 4.1.4). Methods
 * wait, fail and take entities as those of {@link DataCollection}; the error of a call that is
 * refused before it is sent is {@code RoleStoreError}.
 */
public final class RoleStore {
  private static final String ROUTE = "roles";
  private static final String RECURSION =
      "Recursive requests to the role store from the role store cannot use user credentials or use"
          + " BL";

  private final NamedEntities roles;

  /** Made by the runtime; a handler gets one from its modules. */
  public RoleStore(BackendSession backend, StoreOptions options) {
    this.roles =
        new NamedEntities(
            ROUTE, "role", Calls.about(ROUTE, backend, options, "RoleStoreError", RECURSION));
  }

  /** Makes a role. */
  public JsonObject create(@Nullable Object role) {
    return BackendSession.await(createAsync(role));
  }

  /** As {@link #create}, without waiting. */
  public CompletableFuture<JsonObject> createAsync(@Nullable Object role) {
    return roles.create(role);
  }

  /** Puts a role in the place of the one with its {@code _id}. */
  public JsonObject update(@Nullable Object role) {
    return BackendSession.await(updateAsync(role));
  }

  /** As {@link #update}, without waiting. */
  public CompletableFuture<JsonObject> updateAsync(@Nullable Object role) {
    return roles.update(role);
  }

  /** The role with an id. */
  public JsonObject findById(@Nullable String roleId) {
    return BackendSession.await(findByIdAsync(roleId));
  }

  /** As {@link #findById}, without waiting. */
  public CompletableFuture<JsonObject> findByIdAsync(@Nullable String roleId) {
    return roles.byId("GET", roleId, BackendAnswer::object);
  }

  /**
   * Removes the role with an id.
   *
   * @return what Kinvey answers; null where that is nothing
   */
  public @Nullable JsonObject remove(@Nullable String roleId) {
    return BackendSession.await(removeAsync(roleId));
  }

  /** As {@link #remove}, without waiting. */
  public CompletableFuture<@Nullable JsonObject> removeAsync(@Nullable String roleId) {
    return roles.<@Nullable JsonObject>byId("DELETE", roleId, BackendAnswer::objectIfAny);
  }

  /** The users who have a role. */
  public List<JsonObject> listMembers(@Nullable String roleId) {
    return BackendSession.await(listMembersAsync(roleId));
  }

  /** As {@link #listMembers}, without waiting. */
  public CompletableFuture<List<JsonObject>> listMembersAsync(@Nullable String roleId) {
    return roles.byId("GET", roleId, BackendAnswer::objects, "membership");
  }
}
