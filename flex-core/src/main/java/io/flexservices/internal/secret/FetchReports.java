package io.flexservices.internal.secret;

import io.flexservices.log.Logger;
import org.jspecify.annotations.Nullable;

/** Tells the log of fetches that failed. */
final class FetchReports {
  private final String name;
  private final Logger logger;

  FetchReports(String name, Logger logger) {
    this.name = name;
    this.logger = logger;
  }

  /**
   * Tells of a failure.
   *
   * @param ageMs how old the secrets are that are used instead; null where there are none
   */
  void failed(@Nullable Long ageMs, String reason) {
    if (ageMs == null) {
      logger.error(
          "The shared secret could not be fetched from "
              + name
              + ", and requests are answered 503 until it is. "
              + reason);
    } else {
      logger.warn(
          "The shared secret could not be fetched again from "
              + name
              + "; the one of "
              + ageMs / 1_000
              + " s ago is used. "
              + reason);
    }
  }
}
