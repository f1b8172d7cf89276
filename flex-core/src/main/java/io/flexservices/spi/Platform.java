package io.flexservices.spi;

import static java.util.Objects.requireNonNull;

/**
 * Where a service runs.
 *
 * @param name the word in the log lines: {@code local}, {@code aws-lambda}, {@code gcp-functions}
 * @param isPublic whether anybody may reach it, so that a service without a secret is worth a
 *     warning
 */
public record Platform(String name, boolean isPublic) {
  /** Checks the arguments. */
  public Platform {
    requireNonNull(name, "name == null");
  }

  /** A platform that only its owner reaches. */
  public Platform(String name) {
    this(name, false);
  }
}
