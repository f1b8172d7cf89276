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
  /** The header by which an adapter tells the attempt of work that comes over HTTP. */
  public static final String ATTEMPT_HEADER = "X-Flex-Attempt";

  /** The header by which an adapter tells the id of work that comes over HTTP. */
  public static final String ID_HEADER = "X-Flex-Delivery";

  /** Checks the arguments. */
  public TaskDelivery {
    requireNonNull(id, "id == null");
    requireNonNull(deadline, "deadline == null");
  }
}
