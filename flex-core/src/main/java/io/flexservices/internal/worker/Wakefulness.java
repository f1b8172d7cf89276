package io.flexservices.internal.worker;

import io.flexservices.spi.Deadline;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How long a thread stays awake for what is about to come, before it sleeps: between threads that
 * are awake a hand-off takes a few microseconds, and to wake one may take a hundred. Awake it gives
 * way to every other thread, above all to the one that it waits for, which may need its processor.
 * A value.
 *
 * @param time how long; zero to sleep at once
 * @param nanoClock the clock in nanoseconds; null for the system's
 */
public record Wakefulness(Duration time, @Nullable LongSupplier nanoClock) {
  private static final Duration AWAKE = Duration.ofNanos(30_000);

  /** Longer than the time awake, since what is waited for may have to be woken itself. */
  private static final Duration CLOSE = Duration.ofNanos(100_000);

  /** Checks the time. */
  public Wakefulness {
    if (time.isNegative()) {
      throw new IllegalArgumentException("time < 0: " + time);
    }
  }

  /** What suits a machine: with one processor, who stays awake keeps the other thread from it. */
  public static Wakefulness on(int processors) {
    return processors > 1 ? new Wakefulness(AWAKE, null) : never();
  }

  /** To sleep at once. */
  public static Wakefulness never() {
    return new Wakefulness(Duration.ZERO, null);
  }

  /**
   * Stays awake until a value is given, the time is over or the thread is interrupted, which it
   * remains; afterwards the value is to be waited for in its own way.
   */
  // Nothing relies on the scheduler but the time it takes: what is not there in time is waited for.
  @SuppressWarnings("ThreadPriorityCheck")
  public void await(Promise<?> promise) {
    if (time.isZero()) {
      return;
    }
    Thread thread = Thread.currentThread();
    Deadline end = in(time);
    while (!promise.isGiven() && !thread.isInterrupted() && !end.isSpent()) {
      // Not Thread.onSpinWait(): two threads on one processor would spin in each other's way.
      Thread.yield();
    }
  }

  /** Until when something has to come so that it is worth staying awake for what comes next. */
  Deadline close() {
    return in(CLOSE);
  }

  private Deadline in(Duration span) {
    return nanoClock == null ? Deadline.in(span) : Deadline.in(span, nanoClock);
  }
}
