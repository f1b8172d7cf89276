package io.flexservices.hooks.control;

import static java.util.Objects.requireNonNull;

import io.flexservices.hooks.CallingParams;
import io.flexservices.hooks.ContextValue;
import io.flexservices.hooks.Hook.AsyncHook;
import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.HookException;
import io.flexservices.hooks.HookMethod;
import io.flexservices.hooks.HookParams;
import io.flexservices.hooks.HookStage;
import io.flexservices.hooks.HookUsage;
import io.flexservices.hooks.Records;
import io.flexservices.json.Json;
import io.flexservices.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Keeps the record as it is before the call, among the params. */
record StashBefore(ContextValue<String> param) implements AsyncHook {
  private static final String DISABLE = "disableStashBefore";
  private static final List<HookStage> BEFORE = List.of(HookStage.BEFORE);
  private static final List<HookMethod> METHODS =
      List.of(HookMethod.GET, HookMethod.UPDATE, HookMethod.PATCH, HookMethod.REMOVE);

  StashBefore {
    requireNonNull(param, "param == null");
  }

  @Override
  public CompletionStage<?> start(HookContext context) throws Exception {
    HookUsage.checkContext(context, BEFORE, METHODS, "stashBefore");
    if (Json.isTruthy(context.params().get(DISABLE))) {
      return CompletableFuture.completedStage(null);
    }
    Object id = context.id();
    if (id != null) {
      return stashed(context, id, param.of(context));
    }
    if (!context.params().hasQuery()) {
      throw HookException.badRequest("Id is required. (stashBefore)");
    }
    return CompletableFuture.completedStage(null);
  }

  private static CompletionStage<?> stashed(HookContext context, Object id, String name) {
    Records records = OwnRecords.of(context, "stashBefore");
    return records
        .get(id, params(context))
        .handle(
            (@Nullable Map<String, @Nullable Object> found, @Nullable Throwable failure) -> {
              if (found != null) {
                context.params().set(name, JsonObject.of(found).toMap());
              }
              return context;
            });
  }

  /** Those of the call itself where it reads the record too; otherwise who calls, and no more. */
  private static HookParams params(HookContext context) {
    HookParams params =
        context.method() == HookMethod.GET
            ? context.params().copy()
            : CallingParams.of(context, new LinkedHashMap<>());
    params.set(DISABLE, true);
    return params;
  }
}
