package io.flexservices.hooks.records;

import io.flexservices.hooks.internal.CallQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Many calls, a few of them at a time, so that one request does not take all the threads and
 * connections there are. The first failure ends them, and cancels those that are under way.
 */
final class SideBySide {
  /** How many calls are under way at once. */
  private static final int WIDTH = 8;

  private SideBySide() {}

  /** What the calls gave, in the order of what they were made for. */
  static <A extends @Nullable Object, B extends @Nullable Object> CompletableFuture<List<B>> each(
      List<? extends A> inputs, Function<? super A, CompletableFuture<B>> call) {
    CallQueue queue = new CallQueue(WIDTH);
    CompletableFuture<List<B>> all = new CompletableFuture<>();
    List<CompletableFuture<B>> calls = new ArrayList<>(inputs.size());
    for (A input : inputs) {
      if (all.isDone()) {
        break;
      }
      CompletableFuture<B> made = queue.call(() -> call.apply(input));
      made.whenComplete(
          (result, failure) -> {
            if (failure != null) {
              all.completeExceptionally(failure);
            }
          });
      calls.add(made);
    }
    all.whenComplete((results, failure) -> endAll(queue, calls));
    CompletableFuture.allOf(calls.toArray(CompletableFuture<?>[]::new))
        .thenRun(() -> all.complete(results(calls)));
    return all;
  }

  /** Those that wait go first: one that ends makes room for the next. */
  private static void endAll(CallQueue queue, List<? extends CompletableFuture<?>> calls) {
    queue.clear();
    calls.forEach(call -> call.cancel(true));
  }

  private static <B extends @Nullable Object> List<B> results(List<CompletableFuture<B>> calls) {
    List<B> results = new ArrayList<>(calls.size());
    calls.forEach(call -> results.add(call.join()));
    return results;
  }
}
