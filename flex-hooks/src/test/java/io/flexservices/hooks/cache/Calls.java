package io.flexservices.hooks.cache;

import io.flexservices.hooks.Hook;
import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.HookMethod;
import io.flexservices.hooks.HookParams;
import io.flexservices.hooks.HookStage;
import io.flexservices.json.Json;
import io.flexservices.json.JsonObject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls of a service, as a cache's hook sees them; values are written as JSON. */
final class Calls {
  private Calls() {}

  static HookContext before(HookMethod method, @Nullable Object id) {
    return HookContext.of(HookStage.BEFORE, method, "posts").id(id).build();
  }

  static HookContext after(HookMethod method, String result) {
    HookContext context = HookContext.of(HookStage.AFTER, method, "posts").build();
    context.setResult(Json.parse(result));
    return context;
  }

  static HookContext query(HookContext context, String query) {
    context.setParams(new HookParams(Map.of("query", JsonObject.parse(query).toMap())));
    return context;
  }

  static HookContext as(HookContext context, String user) {
    context.params().set(HookParams.USER, JsonObject.parse(user).toMap());
    return context;
  }

  /** What a {@code get} finds in the cache, as JSON; null where it asks the service. */
  static @Nullable String found(Hook hook, HookContext get) throws Exception {
    hook.run(get);
    return get.hasResult() ? Json.text(get.result()) : null;
  }

  static @Nullable String get(Hook hook, Object id) throws Exception {
    return found(hook, before(HookMethod.GET, id));
  }
}
