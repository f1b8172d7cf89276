package io.flexservices.spi;

import static java.util.Objects.requireNonNull;

/**
 * Where a service runs.
 *
 * @param name the word in the log lines: {@code local}, {@code aws-lambda}, {@code gcp-functions}
 */
public record Platform(String name) {
  /** Checks the argument. */
  public Platform {
    requireNonNull(name, "name == null");
  }
}
