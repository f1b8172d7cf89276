package io.flexservices.hooks.records;

import io.flexservices.hooks.internal.Bodies;
import io.flexservices.json.JsonObject;
import io.flexservices.modules.query.Query;
import io.flexservices.modules.store.UserStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The users of the app. Kinvey creates and removes them one by one. */
final class UsersStore implements Store {
  private final UserStore users;

  UsersStore(UserStore users) {
    this.users = users;
  }

  @Override
  public int pathLength() {
    return "/user/".length();
  }

  @Override
  public CompletableFuture<List<JsonObject>> find(Query query) {
    return users.findAsync(query);
  }

  @Override
  public CompletableFuture<JsonObject> findById(String id) {
    return users.findByIdAsync(id);
  }

  @Override
  public CompletableFuture<JsonObject> create(Map<String, @Nullable Object> record) {
    return users.createAsync(record);
  }

  @Override
  public CompletableFuture<? extends List<?>> createAll(List<?> records) {
    return SideBySide.each(records, users::createAsync).thenApply(Bodies::records);
  }

  @Override
  public CompletableFuture<JsonObject> save(Map<String, @Nullable Object> record) {
    return users.updateAsync(record);
  }

  @Override
  public CompletableFuture<?> remove(List<String> ids) {
    return SideBySide.each(ids, users::removeAsync);
  }
}
