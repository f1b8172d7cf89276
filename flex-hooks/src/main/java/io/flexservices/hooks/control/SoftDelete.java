package io.flexservices.hooks.control;

import static java.util.Objects.requireNonNull;

import io.flexservices.hooks.ContextValue;
import io.flexservices.hooks.Hook.AsyncHook;
import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.HookMethod;
import io.flexservices.hooks.HookStage;
import io.flexservices.hooks.HookUsage;
import io.flexservices.json.Json;
import io.flexservices.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Marks records as deleted, and hides those that are marked. */
record SoftDelete(ContextValue<SoftDeleteOptions> options) implements AsyncHook {
  private static final List<HookStage> BEFORE = List.of(HookStage.BEFORE);

  SoftDelete {
    requireNonNull(options, "options == null");
  }

  @Override
  public CompletionStage<?> start(HookContext context) throws Exception {
    HookUsage.checkContext(context, BEFORE, List.of(), "softDelete");
    if (Json.isTruthy(context.params().get("disableSoftDelete"))) {
      return CompletableFuture.completedStage(null);
    }
    SoftDeleteOptions chosen = options.of(context);
    return chosen
        .deletedQuery()
        .of(context)
        .thenCompose(conditions -> hidden(context, chosen, conditions));
  }

  private static CompletionStage<?> hidden(
      HookContext context, SoftDeleteOptions chosen, Map<String, ?> conditions) {
    context.setParams(context.params().copy());
    context.params().query().putAll(JsonObject.of(conditions).toMap());
    if (context.method() != HookMethod.REMOVE) {
      return CompletableFuture.completedStage(null);
    }
    try {
      return chosen.removeData().of(context).thenCompose(fields -> marked(context, fields));
    } catch (Exception e) {
      return CompletableFuture.failedStage(e);
    }
  }

  private static CompletionStage<?> marked(HookContext context, Map<String, ?> fields) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>(JsonObject.of(fields).toMap());
    return OwnRecords.of(context, "softDelete")
        .patch(context.id(), data, context.params().copy())
        .thenAccept(context::setResult);
  }
}
