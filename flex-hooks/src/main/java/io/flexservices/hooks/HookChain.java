package io.flexservices.hooks;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Runs hooks one after the other, without a thread that waits and without deepening the stack. */
final class HookChain {
  private HookChain() {}

  /** Complete when the last hook is, or failed as the first that fails is. They run in a turn. */
  static CompletionStage<?> run(List<Hook> hooks, HookContext context) {
    return hooks.isEmpty()
        ? CompletableFuture.completedFuture(null)
        : context.inTurn(() -> runInTurn(hooks, context));
  }

  private static CompletionStage<?> runInTurn(List<Hook> hooks, HookContext context) {
    for (int i = 0; i < hooks.size(); i++) {
      CompletableFuture<?> started = start(hooks.get(i), context);
      if (!started.isDone() || started.isCompletedExceptionally()) {
        List<Hook> rest = hooks.subList(i + 1, hooks.size());
        return started.thenCompose(done -> runInTurn(rest, context));
      }
    }
    return CompletableFuture.completedFuture(null);
  }

  /** Adopted by the turn, so that the next hook runs there wherever this one is completed. */
  private static CompletableFuture<?> start(Hook hook, HookContext context) {
    try {
      return context.inTurn(hook.start(context));
    } catch (Exception | StackOverflowError e) {
      return CompletableFuture.failedFuture(e);
    }
  }
}
