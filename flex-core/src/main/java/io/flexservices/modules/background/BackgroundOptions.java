package io.flexservices.modules.background;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** When work begins and what marks it as the same. A value: each {@code with} returns a new one. */
public final class BackgroundOptions {
  private static final BackgroundOptions DEFAULTS = new BackgroundOptions(Duration.ZERO, null);

  private final Duration delay;
  private final @Nullable String key;

  private BackgroundOptions(Duration delay, @Nullable String key) {
    this.delay = delay;
    this.key = key;
  }

  /** At once, with a key of its own. */
  public static BackgroundOptions defaults() {
    return DEFAULTS;
  }

  /** After a time at the earliest. Not every platform can wait; those that cannot refuse. */
  public static BackgroundOptions after(Duration delay) {
    requireNonNull(delay, "delay == null");
    if (delay.isNegative()) {
      throw new IllegalArgumentException("delay < 0: " + delay);
    }
    return new BackgroundOptions(delay, null);
  }

  /** How long the work waits before it begins, at least. */
  public Duration delay() {
    return delay;
  }

  /** What marks the work; null for a key that no other work has. */
  public @Nullable String key() {
    return key;
  }

  /** With a key of one's own: see {@code BackgroundContext.key()}. */
  public BackgroundOptions withKey(String key) {
    if (requireNonNull(key, "key == null").isEmpty()) {
      throw new IllegalArgumentException("key is empty");
    }
    return new BackgroundOptions(delay, key);
  }
}
