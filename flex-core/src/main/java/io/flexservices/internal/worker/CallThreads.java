package io.flexservices.internal.worker;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The threads that wait for Kinvey's backend. Apart from those of handlers, since a handler may
 * start more calls than it is good to have under way at once: they wait for their turn, within
 * their request's time. What a call's thread starts itself never waits behind calls: a handler's
 * callback may make another call and wait for it. Safe to use from several threads.
 */
public final class CallThreads implements Executor, AutoCloseable {
  private static final long IDLE_SECONDS = 10;

  private final int limit;
  private final Spare spare = new Spare();
  private @Nullable Pools pools; // guarded by this
  private boolean isClosed; // guarded by this

  /** No thread yet, and at most so many for calls. */
  public CallThreads(int limit) {
    this.limit = limit;
  }

  @Override
  public void execute(Runnable work) {
    if (Thread.currentThread() instanceof CallThread) {
      spare.execute(work);
    } else {
      pools().bounded().execute(work);
    }
  }

  /** Threads for what must not wait behind calls: to end them, to tell of their end. */
  public Executor spare() {
    return spare;
  }

  /** Takes no more work and interrupts what runs. */
  @Override
  public synchronized void close() {
    isClosed = true;
    if (pools != null) {
      pools.bounded().shutdownNow();
      pools.spare().shutdownNow();
    }
  }

  private synchronized Pools pools() {
    if (isClosed) {
      throw new RejectedExecutionException("The service is stopping");
    }
    if (pools == null) {
      pools = Pools.of(limit);
    }
    return pools;
  }

  private final class Spare implements Executor {
    @Override
    public void execute(Runnable work) {
      pools().spare().execute(work);
    }
  }

  /** Made for the first call: many a service makes none. */
  private record Pools(ExecutorService bounded, ExecutorService spare) {
    static Pools of(int limit) {
      ThreadFactory threads = CallThread::new;
      ThreadPoolExecutor bounded =
          new ThreadPoolExecutor(
              limit, limit, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads);
      bounded.allowCoreThreadTimeOut(true);
      return new Pools(bounded, Executors.newCachedThreadPool(threads));
    }
  }

  private static final class CallThread extends Thread {
    CallThread(Runnable work) {
      super(work, "flex-call");
      setDaemon(true);
    }
  }
}
