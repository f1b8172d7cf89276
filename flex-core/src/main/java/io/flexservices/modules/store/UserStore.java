package io.flexservices.modules.store;

import static java.util.Objects.requireNonNull;

import io.flexservices.internal.kinvey.BackendAnswer;
import io.flexservices.internal.kinvey.BackendCall;
import io.flexservices.internal.kinvey.BackendSession;
import io.flexservices.internal.kinvey.Credentials;
import io.flexservices.json.JsonObject;
import io.flexservices.modules.query.Query;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The users of the app ({@code lib/service/modules/userStore.js} of the Flex SDK, 4.1.4). Methods
 * wait, fail and take entities as those of {@link DataCollection}; the error of a call that is
 * refused before it is sent is {@code UserStoreError}.
 */
public final class UserStore {
  private static final String ROUTE = "user";
  private static final String RECURSION =
      "Recursive requests to the user store from the user store cannot use user credentials or use"
          + " Bl";
  private static final String NO_USER_ID = "userId is required";

  private final String currentUserId;

  /** Version 1 removes a user unless it is told otherwise, later ones suspend. */
  private final boolean suspendsByDefault;

  private final Calls calls;

  /** Made by the runtime; a handler gets one from its modules. */
  public UserStore(BackendSession backend, StoreOptions options, String currentUserId) {
    this.currentUserId = requireNonNull(currentUserId, "currentUserId == null");
    this.calls = Calls.about(ROUTE, backend, options, "UserStoreError", RECURSION);
    this.suspendsByDefault = options.apiVersion() > 1;
  }

  /** All users. */
  public List<JsonObject> find() {
    return find(null);
  }

  /** The users that a query means; all of them for null. */
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

  /** The user with an id. */
  public JsonObject findById(@Nullable String userId) {
    return BackendSession.await(findByIdAsync(userId));
  }

  /** As {@link #findById}, without waiting. */
  public CompletableFuture<JsonObject> findByIdAsync(@Nullable String userId) {
    return userId == null || userId.isEmpty()
        ? calls.badRequest(NO_USER_ID)
        : calls.send(call("GET", userId), BackendAnswer::object);
  }

  /** The user who made the request. */
  public JsonObject getCurrentUser() {
    return BackendSession.await(getCurrentUserAsync());
  }

  /** As {@link #getCurrentUser}, without waiting. */
  public CompletableFuture<JsonObject> getCurrentUserAsync() {
    return findByIdAsync(currentUserId);
  }

  /** Signs a user up, which takes the app secret whatever the options say. */
  public JsonObject create(@Nullable Object user) {
    return BackendSession.await(createAsync(user));
  }

  /** As {@link #create}, without waiting. */
  public CompletableFuture<JsonObject> createAsync(@Nullable Object user) {
    Object plain = Entities.plain(user);
    return plain == null
        ? calls.badRequest("A user entity must be supplied")
        : calls.send(call("POST", "").as(Credentials.APP).body(plain), BackendAnswer::object);
  }

  /** Puts a user in the place of the one with its {@code _id}. */
  public JsonObject update(@Nullable Object user) {
    return BackendSession.await(updateAsync(user));
  }

  /** As {@link #update}, without waiting. */
  public CompletableFuture<JsonObject> updateAsync(@Nullable Object user) {
    Object plain = Entities.plain(user);
    if (plain == null) {
      return calls.badRequest("A user entity must be supplied");
    }
    String id = Entities.id(plain);
    return id == null
        ? calls.badRequest("A user entity must be supplied containing at least an _id")
        : calls.send(call("PUT", id).body(plain), BackendAnswer::object);
  }

  /**
   * Removes a user for good.
   *
   * @return what Kinvey answers: nothing as a rule, thus null
   */
  public @Nullable JsonObject remove(@Nullable String userId) {
    return BackendSession.await(removeAsync(userId));
  }

