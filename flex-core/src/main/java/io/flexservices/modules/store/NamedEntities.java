package io.flexservices.modules.store;

import io.flexservices.internal.kinvey.BackendAnswer;
import io.flexservices.json.JsonObject;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What groups and roles have in common.
 *
 * @param kind what one of them is called
 */
record NamedEntities(String route, String kind, Calls calls) {
  CompletableFuture<JsonObject> create(@Nullable Object entity) {
    Object plain = Entities.plain(entity);
    return plain == null
        ? noEntity("")
        : calls.send(calls.call("POST", route, "").body(plain), BackendAnswer::object);
  }

  CompletableFuture<JsonObject> update(@Nullable Object entity) {
    Object plain = Entities.plain(entity);
    if (plain == null) {
      return noEntity("");
    }
    String id = Entities.id(plain);
    return id == null
        ? noEntity(" containing at least an _id")
        : calls.send(calls.call("PUT", route, id).body(plain), BackendAnswer::object);
  }

  <T extends @Nullable Object> CompletableFuture<T> byId(
      String method, @Nullable String id, Function<BackendAnswer, T> form, String... rest) {
    if (id == null || id.isEmpty()) {
      return calls.badRequest(kind + "Id is required");
    }
    String[] path = new String[rest.length + 1];
    path[0] = id;
    System.arraycopy(rest, 0, path, 1, rest.length);
    return calls.send(calls.call(method, route, path), form);
  }

  private CompletableFuture<JsonObject> noEntity(String detail) {
    return calls.badRequest("A " + kind + " entity must be supplied" + detail);
  }
}
