package io.flexservices.internal.worker;

import java.util.concurrent.Future;
import java.util.function.LongSupplier;

/**
 * How long a thread stays awake for what is about to come, before it sleeps: between threads that
 * are awake a hand-off takes a few microseconds, and to wake one may take a hundred. Awake it gives
 * way to every other thread, above all to the one that it waits for, which may need its processor.
 * A value.
 *
 * @param nanos the time; 0 to sleep at once
 * @param nanoClock a clock in nanoseconds that only goes forward
 */
public record Wakefulness(long nanos, LongSupplier nanoClock) {
  private static final long AWAKE_NANOS = 30_000;

  /** Longer than the time awake, since what was waited for may have had to be woken itself. */
  private static final long CLOSE_NANOS = 100_000;

  /** Checks the time. */
  public Wakefulness {
    if (nanos < 0) {
      throw new IllegalArgumentException("nanos < 0: " + nanos);
    }
  }

  /** What suits a machine: with one processor, who stays awake keeps the other thread from it. */
  public static Wakefulness on(int processors) {
    return processors > 1 ? new Wakefulness(AWAKE_NANOS, System::nanoTime) : never();
  }

  /** To sleep at once. */
  public static Wakefulness never() {
    return new Wakefulness(0, System::nanoTime);
  }

  /**
   * Stays awake until a future is done, the time is over or the thread is interrupted, which it
   * remains; afterwards the future is to be waited for in its own way.
   */
  // Nothing relies on the scheduler but the time it takes: what is not there in time is waited for.
  @SuppressWarnings("ThreadPriorityCheck")
  public void await(Future<?> future) {
    if (nanos == 0) {
      return;
    }
    Thread thread = Thread.currentThread();
    long begun = nanoClock.getAsLong();
    while (!future.isDone() && !thread.isInterrupted() && nanoClock.getAsLong() - begun < nanos) {
      // Not Thread.onSpinWait(): of two threads on one processor each would spin in the other's
      // way.
      Thread.yield();
    }
  }

  /** Whether so little was waited for that it is worth staying awake for what comes next. */
  boolean paysAfter(long waitedNanos) {
    return nanos > 0 && waitedNanos < CLOSE_NANOS;
  }
}
