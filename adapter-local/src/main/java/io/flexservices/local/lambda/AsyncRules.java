package io.flexservices.local.lambda;

import java.time.Duration;
import java.util.List;

/**
 * How often an asynchronous invocation is tried. Source: Lambda's developer guide, "How Lambda
 * handles errors and retries with asynchronous invocation".
 *
 * @param waits the time before the second try, the third one and so on
 * @param oldest how old an event may be when a try begins
 */
public record AsyncRules(List<Duration> waits, Duration oldest) {
  /** As Lambda does it: a minute, two minutes, and six hours. */
  public static final AsyncRules LAMBDA =
      new AsyncRules(List.of(Duration.ofMinutes(1), Duration.ofMinutes(2)), Duration.ofHours(6));

  /** Checks the values. */
  public AsyncRules {
    waits = List.copyOf(waits);
    if (oldest.isNegative() || waits.stream().anyMatch(Duration::isNegative)) {
      throw new IllegalArgumentException("a time is negative");
    }
  }

  /** With other times before the tries after the first. */
  public AsyncRules withWaits(List<Duration> others) {
    return new AsyncRules(others, oldest);
  }
}
