package io.flexservices.internal.worker;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads that wait for Kinvey's backend. Apart from those of handlers, since a handler may
 * start more calls than it is good to have under way at once: they wait for their turn, within
 * their request's time. What a call's thread starts itself never waits behind calls: a handler's
 * callback may make another call and wait for it. Safe to use from several threads.
 */
public final class CallThreads implements Executor, AutoCloseable {
  private static final long IDLE_SECONDS = 10;

  private final ThreadPoolExecutor bounded;
  private final ExecutorService spare;

  /** No thread yet, and at most so many for calls. */
  public CallThreads(int limit) {
    ThreadFactory threads = CallThread::new;
    bounded =
        new ThreadPoolExecutor(
            limit, limit, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads);
    bounded.allowCoreThreadTimeOut(true);
    spare = Executors.newCachedThreadPool(threads);
  }

  @Override
  public void execute(Runnable work) {
    (Thread.currentThread() instanceof CallThread ? spare : bounded).execute(work);
  }

  /** Threads for what must not wait behind calls: to end them, to tell of their end. */
  public Executor spare() {
    return spare;
  }

  /** Takes no more work and interrupts what runs. */
  @Override
  public void close() {
    bounded.shutdownNow();
    spare.shutdownNow();
  }

  private static final class CallThread extends Thread {
    CallThread(Runnable work) {
      super(work, "flex-call");
      setDaemon(true);
    }
  }
}
