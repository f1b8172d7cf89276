package io.flexservices.hooks;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * One call with its hooks around it: the hooks before, the method unless one of them set a result,
 * the hooks after; those for errors as soon as anything fails. A failing call stays failed unless
 * an error hook sets a result.
 */
public final class HookedCall {
  private HookedCall() {}

  /** What a call does between its hooks. */
  @FunctionalInterface
  public interface Method {
    /**
     * Calls the method with what the context now holds.
     *
     * @return its result
     * @throws Exception anything
     */
    CompletionStage<? extends @Nullable Object> call(HookContext context) throws Exception;
  }

  /** Runs the call; complete with the context when the last hook is done. */
  public static CompletionStage<HookContext> run(
      HookSet hooks, HookContext context, Method method) {
    return stage(hooks, context, HookStage.BEFORE)
        .thenCompose(before -> call(context, method))
        .thenCompose(called -> stage(hooks, context, HookStage.AFTER))
        .handle(
            (after, failure) -> failure == null ? done(context) : failed(hooks, context, failure))
        .thenCompose(ended -> ended);
  }

  private static CompletionStage<?> call(HookContext context, Method method) {
    if (context.hasResult()) {
      return CompletableFuture.completedStage(null);
    }
    try {
      return method.call(context).thenAccept(context::setResult);
    } catch (Exception e) {
      return CompletableFuture.failedStage(e);
    }
  }

  private static CompletionStage<HookContext> failed(
      HookSet hooks, HookContext context, Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    context.forgetResult();
    context.setError(cause);
    return stage(hooks, context, HookStage.ERROR)
        .thenCompose(
            done -> {
              Throwable error = context.error();
              return context.hasResult() || error == null
                  ? done(context)
                  : CompletableFuture.failedStage(error);
            });
  }

  private static CompletionStage<?> stage(HookSet hooks, HookContext context, HookStage stage) {
    context.setStage(stage);
    return HookChain.run(hooks.hooks(stage, context.method()), context);
  }

  private static CompletionStage<HookContext> done(HookContext context) {
    return CompletableFuture.completedStage(context);
  }
}
