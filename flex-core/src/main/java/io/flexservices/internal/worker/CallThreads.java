package io.flexservices.internal.worker;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads that wait for Kinvey's backend. Apart from those of handlers, since a handler may
 * start more calls than it is good to have under way at once: they wait for their turn, within
 * their request's time.
 */
public final class CallThreads {
  private static final long IDLE_SECONDS = 10;

  private CallThreads() {}

  /** No thread yet, and at most so many. */
  public static ExecutorService upTo(int limit) {
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            limit,
            limit,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            new DaemonThreads("flex-call-"));
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }
}
