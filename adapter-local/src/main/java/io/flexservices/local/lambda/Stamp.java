package io.flexservices.local.lambda;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * What a gateway adds to a request of its own.
 *
 * @param requestId the request's id
 * @param time when the request came
 * @param function whom the request is for
 */
record Stamp(String requestId, Instant time, FunctionIdentity function) {
  /** The form of {@code requestContext.requestTime} and {@code .time}. */
  private static final DateTimeFormatter COMMON_LOG =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** The time as gateways write it: {@code 01/Jan/2026:00:00:00 +0000}. */
  String requestTime() {
    return COMMON_LOG.format(time);
  }
}
