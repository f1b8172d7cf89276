package io.flexservices.hooks.control;

import static java.util.Objects.requireNonNull;

import io.flexservices.hooks.Hook;
import io.flexservices.hooks.HookContext;
import io.flexservices.json.Throwables;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Begins a hook and goes on. */
record RunParallel(Hook hook, UnaryOperator<HookContext> copy, Executor executor) implements Hook {
  RunParallel {
    requireNonNull(hook, "hook == null");
    requireNonNull(copy, "copy == null");
    requireNonNull(executor, "executor == null");
  }

  @Override
  public void run(HookContext context) {
    HookContext own = copy.apply(context);
    if (context.hasModules()) {
      context
          .modules()
          .background()
          .waitUntil(
              "A hook beside " + context,
              CompletableFuture.completedFuture(own).thenComposeAsync(this::begun, executor));
    } else {
      // On the hook's thread also where that has failed before this one goes on.
      executor.execute(() -> begun(own).whenComplete((done, failure) -> report(failure)));
    }
  }

  /** A thread of its own for each piece of work, which may block and keeps no process alive. */
  static void onItsOwnThread(Runnable work) {
    Thread thread = new Thread(work, "flex-run-parallel");
    thread.setDaemon(true);
    thread.start();
  }

  private CompletionStage<?> begun(HookContext context) {
    try {
      return hook.start(context);
    } catch (Exception e) {
      return CompletableFuture.failedStage(e);
    }
  }

  /** Nobody waits for the hook, and without a request there is no log to write to. */
  private static void report(@Nullable Throwable failure) {
    if (failure != null) {
      Thread thread = Thread.currentThread();
      thread.getUncaughtExceptionHandler().uncaughtException(thread, Throwables.unwrapped(failure));
    }
  }
}
