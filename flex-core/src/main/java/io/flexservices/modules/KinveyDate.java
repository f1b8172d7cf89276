package io.flexservices.modules;

import static java.util.Objects.requireNonNull;

import io.flexservices.internal.time.JsTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/**
 * Converts dates to and from the form in which Kinvey keeps them: {@code
 * ISODate("2013-05-08T13:48:36.000Z")}.
 *
 * <p>In place of JavaScript's {@code Date} and moments stand the types of {@code java.time}. May be
 * used from any thread.
 */
public final class KinveyDate {
  private static final String PREFIX = "ISODate(\"";
  private static final String SUFFIX = "\")";
  private static final char QUOTE = '"';

  /** Converts dates; one is as good as another. */
  public KinveyDate() {}

  /**
   * The Kinvey date string of a date, in UTC and with milliseconds.
   *
   * @param date an {@link Instant}, {@link ZonedDateTime}, {@link OffsetDateTime} or {@link Date};
   *     a {@link LocalDateTime} or {@link LocalDate}, taken in UTC; or a text in ISO form or in
   *     that of HTTP headers, without an offset taken in UTC too. A text that begins as a Kinvey
   *     date string is given back as it is
   * @return the Kinvey date string; "Invalid date" for a text that is no date; null for null and
   *     for a value of any other type
   */
  public @Nullable String toKinveyDateString(@Nullable Object date) {
    if (date instanceof CharSequence text) {
      return ofText(text.toString());
    }
    Instant instant = instant(date);
    return instant == null ? null : PREFIX + JsTime.text(instant) + SUFFIX;
  }

  /**
   * The point in time of a Kinvey date string.
   *
   * @throws DateTimeException with the message "Invalid date" where it is none
   */
  public Instant fromKinveyDateString(@Nullable String kinveyDateString) {
    return fromKinveyDateString(kinveyDateString, KinveyDateFormat.DATE);
  }

  /**
   * The date of a Kinvey date string in a format. Where the Flex SDK gives the text "Invalid date"
   * in place of a date, this throws it.
   *
   * @throws DateTimeException with the message "Invalid date" where it is none
   */
  public <T> T fromKinveyDateString(@Nullable String kinveyDateString, KinveyDateFormat<T> format) {
    requireNonNull(format, "format == null");
    if (kinveyDateString == null || !isKinveyDateString(kinveyDateString)) {
      throw new DateTimeException(JsDates.INVALID_DATE);
    }
    return format.decode(quoted(kinveyDateString));
  }

  private static String ofText(String text) {
    if (text.startsWith(PREFIX)) {
      return text;
    }
    try {
      return PREFIX + JsTime.text(JsDates.parse(text)) + SUFFIX;
    } catch (DateTimeException e) {
      return JsDates.INVALID_DATE;
    }
  }

  private static @Nullable Instant instant(@Nullable Object date) {
    if (date instanceof Instant instant) {
      return instant;
    }
    if (date instanceof ZonedDateTime zoned) {
      return zoned.toInstant();
    }
    if (date instanceof OffsetDateTime offset) {
      return offset.toInstant();
    }
    if (date instanceof LocalDateTime local) {
      return local.toInstant(ZoneOffset.UTC);
    }
    if (date instanceof LocalDate day) {
      return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }
    // Not toInstant, which the dates of java.sql refuse.
    return date instanceof Date old ? Instant.ofEpochMilli(old.getTime()) : null;
  }

  /** What the reference takes for one: the beginning and the end count, and something between. */
  private static boolean isKinveyDateString(String text) {
    return text.startsWith(PREFIX) && text.endsWith(SUFFIX) && !text.equals(PREFIX + SUFFIX);
  }

  /** What stands after the first quotation mark, up to the next one where there is one. */
  private static String quoted(String text) {
    int begin = PREFIX.length();
    int end = text.indexOf(QUOTE, begin);
    return end < 0 ? text.substring(begin) : text.substring(begin, end);
  }
}
