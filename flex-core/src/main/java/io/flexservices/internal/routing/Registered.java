package io.flexservices.internal.routing;

import static java.util.Objects.requireNonNull;

import io.flexservices.context.HandlerOptions;
import io.flexservices.spi.Deadline;
import java.time.Duration;

/** A handler with the options that it was registered with. */
public record Registered<H>(H handler, HandlerOptions options) {
  /** Checks the arguments. */
  public Registered {
    requireNonNull(handler, "handler == null");
    requireNonNull(options, "options == null");
  }

  /** When an answer is due that is due at a moment anyway. */
  public Deadline deadline(Deadline anyway) {
    Duration timeout = options.timeout();
    return timeout == null ? anyway : Deadline.in(timeout).earlierOf(anyway);
  }
}
