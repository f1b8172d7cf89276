package io.flexservices.internal.worker;

import io.flexservices.spi.Deadline;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * The threads of a service: one for each handler that runs at the moment, reused, and no more than
 * a limit. A handler that goes on after it was given up keeps its thread and counts towards the
 * limit until it ends. Nothing waits in a queue. Safe to use from several threads.
 */
public final class HandlerThreads implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final int limit;
  private final Wakefulness wakefulness;
  private final IdleThreads idle;

  /** Those that have not ended. Guarded by this. */
  private final Set<Thread> threads = new HashSet<>();

  private int made; // guarded by this
  private volatile boolean isClosed;

  /** No thread yet. */
  public HandlerThreads(int limit, Wakefulness wakefulness) {
    this.limit = limit;
    this.wakefulness = wakefulness;
    this.idle = new IdleThreads(wakefulness, PATIENCE);
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
    return isClosed;
  }

  /**
   * Runs work at once on a thread of its own.
   *
   * @throws RejectedExecutionException where the limit is reached, or this is closed
   */
  public HandlerRun start(Runnable work) {
    if (isClosed) {
      throw rejected(); // Its threads have been told to end, but one may still wait for work.
    }
    HandlerRun run = new HandlerRun(work);
    if (!idle.give(run)) {
      begin(run);
    }
    return run;
  }

  private void begin(HandlerRun run) {
    Thread thread = thread(run);
    boolean begun = false;
    try {
      thread.start();
      begun = true;
    } finally {
      if (!begun) {
        ended(thread); // The system has no thread to give.
      }
    }
  }

  private synchronized Thread thread(HandlerRun first) {
    if (isClosed || threads.size() >= limit) {
      throw rejected();
    }
    Thread thread = new HandlerThread(first, ++made);
    threads.add(thread);
    return thread;
  }

  private RejectedExecutionException rejected() {
    return new RejectedExecutionException(
        isClosed ? "The service is stopping" : limit + " handlers are running");
  }

  private synchronized void ended(Thread thread) {
    threads.remove(thread);
  }

  /** A daemon: a handler that never ends shall not keep the process from ending. */
  private final class HandlerThread extends Thread {
    private final HandlerRun first;

    HandlerThread(HandlerRun first, int number) {
      super("flex-handler-" + number);
      setDaemon(true);
      this.first = first;
    }

    @Override
    public void run() {
      try {
        runAll(first);
      } finally {
        ended(this);
      }
    }
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
      Deadline close = wakefulness.close();
      run = isClosed ? null : idle.await(awake);
      awake = !close.isSpent();
    }
  }

  /** One that came between two handlers is nobody's, unless it says that all shall end. */
  private void forgetInterrupt() {
    boolean unused = Thread.interrupted();
    if (isClosed) {
      Thread.currentThread().interrupt();
    }
  }

  /** Takes no more work and interrupts what runs. */
  @Override
  public synchronized void close() {
    isClosed = true;
    for (Thread thread : threads) {
      thread.interrupt();
    }
  }
}
