package io.flexservices.hooks.kinvey;

import io.flexservices.completion.FunctionCompletion;
import io.flexservices.completion.Outcome;
import io.flexservices.functions.FunctionContext;
import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.HookException;
import io.flexservices.hooks.HookMethod;
import io.flexservices.hooks.HookParams;
import io.flexservices.hooks.HookSet;
import io.flexservices.hooks.HookedCall;
import io.flexservices.hooks.Records;
import io.flexservices.hooks.internal.FlatQuery;
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
    String id = request.entityId();
    if (id == null || context.method() == HookMethod.CREATE || !meant.hasMoreConditions()) {
      goesOn = true;
      return CompletableFuture.completedStage(null);
    }
    return required(id).thenRun(() -> goesOn = true);
  }

  /**
   * Fails where the entity does not meet the conditions that hooks added: Kinvey takes it by its
   * id, and looks at no query. The id is the request's, since one that a hook sets does not travel.
   */
  private CompletionStage<?> required(String id) {
    Records records = context.service();
    if (records == null) {
      throw HookException.methodNotAllowed(
          "Hooks limit which entity is meant, and cannot look it up: no service is registered for "
              + context.path());
    }
    HookParams params = context.params().copy();
    params.setQuery(FlatQuery.conditions(params.query()));
    return context.inTurn(() -> records.get(id, params));
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
