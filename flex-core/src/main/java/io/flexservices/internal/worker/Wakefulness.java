package io.flexservices.internal.worker;

import java.util.concurrent.Future;
import java.util.function.LongSupplier;

/**
 * How long a thread stays awake for what it waits for, before it sleeps: to wake a thread costs
 * more than most handlers do. Awake it gives way to every other thread that has work, above all to
 * the one that it waits for, which may need its processor. A value.
 *
 * @param nanos the time; 0 to sleep at once
 * @param nanoClock a clock in nanoseconds that only goes forward
 */
public record Wakefulness(long nanos, LongSupplier nanoClock) {
  /**
   * Several times what a hand-off takes between threads that are awake, and less than a wake-up.
   */
  private static final long AWAKE_NANOS = 30_000;

  /** Checks the time. */
  public Wakefulness {
    if (nanos < 0) {
      throw new IllegalArgumentException("nanos < 0: " + nanos);
    }
  }

  /** What suits a machine: with one processor, staying awake only keeps others from it. */
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
    if (nanos == 0 || future.isDone()) {
      return;
    }
    Thread thread = Thread.currentThread();
    long begun = nanoClock.getAsLong();
    while (!future.isDone() && !thread.isInterrupted() && nanoClock.getAsLong() - begun < nanos) {
      // Not Thread.onSpinWait(), which would keep the other thread from a processor they share.
      Thread.yield();
    }
  }
}
