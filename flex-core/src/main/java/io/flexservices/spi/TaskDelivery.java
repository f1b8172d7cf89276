package io.flexservices.spi;

import static java.util.Objects.requireNonNull;

/**
 * How a platform brings a piece of background work.
 *
 * @param id the same for every attempt at this delivery; marks work that has no key of its own
 * @param attempt how often it was brought, from 1, as far as the platform tells
 * @param deadline until when the work must have ended
 */
public record TaskDelivery(String id, int attempt, Deadline deadline) {
  /** Checks the arguments. */
  public TaskDelivery {
    requireNonNull(id, "id == null");
    requireNonNull(deadline, "deadline == null");
  }
}
