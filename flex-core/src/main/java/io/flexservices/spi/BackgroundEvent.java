package io.flexservices.spi;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * Work as a platform carries it.
 *
 * @param name the task
 * @param key what marks the work
 * @param delay how long it waits before it begins, at least
 * @param event a JSON object in UTF-8, signed; it holds the app's credentials
 */
public record BackgroundEvent(String name, String key, Duration delay, byte[] event) {
  /** Checks the arguments. */
  public BackgroundEvent {
    requireNonNull(name, "name == null");
    requireNonNull(key, "key == null");
    requireNonNull(delay, "delay == null");
    requireNonNull(event, "event == null");
  }

  /** Without what it holds. */
  @Override
  public String toString() {
    return "BackgroundEvent[name=" + name + ", key=" + key + ", delay=" + delay + "]";
  }
}
