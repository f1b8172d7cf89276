package io.flexservices.internal.worker;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The threads that wait for a handler to run. Who came last is served first, since it may still be
 * awake. Safe to use from several threads.
 */
final class IdleThreads {
  private final Wakefulness wakefulness;
  private final Duration patience;

  /** What each of them waits for. Guarded by this. */
  private final Deque<Promise<@Nullable HandlerRun>> waiting = new ArrayDeque<>();

  /**
   * No thread yet.
   *
   * @param patience how long one waits for work
   */
  IdleThreads(Wakefulness wakefulness, Duration patience) {
    this.wakefulness = wakefulness;
    this.patience = patience;
  }

  /** Gives work to one of them; false where there is none. */
  boolean give(HandlerRun work) {
    Promise<@Nullable HandlerRun> next = next();
    while (next != null && !next.give(work)) {
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
    Promise<@Nullable HandlerRun> work = new Promise<>();
    add(work);
    if (awake) {
      wakefulness.await(work);
    }
    try {
      return work.await(patience) ? work.value() : leave(work);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return leave(work);
    }
  }

  /** What was given in the last moment, if anything. */
  private @Nullable HandlerRun leave(Promise<@Nullable HandlerRun> work) {
    if (work.give(null)) {
      remove(work);
    }
    return work.value();
  }

  private synchronized void add(Promise<@Nullable HandlerRun> work) {
    waiting.addLast(work);
  }

  private synchronized @Nullable Promise<@Nullable HandlerRun> next() {
    return waiting.pollLast();
  }

  private synchronized void remove(Promise<@Nullable HandlerRun> work) {
    waiting.remove(work);
  }
}
