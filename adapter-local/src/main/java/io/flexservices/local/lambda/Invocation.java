package io.flexservices.local.lambda;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One event on its way through one environment: first it is taken, then it has a result. Safe for
 * several threads; of several results the first counts.
 */
final class Invocation {
  private final String id;
  private final byte[] event;
  private final CompletableFuture<Void> taken = new CompletableFuture<>();
  private final CompletableFuture<Result> result = new CompletableFuture<>();

  Invocation(String id, byte[] event) {
    this.id = id;
    this.event = event;
  }

  /** The request's id. */
  String id() {
    return id;
  }

  /** The event, in JSON. */
  byte[] event() {
    return event;
  }

  /** The function has asked for an event, and gets this one. */
  void take() {
    taken.complete(null);
  }

  boolean isTaken() {
    return taken.isDone();
  }

  /** It ends so. */
  void end(Result with) {
    result.complete(with);
  }

  /** Waits until it is taken or has a result; says whether it came to that. */
  boolean awaitTaken(Duration limit) throws InterruptedException {
    return await(CompletableFuture.anyOf(taken, result), limit) || isTaken() || result.isDone();
  }

  /** Waits for the result; null where there is none in time. */
  @Nullable Result awaitResult(Duration limit) throws InterruptedException {
    return await(result, limit) ? result.join() : result.getNow(null);
  }

  private static boolean await(CompletableFuture<?> future, Duration limit)
      throws InterruptedException {
    try {
      future.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException("nothing completes it with an exception", e);
    }
  }
}
