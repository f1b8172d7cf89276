package io.flexservices.context;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The options of one handler, given where it is registered. A value: each {@code with} returns a
 * new one.
 *
 * <pre>{@code
 * flex.functions().register("report", HandlerOptions.within(Duration.ofSeconds(10)), handler);
 * }</pre>
 */
public final class HandlerOptions {
  private static final HandlerOptions DEFAULTS = new HandlerOptions(null);

  private final @Nullable Duration timeout;

  private HandlerOptions(@Nullable Duration timeout) {
    this.timeout = timeout;
  }

  /** What a handler has that is registered without options. */
  public static HandlerOptions defaults() {
    return DEFAULTS;
  }

  /** The defaults, with a time that the handler may take; see {@link #withTimeout}. */
  public static HandlerOptions within(Duration timeout) {
    return DEFAULTS.withTimeout(timeout);
  }

  /** How long the handler may take; null for as long as the service's other handlers may. */
  public @Nullable Duration timeout() {
    return timeout;
  }

  /**
   * With a time that the handler may take. It can only shorten what the service ({@code
   * FlexOptions.requestTimeout}) and the platform grant.
   */
  public HandlerOptions withTimeout(Duration timeout) {
    requireNonNull(timeout, "timeout == null");
    if (timeout.isZero() || timeout.isNegative()) {
      throw new IllegalArgumentException("timeout <= 0: " + timeout);
    }
    return new HandlerOptions(timeout);
  }

  @Override
  public String toString() {
    return "HandlerOptions{timeout=" + timeout + "}";
  }
}
