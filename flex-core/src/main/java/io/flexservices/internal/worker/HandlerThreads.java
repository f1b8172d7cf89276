package io.flexservices.internal.worker;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads of a service: one for each handler that runs at the moment, reused, and no more than
 * a limit. A handler that goes on after it was given up keeps its thread and counts towards the
 * limit until it ends. Nothing waits in a queue. Safe to use from several threads.
 */
public final class HandlerThreads implements AutoCloseable {
  private static final long IDLE_SECONDS = 60;

  private final int limit;
  private final ThreadPoolExecutor threads;

  /** No thread yet. */
  public HandlerThreads(int limit) {
    this.limit = limit;
    this.threads =
        new ThreadPoolExecutor(
            0,
            limit,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            new DaemonThreads("flex-handler-"));
  }

  /** How many handlers may run at once. */
  public int limit() {
    return limit;
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
    threads.execute(run);
    return run;
  }

  /** Takes no more work and interrupts what runs. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
