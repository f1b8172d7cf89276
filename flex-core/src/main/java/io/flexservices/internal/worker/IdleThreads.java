package io.flexservices.internal.worker;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The threads that wait for a handler to run. Who came last is served first, since it may still be
 * awake. Safe to use from several threads.
 */
final class IdleThreads {
  private final Wakefulness wakefulness;
  private final long idleSeconds;

  /** What each of them waits for. Guarded by this. */
  private final Deque<CompletableFuture<HandlerRun>> waiting = new ArrayDeque<>();

  IdleThreads(Wakefulness wakefulness, long idleSeconds) {
    this.wakefulness = wakefulness;
    this.idleSeconds = idleSeconds;
  }

  /** Gives work to one of them; false where there is none. */
  boolean give(HandlerRun work) {
    CompletableFuture<HandlerRun> next = next();
    while (next != null && !next.complete(work)) {
      next = next(); // That one is about to leave.
    }
    return next != null;
  }

  /**
   * Waits for work.
   *
   * @param awake whether to stay awake at first
   * @return null where none came in time, or the thread was interrupted before
   */
  @Nullable HandlerRun await(boolean awake) {
    CompletableFuture<HandlerRun> work = new CompletableFuture<>();
    add(work);
    if (awake) {
      wakefulness.await(work);
    }
    try {
      return work.get(idleSeconds, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      return leave(work);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return leave(work);
    } catch (ExecutionException e) {
      throw new AssertionError(e); // Nobody lets it fail.
    }
  }

  /** What was given in the last moment, if anything. */
  private @Nullable HandlerRun leave(CompletableFuture<HandlerRun> work) {
    if (!work.cancel(false)) {
      return work.join();
    }
    remove(work);
    return null;
  }

  private synchronized void add(CompletableFuture<HandlerRun> work) {
    waiting.addLast(work);
  }

  private synchronized @Nullable CompletableFuture<HandlerRun> next() {
    return waiting.pollLast();
  }

  private synchronized void remove(CompletableFuture<HandlerRun> work) {
    waiting.remove(work);
  }
}
