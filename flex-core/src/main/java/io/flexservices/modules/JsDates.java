package io.flexservices.modules;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Reads dates as JavaScript's {@code new Date(text)} does in Node: the ISO forms of ECMAScript (a
 * year, a month or a day, with or without a time, with or without an offset; also with a space in
 * place of the T), those of HTTP headers and of {@code Date.toString()}, and the American ones with
 * slashes or the month's name. Without an offset a time is taken in UTC, where Kinvey and the
 * platforms run. A day that does not exist is no date, though Node would count on into the next
 * month.
 */
final class JsDates {
  static final String INVALID_DATE = "Invalid date";

  private static final DateTimeFormatter ISO =
      completed(
          new DateTimeFormatterBuilder()
              .parseCaseInsensitive()
              .appendPattern("uuuu[-MM[-dd]]")
              .optionalStart()
              .appendLiteral('T')
              .appendPattern("HH:mm")
              .optionalStart()
              .appendPattern(":ss")
              .optionalStart()
              .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
              .optionalEnd()
              .optionalEnd()
              .optionalStart()
              .appendOffset("+HH:MM", "Z")
              .optionalEnd()
              .optionalStart()
              .appendOffset("+HHMM", "Z")
              .optionalEnd()
              .optionalEnd());

  private JsDates() {}

  /**
   * The point in time that a text names.
   *
   * @throws DateTimeException with the message "Invalid date" where it names none
   */
  static Instant parse(String text) {
    String trimmed = text.trim();
    try {
      return ISO.parse(trimmed.replaceFirst(" ", "T"), Instant::from);
    } catch (DateTimeParseException e) {
      return Others.parse(trimmed);
    }
  }

  private static DateTimeFormatter completed(DateTimeFormatterBuilder form) {
    return form.parseDefaulting(ChronoField.MONTH_OF_YEAR, 1)
        .parseDefaulting(ChronoField.DAY_OF_MONTH, 1)
        .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
        .parseDefaulting(ChronoField.OFFSET_SECONDS, 0)
        .toFormatter(Locale.ENGLISH)
        .withResolverStyle(ResolverStyle.STRICT);
  }

  /** The forms that are no ISO ones; a class of its own because most services never meet them. */
  private static final class Others {
    private static final List<DateTimeFormatter> FORMS =
        Stream.of(
                "[EEE, ]d MMM uuuu[ HH:mm[:ss]][ 'GMT'][ Z]",
                "EEE MMM d uuuu[ HH:mm[:ss]][ 'GMT'Z]",
                "[EEE, ]MMM d, uuuu[ HH:mm[:ss]][ 'GMT'][ Z]",
                "[EEE, ]MMMM d, uuuu[ HH:mm[:ss]][ 'GMT'][ Z]",
                "M/d/uuuu[ HH:mm[:ss]][ 'GMT'][ Z]")
            .map(form -> new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(form))
            .map(JsDates::completed)
            .toList();

    static Instant parse(String text) {
      // Date.toString() ends in the name of the zone, which its offset has said already.
      String bare = text.replaceFirst(" \\([^()]*\\)$", "");
      for (DateTimeFormatter form : FORMS) {
        try {
          return form.parse(bare, Instant::from);
        } catch (DateTimeParseException e) {
          // The next form, then.
        }
      }
      throw new DateTimeException(INVALID_DATE);
    }
  }
}
