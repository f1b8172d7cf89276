package io.flexservices.spi;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The moment until which a request must be answered, on a clock that only goes forward. A value.
 */
public final class Deadline {
  /** What a clock in nanoseconds can tell apart, with room to spare. */
  private static final Duration LONGEST = Duration.ofDays(36_500);

  private final long nanos;
  private final Duration budget;
  private final LongSupplier nanoClock;

  private Deadline(long nanos, Duration budget, LongSupplier nanoClock) {
    this.nanos = nanos;
    this.budget = budget;
    this.nanoClock = nanoClock;
  }

  /** The deadline that is a budget away from now. */
  public static Deadline in(Duration budget) {
    return in(budget, System::nanoTime);
  }

  /** The deadline that is a budget away from now, by a clock in nanoseconds. */
  public static Deadline in(Duration budget, LongSupplier nanoClock) {
    requireNonNull(budget, "budget == null");
    requireNonNull(nanoClock, "nanoClock == null");
    Duration bounded = budget.compareTo(LONGEST) > 0 ? LONGEST : budget;
    return new Deadline(nanoClock.getAsLong() + bounded.toNanos(), bounded, nanoClock);
  }

  /** What was granted when the deadline was set: a hundred years at most. */
  public Duration budget() {
    return budget;
  }

  /** What is left; zero when it is spent. */
  public Duration remaining() {
    return Duration.ofNanos(Math.max(0, nanos - nanoClock.getAsLong()));
  }

  /** Whether nothing is left. */
  public boolean isSpent() {
    return nanos - nanoClock.getAsLong() <= 0;
  }

  /** The one of two deadlines that has less left. */
  public Deadline earlierOf(Deadline other) {
    return remaining().compareTo(other.remaining()) <= 0 ? this : other;
  }
}
