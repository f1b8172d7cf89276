package io.flexservices.hooks.kinvey;

import io.flexservices.completion.DataCompletion;
import io.flexservices.completion.Outcome;
import io.flexservices.data.AsyncDataHandler;
import io.flexservices.data.DataContext;
import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.HookException;
import io.flexservices.hooks.HookParams;
import io.flexservices.hooks.HookStage;
import io.flexservices.hooks.HookedCall;
import io.flexservices.hooks.internal.KinveyQuery;
import io.flexservices.hooks.internal.WithHooks;
import io.flexservices.hooks.records.ServiceCall;
import io.flexservices.json.Json;
import io.flexservices.modules.Modules;
import io.flexservices.modules.query.QueryException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A data handler with hooks around it. */
final class HookedHandler implements WithHooks {
  private final HookedServiceObject serviceObject;
  private final AsyncDataHandler handler;

  HookedHandler(HookedServiceObject serviceObject, AsyncDataHandler handler) {
    this.serviceObject = serviceObject;
    this.handler = handler;
  }

  @Override
  public CompletionStage<Outcome> handle(
      DataContext request, DataCompletion complete, Modules modules) {
    HookContext context;
    try {
      context = begin(request, modules);
    } catch (QueryException e) {
      return CompletableFuture.completedStage(
          Endings.failed(complete, HookException.badRequest(e.debug())));
    }
    HandlerCall call =
        new HandlerCall(
            serviceObject, handler, request, complete, modules, new MeantEntities(context));
    return HookedCall.run(call.hooks(), context, call)
        .handle(
            (HookContext done, @Nullable Throwable failure) ->
                failure == null ? call.answer(done) : call.failed(failure));
  }

  @Override
  public AsyncDataHandler bare() {
    return handler;
  }

  private HookContext begin(DataContext request, Modules modules) {
    return HookContext.of(
            HookStage.BEFORE, Methods.of(request.event()), request.serviceObjectName())
        .params(params(request, modules))
        .services(serviceObject.services())
        .modules(modules)
        .request(request)
        .id(request.entityId())
        .data(Json.copy(request.bodyValue()))
        .build();
  }

  private static HookParams params(DataContext request, Modules modules) {
    if (request instanceof ServiceCall call) {
      return call.params().copy();
    }
    HookParams params = Caller.params(request, modules);
    params.setQuery(KinveyQuery.flat(request.query()));
    return params;
  }
}