  /** As {@link #remove}, without waiting. */
  public CompletableFuture<@Nullable JsonObject> removeAsync(@Nullable String userId) {
    return userId == null || userId.isEmpty()
        ? calls.<@Nullable JsonObject>badRequest(NO_USER_ID)
        : calls.<@Nullable JsonObject>send(
            call("DELETE", userId).query(suspendsByDefault ? Map.of("hard", "true") : Map.of()),
            BackendAnswer::objectIfAny);
  }

  /**
   * Suspends a user, until it is restored.
   *
   * @return what Kinvey answers: nothing as a rule, thus null
   */
  public @Nullable JsonObject suspend(@Nullable String userId) {
    return BackendSession.await(suspendAsync(userId));
  }

  /** As {@link #suspend}, without waiting. */
  public CompletableFuture<@Nullable JsonObject> suspendAsync(@Nullable String userId) {
    return userId == null || userId.isEmpty()
        ? calls.<@Nullable JsonObject>badRequest(NO_USER_ID)
        : calls.<@Nullable JsonObject>send(
            call("DELETE", userId).query(suspendsByDefault ? Map.of() : Map.of("soft", "true")),
            BackendAnswer::objectIfAny);
  }

  /**
   * Restores a suspended user, which takes the master secret whatever the options say.
   *
   * @return what Kinvey answers: nothing as a rule, thus null
   */
  public @Nullable JsonObject restore(@Nullable String userId) {
    return BackendSession.await(restoreAsync(userId));
  }

  /** As {@link #restore}, without waiting. */
  public CompletableFuture<@Nullable JsonObject> restoreAsync(@Nullable String userId) {
    return userId == null || userId.isEmpty()
        ? calls.<@Nullable JsonObject>badRequest(NO_USER_ID)
        : calls.<@Nullable JsonObject>send(
            call("POST", userId, "_restore").as(Credentials.MASTER), BackendAnswer::objectIfAny);
  }

  /** How many users there are. */
  public long count() {
    return count(null);
  }

  /** How many users a query means; all of them for null. */
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

  /**
   * Gives a user a role.
   *
   * @return what Kinvey answers; null where that is nothing
   */
  public @Nullable JsonObject assignRole(@Nullable String userId, @Nullable String roleId) {
    return BackendSession.await(assignRoleAsync(userId, roleId));
  }

  /** As {@link #assignRole}, without waiting. */
  public CompletableFuture<@Nullable JsonObject> assignRoleAsync(
      @Nullable String userId, @Nullable String roleId) {
    return role("PUT", userId, roleId);
  }

  /**
   * Takes a role from a user.
   *
   * @return what Kinvey answers; null where that is nothing
   */
  public @Nullable JsonObject revokeRole(@Nullable String userId, @Nullable String roleId) {
    return BackendSession.await(revokeRoleAsync(userId, roleId));
  }

  /** As {@link #revokeRole}, without waiting. */
  public CompletableFuture<@Nullable JsonObject> revokeRoleAsync(
      @Nullable String userId, @Nullable String roleId) {
    return role("DELETE", userId, roleId);
  }

  /** The roles of a user. */
  public List<JsonObject> listRoles(@Nullable String userId) {
    return BackendSession.await(listRolesAsync(userId));
  }

  /** As {@link #listRoles}, without waiting. */
  public CompletableFuture<List<JsonObject>> listRolesAsync(@Nullable String userId) {
    return userId == null || userId.isEmpty()
        ? calls.badRequest(NO_USER_ID)
        : calls.send(call("GET", userId, "roles"), BackendAnswer::objects);
  }

  private CompletableFuture<@Nullable JsonObject> role(
      String method, @Nullable String userId, @Nullable String roleId) {
    if (userId == null || userId.isEmpty()) {
      return calls.<@Nullable JsonObject>badRequest(NO_USER_ID);
    }
    return roleId == null || roleId.isEmpty()
        ? calls.<@Nullable JsonObject>badRequest("roleId is required")
        : calls.<@Nullable JsonObject>send(
            call(method, userId, "roles", roleId).body(Map.of()), BackendAnswer::objectIfAny);
  }

  private BackendCall call(String method, String... rest) {
    return calls.call(method, ROUTE, rest);
  }
}
