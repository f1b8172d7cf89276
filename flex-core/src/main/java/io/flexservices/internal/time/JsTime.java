package io.flexservices.internal.time;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/**
 * Points in time as JavaScript's {@code toISOString} writes them, and Kinvey with it: in UTC, with
 * three digits of milliseconds always. {@link Instant#toString()} writes as many as it needs.
 */
public final class JsTime {
  private static final DateTimeFormatter MILLIS =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

  private JsTime() {}

  /** For example {@code 2013-05-08T13:48:36.000Z}; what is finer than a millisecond is cut off. */
  public static String text(Instant instant) {
    return MILLIS.format(instant);
  }
}
