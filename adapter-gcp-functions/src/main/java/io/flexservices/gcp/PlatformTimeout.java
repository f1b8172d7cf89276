package io.flexservices.gcp;

import io.flexservices.spi.Deadline;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How long a request may take until it must be answered here, a margin before the platform answers
 * in the function's place.
 *
 * <p>{@code CLOUD_RUN_TIMEOUT_SECONDS} is what the functions framework itself obeys (2.0.0, {@code
 * Invoker}: 408 with an empty body once it is over). Cloud Run does not document that it sets it,
 * so that a deployment had better do so; {@code FUNCTION_TIMEOUT_SEC} is that of the first
 * generation.
 */
final class PlatformTimeout {
  /** The longest time-out that Cloud Run grants; where it is not told, the service's own counts. */
  static final Duration LONGEST = Duration.ofMinutes(60);

  private static final Duration MARGIN = Duration.ofSeconds(1);
  private static final String[] VARIABLES = {"CLOUD_RUN_TIMEOUT_SECONDS", "FUNCTION_TIMEOUT_SEC"};

  private PlatformTimeout() {}

  /**
   * Reads the environment: the variables' values by their names.
   *
   * @throws IllegalArgumentException where a variable holds no positive number of seconds
   */
  static Duration of(Function<String, @Nullable String> environment) {
    for (String variable : VARIABLES) {
      String text = environment.apply(variable);
      if (text != null && !text.isEmpty()) {
        return Deadline.lessMargin(Duration.ofSeconds(seconds(variable, text)), MARGIN);
      }
    }
    return LONGEST;
  }

  private static int seconds(String variable, String text) {
    try {
      int seconds = Integer.parseInt(text);
      if (seconds > 0) {
        return seconds;
      }
    } catch (NumberFormatException e) {
      // Told below, as a number that is not positive.
    }
    throw new IllegalArgumentException(variable + " is no positive number of seconds: " + text);
  }
}
