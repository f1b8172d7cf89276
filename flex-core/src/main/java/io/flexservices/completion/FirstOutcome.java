package io.flexservices.completion;

import static java.util.Objects.requireNonNull;

import io.flexservices.log.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The once-only rule of a request: of all its completions the first counts, later ones are logged.
 * One for each request; safe to use from several threads.
 */
public final class FirstOutcome {
  private final String completedTwice;
  private final Logger logger;
  private volatile @Nullable Outcome first;

  /**
   * A request that is not completed yet.
   *
   * @param completedTwice what is logged when it is completed again
   */
  public FirstOutcome(String completedTwice, Logger logger) {
    this.completedTwice = requireNonNull(completedTwice, "completedTwice == null");
    this.logger = requireNonNull(logger, "logger == null");
  }

  /** The outcome that counts; null as long as the request is not completed. */
  public @Nullable Outcome get() {
    return first;
  }

  /** The same rule for something else that is to be completed once. */
  FirstOutcome another() {
    return new FirstOutcome(completedTwice, logger);
  }

  /** Offers an outcome and gives the one that counts. */
  Outcome offer(Outcome outcome) {
    Outcome earlier = setOnce(outcome);
    if (earlier == null) {
      return outcome;
    }
    logger.error(completedTwice);
    return earlier;
  }

  /** Gives the one that was there before; null for none. */
  private synchronized @Nullable Outcome setOnce(Outcome outcome) {
    Outcome earlier = first;
    if (earlier == null) {
      first = outcome;
    }
    return earlier;
  }
}
