package io.flexservices.hooks.records;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Many calls, a few of them at a time, so that one request does not take all the threads and
 * connections there are. The first failure ends them, and cancels those that are under way.
 */
final class SideBySide<A extends @Nullable Object, B extends @Nullable Object> {
  /** How many calls are under way at once. */
  private static final int WIDTH = 8;

  private final List<? extends A> inputs;
  private final Function<? super A, CompletableFuture<B>> call;
  private final AtomicReferenceArray<CompletableFuture<B>> ended;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger left;
  private final CompletableFuture<List<B>> all = new CompletableFuture<>();

  private SideBySide(List<? extends A> inputs, Function<? super A, CompletableFuture<B>> call) {
    this.inputs = inputs;
    this.call = call;
    this.ended = new AtomicReferenceArray<>(inputs.size());
    this.left = new AtomicInteger(inputs.size());
  }

  /** What the calls gave, in the order of what they were made for. */
  static <A extends @Nullable Object, B extends @Nullable Object> CompletableFuture<List<B>> each(
      List<? extends A> inputs, Function<? super A, CompletableFuture<B>> call) {
    if (inputs.isEmpty()) {
      return CompletableFuture.completedFuture(Collections.emptyList());
    }
    SideBySide<A, B> calls = new SideBySide<>(inputs, call);
    for (int i = 0; i < Math.min(WIDTH, inputs.size()); i++) {
      calls.goOn();
    }
    return calls.all;
  }

  /** One call after another, in a loop where they are done at once. */
  private void goOn() {
    for (int i = next.getAndIncrement(); i < inputs.size(); i = next.getAndIncrement()) {
      if (all.isDone()) {
        return;
      }
      int index = i;
      CompletableFuture<B> called = called(index);
      if (!called.isDone()) {
        all.whenComplete((done, failure) -> called.cancel(true));
        called.whenComplete(
            (result, failure) -> {
              settle(index, called, failure);
              goOn();
            });
        return;
      }
      called.whenComplete((result, failure) -> settle(index, called, failure));
    }
  }

  private CompletableFuture<B> called(int index) {
    try {
      return call.apply(inputs.get(index));
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private void settle(int index, CompletableFuture<B> called, @Nullable Throwable failure) {
    if (failure != null) {
      all.completeExceptionally(failure);
      return;
    }
    ended.set(index, called);
    if (left.decrementAndGet() == 0) {
      all.complete(collected());
    }
  }

  private List<B> collected() {
    List<B> list = new ArrayList<>(ended.length());
    for (int i = 0; i < ended.length(); i++) {
      list.add(ended.get(i).join());
    }
    return list;
  }
}
