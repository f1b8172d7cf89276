package io.flexservices.spi;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The moment until which a request must be answered, on a clock that only goes forward. A value.
 */
public final class Deadline {
  /** What a clock in nanoseconds can tell apart, with room to spare. */
  private static final Duration LONGEST = Duration.ofDays(36_500);

  private final long nanos;
  private final Duration budget;

  /** Null for the system's. */
  private final @Nullable LongSupplier nanoClock;

  private Deadline(Duration budget, @Nullable LongSupplier nanoClock) {
    this.budget = budget.compareTo(LONGEST) > 0 ? LONGEST : budget;
    this.nanoClock = nanoClock;
    this.nanos = now() + this.budget.toNanos();
  }

  /** The deadline that is a budget away from now. */
  public static Deadline in(Duration budget) {
    return new Deadline(requireNonNull(budget, "budget == null"), null);
  }

  /** The deadline that is a budget away from now, by a clock in nanoseconds. */
  public static Deadline in(Duration budget, LongSupplier nanoClock) {
    return new Deadline(
        requireNonNull(budget, "budget == null"), requireNonNull(nanoClock, "nanoClock == null"));
  }

  /** What was granted when the deadline was set: a hundred years at most. */
  public Duration budget() {
    return budget;
  }

  /** What is left; zero when it is spent. */
  public Duration remaining() {
    return Duration.ofNanos(Math.max(0, nanos - now()));
  }

  /** Whether nothing is left. */
  public boolean isSpent() {
    return nanos - now() <= 0;
  }

  /** The one of two deadlines that has less left. */
  public Deadline earlierOf(Deadline other) {
    return remaining().compareTo(other.remaining()) <= 0 ? this : other;
  }

  private long now() {
    return nanoClock == null ? System.nanoTime() : nanoClock.getAsLong();
  }

  /**
   * What is left of a platform's time when some of it is kept for the answer's way back: a margin
   * less, or half of what is shorter than two of it; zero where nothing is left.
   */
  public static Duration lessMargin(Duration time, Duration margin) {
    if (time.isNegative()) {
      return Duration.ZERO;
    }
    Duration rest = time.minus(margin);
    // Not Duration.dividedBy, which counts in decimals and would load what they need.
    return rest.compareTo(margin) < 0 ? Duration.ofNanos(time.toNanos() / 2) : rest;
  }
}
