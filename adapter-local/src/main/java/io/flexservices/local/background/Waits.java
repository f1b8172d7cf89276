package io.flexservices.local.background;

import java.time.Duration;

/** How often work is tried, and how long it waits before it is tried again. */
final class Waits {
  /** How often at most. */
  static final int ATTEMPTS = 3;

  private static final Duration FIRST = Duration.ofSeconds(10);
  private static final int GROWTH = 6;

  private Waits() {}

  /** Ten seconds after the first attempt, a minute after the second. */
  static Duration after(int attempt) {
    return FIRST.multipliedBy((long) Math.pow(GROWTH, attempt - 1));
  }
}
