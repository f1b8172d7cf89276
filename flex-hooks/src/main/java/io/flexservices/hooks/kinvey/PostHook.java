package io.flexservices.hooks.kinvey;

import io.flexservices.completion.FunctionCompletion;
import io.flexservices.completion.Outcome;
import io.flexservices.functions.FunctionContext;
import io.flexservices.hooks.HandlerFailure;
import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.HookMethod;
import io.flexservices.hooks.HookSet;
import io.flexservices.hooks.HookedCall;
import io.flexservices.json.Json;
import io.flexservices.json.Throwables;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Hooks after the data answered: the method was Kinvey's, and its result is the response. */
final class PostHook {
  private final FunctionCompletion complete;
  private final HookContext context;
  private final AnswerBody response;
  private final @Nullable HandlerFailure failure;

  PostHook(FunctionContext request, FunctionCompletion complete, HookContext context) {
    this.complete = complete;
    this.context = context;
    this.response = AnswerBody.of(request.bodyValue(), context.method() == HookMethod.CREATE);
    Integer status = request.status();
    this.failure =
        status == null
            ? null
            : new HandlerFailure(
                "The request to " + context.path(), status, Json.copy(request.bodyValue()));
  }

  CompletionStage<Outcome> run(HookSet hooks) {
    return HookedCall.run(hooks, context, this::responded)
        .handle(
            (HookContext done, @Nullable Throwable thrown) ->
                thrown == null ? answer() : failed(thrown));
  }

  private CompletionStage<? extends @Nullable Object> responded(HookContext ignored) {
    return failure == null
        ? CompletableFuture.completedStage(response.result())
        : CompletableFuture.failedStage(failure);
  }

  private Outcome answer() {
    return complete.setBody(response.with(Endings.sent(context))).ok().next();
  }

  /** An error that was there before, and is there still, goes out as it is. */
  private Outcome failed(Throwable thrown) {
    return Throwables.unwrapped(thrown).equals(failure)
        ? complete.ok().next()
        : Endings.failed(complete, thrown);
  }
}
