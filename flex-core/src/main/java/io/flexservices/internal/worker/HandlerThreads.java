package io.flexservices.internal.worker;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The threads of a service: one for each handler that runs at the moment, reused, and no more than
 * a limit. A handler that goes on after it was given up keeps its thread and counts towards the
 * limit until it ends. Nothing waits in a queue. Safe to use from several threads.
 */
public final class HandlerThreads implements AutoCloseable {
  private static final long IDLE_SECONDS = 60;

  private final int limit;
  private final Wakefulness wakefulness;
  private final IdleThreads idle;

  /** Each of its threads has one task, which is to run handlers; it only counts and ends them. */
  private final ThreadPoolExecutor threads;

  /** No thread yet. */
  public HandlerThreads(int limit, Wakefulness wakefulness) {
    this.limit = limit;
    this.wakefulness = wakefulness;
    this.idle = new IdleThreads(wakefulness, IDLE_SECONDS);
    this.threads =
        new ThreadPoolExecutor(
            0,
            limit,
            0,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            new DaemonThreads("flex-handler-"));
  }

  /** How many handlers may run at once. */
  public int limit() {
    return limit;
  }

  /** How long those stay awake who wait for work, or for what comes of it. */
  public Wakefulness wakefulness() {
    return wakefulness;
  }

  /** Whether no more handlers are taken, because the service is stopping. */
  public boolean isClosed() {
    return threads.isShutdown();
  }

  /**
   * Runs work at once on a thread of its own.
   *
   * @throws RejectedExecutionException where the limit is reached, or this is closed
   */
  public HandlerRun start(Runnable work) {
    HandlerRun run = new HandlerRun(work);
    if (!idle.give(run)) {
      threads.execute(() -> runAll(run));
    }
    return run;
  }

  /**
   * One handler after another, until none comes any more. The thread stays awake after a handler
   * that was close to the one before; where there is more time between them nothing is spent on it.
   */
  private void runAll(HandlerRun first) {
    @Nullable HandlerRun run = first;
    boolean awake = false;
    while (run != null) {
      forgetInterrupt();
      run.run();
      long begun = wakefulness.nanoClock().getAsLong();
      run = threads.isShutdown() ? null : idle.await(awake);
      awake = wakefulness.paysAfter(wakefulness.nanoClock().getAsLong() - begun);
    }
  }

  /** One that came between two handlers is nobody's, unless it says that all shall end. */
  private void forgetInterrupt() {
    if (Thread.interrupted() && threads.isShutdown()) {
      Thread.currentThread().interrupt();
    }
  }

  /** Takes no more work and interrupts what runs. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
