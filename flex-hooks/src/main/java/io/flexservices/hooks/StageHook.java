package io.flexservices.hooks;

import io.flexservices.hooks.Hook.AsyncHook;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;

/** A hook by its asynchronous form. */
final class StageHook implements Hook {
  private final AsyncHook hook;

  StageHook(AsyncHook hook) {
    this.hook = hook;
  }

  @Override
  public void run(HookContext context) throws Exception {
    try {
      context.await(start(context));
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  @Override
  public CompletionStage<?> start(HookContext context) {
    return context.inTurn(() -> started(context));
  }

  private CompletionStage<?> started(HookContext context) throws Exception {
    CompletionStage<?> started = hook.start(context);
    return started == null ? CompletableFuture.completedStage(null) : started;
  }
}
