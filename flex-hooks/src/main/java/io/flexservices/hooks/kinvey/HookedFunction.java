package io.flexservices.hooks.kinvey;

import io.flexservices.completion.FunctionCompletion;
import io.flexservices.completion.Outcome;
import io.flexservices.functions.AsyncFunctionHandler;
import io.flexservices.functions.FunctionContext;
import io.flexservices.functions.HookType;
import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.HookException;
import io.flexservices.hooks.HookMethod;
import io.flexservices.hooks.HookParams;
import io.flexservices.hooks.HookSet;
import io.flexservices.hooks.HookStage;
import io.flexservices.hooks.Services;
import io.flexservices.hooks.internal.KinveyQuery;
import io.flexservices.json.Json;
import io.flexservices.modules.Modules;
import io.flexservices.modules.query.QueryException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Hooks as a function that Kinvey calls before or after the data. */
final class HookedFunction implements AsyncFunctionHandler {
  private final HookSet before;
  private final HookSet after;
  private final Services services;

  HookedFunction(HookSet hooks, Services services) {
    this.before = hooks.without(HookStage.AFTER);
    this.after = hooks.without(HookStage.BEFORE);
    this.services = services;
  }

  @Override
  public CompletionStage<Outcome> handle(
      FunctionContext request, FunctionCompletion complete, Modules modules) {
    HookType type = request.hookType();
    if (type == HookType.CUSTOM_ENDPOINT) {
      return completed(complete.notImplemented(notAnEndpoint(request)).done());
    }
    HookMethod method = Methods.of(request.method(), request.entityId());
    if (method == null) {
      String refusal = "There are no hooks for the method " + request.method();
      return completed(complete.notAllowed(refusal).done());
    }
    HookContext context;
    try {
      context = begin(method, request, modules);
    } catch (QueryException e) {
      return completed(Endings.failed(complete, HookException.badRequest(e.debug())));
    }
    return type == HookType.PRE
        ? new PreHook(request, complete, context).run(before)
        : new PostHook(request, complete, context).run(after);
  }

  private HookContext begin(HookMethod method, FunctionContext request, Modules modules) {
    HookParams params = Caller.params(request, modules);
    params.setQuery(KinveyQuery.flat(request.query()));
    String collection = request.objectName();
    return HookContext.of(HookStage.BEFORE, method, collection == null ? "" : collection)
        .params(params)
        .services(services)
        .modules(modules)
        .request(request)
        .id(request.entityId())
        .data(data(method, request))
        .build();
  }

  private static @Nullable Object data(HookMethod method, FunctionContext request) {
    boolean writes = method != HookMethod.GET && method != HookMethod.FIND;
    return writes && method != HookMethod.REMOVE && request.hookType() == HookType.PRE
        ? Json.copy(request.bodyValue())
        : null;
  }

  private static String notAnEndpoint(FunctionContext request) {
    return "The function \""
        + request.functionName()
        + "\" runs hooks: it is for pre and post hooks of a collection, not for an endpoint";
  }

  private static CompletionStage<Outcome> completed(Outcome outcome) {
    return CompletableFuture.completedStage(outcome);
  }
}
