package io.flexservices.hooks.kinvey;

import io.flexservices.completion.FunctionCompletion;
import io.flexservices.completion.Outcome;
import io.flexservices.functions.FunctionContext;
import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.HookSet;
import io.flexservices.hooks.HookedCall;
import io.flexservices.hooks.internal.KinveyQuery;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Hooks before the data is reached: the method itself is Kinvey's, and runs when they are done. */
final class PreHook {
  private final FunctionContext request;
  private final FunctionCompletion complete;
  private final HookContext context;
  private final MeantEntities meant;
  private boolean goesOn;

  PreHook(FunctionContext request, FunctionCompletion complete, HookContext context) {
    this.request = request;
    this.complete = complete;
    this.context = context;
    this.meant = new MeantEntities(context);
  }

  CompletionStage<Outcome> run(HookSet hooks) {
    return HookedCall.run(hooks, context, this::reached)
        .handle(
            (HookContext done, @Nullable Throwable failure) ->
                failure == null ? answer() : Endings.failed(complete, failure));
  }

  /** Called unless a hook failed or set a result. */
  private CompletionStage<?> reached(HookContext ignored) {
    goesOn = true;
    return CompletableFuture.completedStage(null);
  }

  private Outcome answer() {
    if (!goesOn) {
      return complete.setBody(Endings.sent(context)).ok().done();
    }
    Map<String, @Nullable Object> query = context.params().query();
    FunctionCompletion changed = complete.setBody(context.data()).ok();
    return meant.isQueryChanged()
        ? changed.setQuery(KinveyQuery.wire(query, request.query())).next()
        : changed.next();
  }
}
