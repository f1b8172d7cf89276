package io.flexservices.hooks.internal;

import io.flexservices.json.Throwables;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Calls of which no more than a number are under way at once: one that is over makes room for the
 * next before anybody is told of its end. A call must not wait for another one of the same queue.
 * Safe to use from several threads.
 */
public final class CallQueue {
  /** Enough to be as fast as the backend lets it be, too few to use up what others need. */
  public static final int DEFAULT_LIMIT = 64;

  private final int limit;
  private final Queue<Call<?>> waiting = new ArrayDeque<>(); // guarded by this
  private int underWay; // guarded by this

  /** A queue without calls. */
  public CallQueue(int limit) {
    this.limit = limit;
  }

  /**
   * Makes a call: at once, or when one that is under way is over.
   *
   * @return ends as the call does; to cancel it cancels the call, or takes it out of the queue
   */
  public <T extends @Nullable Object> CompletableFuture<T> call(
      Callable<? extends CompletionStage<T>> work) {
    Call<T> call = new Call<>(work);
    add(call);
    startWhatMay();
    return call.result;
  }

  /** Forgets the calls that wait; nobody is told of their end. */
  public synchronized void clear() {
    waiting.clear();
  }

  /** Those that are over at once are over in this loop, however many they are. */
  private void startWhatMay() {
    List<Call<?>> started = new ArrayList<>();
    for (Call<?> call = next(); call != null; call = next()) {
      if (call.start()) {
        leave();
      }
      started.add(call);
    }
    started.forEach(call -> call.follow(this));
  }

  private synchronized void add(Call<?> call) {
    waiting.add(call);
  }

  private synchronized @Nullable Call<?> next() {
    Call<?> call = underWay == limit ? null : waiting.poll();
    if (call != null) {
      underWay++;
    }
    return call;
  }

  private synchronized void leave() {
    underWay--;
  }

  private static final class Call<T extends @Nullable Object> {
    private final Callable<? extends CompletionStage<T>> work;
    private final CompletableFuture<T> result = new CompletableFuture<>();
    private CompletableFuture<T> stage = result;
    private boolean wasOverAtOnce;

    Call(Callable<? extends CompletionStage<T>> work) {
      this.work = work;
    }

    /** True where it is over already. */
    boolean start() {
      if (!result.isDone()) {
        try {
          stage = work.call().toCompletableFuture();
        } catch (Exception | StackOverflowError e) {
          stage = CompletableFuture.failedFuture(e);
        }
      }
      wasOverAtOnce = stage.isDone();
      return wasOverAtOnce;
    }

    void follow(CallQueue queue) {
      result.whenComplete(
          (value, failure) -> {
            if (result.isCancelled()) {
              stage.cancel(true);
            }
          });
      stage.whenComplete(
          (value, failure) -> {
            if (!wasOverAtOnce) {
              queue.leave();
              queue.startWhatMay();
            }
            end(value, failure);
          });
    }

    private void end(T value, @Nullable Throwable failure) {
      if (failure == null) {
        result.complete(value);
      } else {
        result.completeExceptionally(Throwables.unwrapped(failure));
      }
    }
  }
}
