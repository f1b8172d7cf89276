package io.flexservices.hooks.internal;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A future that a turn's piece completes, and what is made of it. To wait for it inside a turn
 * would hang for ever where the turn itself must go on first, so that this either runs the turn's
 * other pieces meanwhile or is refused. Outside of any turn it is a future like others.
 */
public class TurnFuture<T extends @Nullable Object> extends CompletableFuture<T> {
  private final @Nullable Turn turn;
  private final @Nullable String refusal;

  /**
   * A future of one's own kind.
   *
   * @param turn the turn that completes it; null where none does
   * @param refusal what who waits inside any turn is told; null where that is fine
   */
  protected TurnFuture(@Nullable Turn turn, @Nullable String refusal) {
    this.turn = turn;
    this.refusal = refusal;
  }

  /** A future that may be waited for inside that turn. */
  public static <T extends @Nullable Object> TurnFuture<T> of(Turn turn) {
    return new TurnFuture<>(turn, null);
  }

  @Override
  public final <U extends @Nullable Object> CompletableFuture<U> newIncompleteFuture() {
    return new TurnFuture<>(turn, refusal);
  }

  /** What is made of it "asynchronously" is a piece of the turn as well. */
  @Override
  public final Executor defaultExecutor() {
    return turn == null ? super.defaultExecutor() : turn::execute;
  }

  @Override
  public final T join() {
    try {
      awaitInTurn();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CompletionException(e);
    }
    return super.join();
  }

  @Override
  public final T get() throws InterruptedException, ExecutionException {
    awaitInTurn();
    return super.get();
  }

  @Override
  public final T get(long timeout, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    if (mustAwaitInTurn()) {
      CompletableFuture<@Nullable Object> limit = new CompletableFuture<>();
      whenComplete((value, failure) -> limit.complete(null));
      own().await(limit.completeOnTimeout(null, timeout, unit));
      return super.get(0, unit);
    }
    return super.get(timeout, unit);
  }

  private void awaitInTurn() throws InterruptedException {
    if (mustAwaitInTurn()) {
      own().await(this);
    }
  }

  /** Whether this thread is the one that the turn goes on with, if it does. */
  private boolean mustAwaitInTurn() {
    if (isDone() || Turn.current() == null) {
      return false;
    }
    if (refusal != null) {
      throw new IllegalStateException(refusal);
    }
    return own().isCurrent();
  }

  private Turn own() {
    return requireNonNull(turn);
  }
}
