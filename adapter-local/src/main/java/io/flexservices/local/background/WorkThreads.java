package io.flexservices.local.background;

import io.flexservices.spi.Deadline;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A few threads for work that is due, and one that waits for what is not. Safe to use from several
 * threads.
 */
class WorkThreads {
  private static final int LIMIT = 4;

  private final ExecutorService workers =
      Executors.newFixedThreadPool(LIMIT, daemons("flex-background-"));
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(daemons("flex-background-timer-"));

  /** Runs it when the delay is over and a thread is free; not at all once this is stopping. */
  void run(Runnable work, Duration delay) {
    try {
      if (delay.isZero() || delay.isNegative()) {
        workers.execute(work);
      } else {
        timer.schedule(() -> run(work, Duration.ZERO), delay.toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (RejectedExecutionException e) {
      // It is in the journal, and begins with the next server.
    }
  }

  /**
   * Finishes what is due and forgets what is not.
   *
   * @return whether all of it ended in time
   */
  boolean drain(Deadline grace) throws InterruptedException {
    timer.shutdownNow();
    workers.shutdown();
    return workers.awaitTermination(grace.remaining().toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Interrupts what still runs. */
  void interrupt() {
    timer.shutdownNow();
    workers.shutdownNow();
  }

  private static ThreadFactory daemons(String prefix) {
    AtomicInteger number = new AtomicInteger();
    return work -> {
      Thread thread = new Thread(work, prefix + number.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }
}
