package io.flexservices.hooks.control;

import io.flexservices.hooks.Hook;
import io.flexservices.hooks.Hook.AsyncHook;
import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.HookParams;
import io.flexservices.json.Json;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Runs hooks on what is sent to clients, or on what hooks work on otherwise. */
record ActOn(@Nullable String what, Hook hooks) implements AsyncHook {
  @Override
  public CompletionStage<?> start(HookContext context) throws Exception {
    Object former = context.params().get(HookParams.ACT_ON);
    if (what != null && context.dispatch() == null && context.hasResult()) {
      context.setDispatch(Json.copy(context.result()));
    }
    actOn(context, what);
    return hooks.start(context).whenComplete((done, failure) -> actOn(context, former));
  }

  private static void actOn(HookContext context, @Nullable Object what) {
    if (what == null) {
      context.params().remove(HookParams.ACT_ON);
    } else {
      context.params().set(HookParams.ACT_ON, what);
    }
  }
}
