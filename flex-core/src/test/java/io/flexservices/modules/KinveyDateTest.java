package io.flexservices.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class KinveyDateTest {
  private static final Instant INSTANT = Instant.parse("2013-05-08T13:48:36.123Z");
  private static final String KINVEY = "ISODate(\"2013-05-08T13:48:36.123Z\")";

  private final KinveyDate dates = new KinveyDate();

  @Test
  void writesTheTypesOfJavaTime() {
    for (Object date :
        List.of(
            INSTANT,
            INSTANT.plusNanos(999_999),
            OffsetDateTime.ofInstant(INSTANT, ZoneOffset.ofHours(2)),
            ZonedDateTime.ofInstant(INSTANT, ZoneId.of("Europe/Sofia")),
            LocalDateTime.ofInstant(INSTANT, ZoneOffset.UTC),
            Date.from(INSTANT))) {
      assertThat(dates.toKinveyDateString(date)).as(date.getClass().getName()).isEqualTo(KINVEY);
    }
    assertThat(dates.toKinveyDateString(LocalDate.of(2013, 5, 8)))
        .isEqualTo("ISODate(\"2013-05-08T00:00:00.000Z\")");
  }

  @Test
  void writesMillisecondsAlways() {
    assertThat(dates.toKinveyDateString(Instant.parse("2013-05-08T13:48:36Z")))
        .isEqualTo("ISODate(\"2013-05-08T13:48:36.000Z\")");
  }

  /** What Node 20 makes of the same texts in UTC. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2013                                    | 2013-01-01T00:00:00.000Z",
        "2013-05                                 | 2013-05-01T00:00:00.000Z",
        "2013-05-08                              | 2013-05-08T00:00:00.000Z",
        "2013-05-08T13:48                        | 2013-05-08T13:48:00.000Z",
        "2013-05-08T13:48Z                       | 2013-05-08T13:48:00.000Z",
        "2013-05-08T13:48:36                     | 2013-05-08T13:48:36.000Z",
        "2013-05-08T13:48:36.1                   | 2013-05-08T13:48:36.100Z",
        "2013-05-08T13:48:36.123456Z             | 2013-05-08T13:48:36.123Z",
        "2013-05-08T13:48:36+02:00               | 2013-05-08T11:48:36.000Z",
        "2013-05-08T13:48:36-00:00               | 2013-05-08T13:48:36.000Z",
        "2013-05-08T13:48:36+0200                | 2013-05-08T11:48:36.000Z",
        "2013-05-08t13:48:36z                    | 2013-05-08T13:48:36.000Z",
        "2013-05-08 13:48:36                     | 2013-05-08T13:48:36.000Z",
        "2013-05-08 13:48:36Z                    | 2013-05-08T13:48:36.000Z",
        "2013T10:00Z                             | 2013-01-01T10:00:00.000Z",
        "' 2013-05-08 '                          | 2013-05-08T00:00:00.000Z",
        "Wed, 08 May 2013 13:48:36 GMT           | 2013-05-08T13:48:36.000Z",
        "Wed May 08 2013 13:48:36 GMT+0000 (UTC) | 2013-05-08T13:48:36.000Z",
        "Wed May 08 2013 13:48:36 GMT+0200 (Central European Summer Time) | 2013-05-08T11:48:36.000Z",
        "May 8, 2013                             | 2013-05-08T00:00:00.000Z",
        "8 May 2013                              | 2013-05-08T00:00:00.000Z",
        "5/8/2013                                | 2013-05-08T00:00:00.000Z"
      })
  void readsTextsAsJavaScriptDoes(String text, String iso) {
    assertThat(dates.toKinveyDateString(text)).isEqualTo("ISODate(\"" + iso + "\")");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "garbage",
        "not a date",
        "2013-13-01",
        "2013-02-30",
        "2013-05-08T13",
        "2013-05-08T25:00Z",
        "2013-05-08T13:48:60Z",
        "2013-05-08T13:48:36,5Z",
        "2013-05-08T13:48:36.Z",
        "20130508",
        "2013-05-08T13:48:36+02",
        "ISODate('2013-05-08')",
        "isodate(\"2013-05-08\")"
      })
  void saysThatATextIsNoDate(String text) {
    assertThat(dates.toKinveyDateString(text)).isEqualTo("Invalid date");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ISODate(\"2013-05-08T13:48:36.123Z\")",
        "ISODate(\"abc",
        "ISODate(\"",
        "ISODate(\"\")"
      })
  void leavesAKinveyDateStringAsItIs(String text) {
    assertThat(dates.toKinveyDateString(text)).isEqualTo(text);
  }

  @Test
  void givesNullForWhatIsNoDate() {
    for (Object value : Arrays.asList(null, 1, 1L, true, Map.of(), List.of(), new Object())) {
      assertThat(dates.toKinveyDateString(value)).isNull();
    }
  }

  @Test
  void readsKinveyDateStringsIntoEachFormat() {
    assertThat(dates.fromKinveyDateString(KINVEY)).isEqualTo(INSTANT);
    assertThat(dates.fromKinveyDateString(KINVEY, KinveyDateFormat.DATE)).isEqualTo(INSTANT);
    assertThat(dates.fromKinveyDateString(KINVEY, KinveyDateFormat.MOMENT))
        .isEqualTo(INSTANT.atZone(ZoneOffset.UTC));
    assertThat(dates.fromKinveyDateString(KINVEY, KinveyDateFormat.STRING))
        .isEqualTo("2013-05-08T13:48:36.123Z");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "abcd",
        "2013-05-08T13:48:36.000Z",
        "ISODate(\"",
        "ISODate(\"abc",
        "ISODate(\"\")",
        "ISODate(2013-05-08)",
        "isodate(\"2013-05-08\")",
        " ISODate(\"2013-05-08\")",
        "ISODate(\"2013-05-08\") "
      })
  void refusesWhatIsNoKinveyDateStringInEveryFormat(String text) {
    for (KinveyDateFormat<?> format :
        List.of(KinveyDateFormat.DATE, KinveyDateFormat.MOMENT, KinveyDateFormat.STRING)) {
      assertThatThrownBy(() -> dates.fromKinveyDateString(text, format))
          .isInstanceOf(DateTimeException.class)
          .hasMessage("Invalid date");
    }
  }

  @Test
  void readsTheTextBetweenTheFirstTwoQuotationMarks() {
    assertThat(text("ISODate(\"2013-05-08\"T\")")).isEqualTo("2013-05-08");
    assertThat(text("ISODate(\"abc\")")).isEqualTo("abc");
    assertThat(text("ISODate(\")")).isEqualTo(")");
    assertThat(dates.fromKinveyDateString("ISODate(\"2013-05-08\"T\")"))
        .isEqualTo("2013-05-08T00:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ISODate(\"abc\")", "ISODate(\")", "ISODate(\"2013-02-30\")"})
  void refusesAKinveyDateStringThatHoldsNoDate(String text) {
    for (KinveyDateFormat<?> format : List.of(KinveyDateFormat.DATE, KinveyDateFormat.MOMENT)) {
      assertThatThrownBy(() -> dates.fromKinveyDateString(text, format))
          .isInstanceOf(DateTimeException.class)
          .hasMessage("Invalid date");
    }
  }

  @Test
  void namesFormatsAsTheFlexSdkDoes() {
    for (String name : List.of("date", "moment", "string")) {
      assertThat(KinveyDateFormat.of(name).wireName()).isEqualTo(name);
      assertThat(KinveyDateFormat.of(name)).hasToString(name);
    }
    assertThatThrownBy(() -> KinveyDateFormat.of("invalid"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid Format.");
  }

  @Test
  void readsBackWhatItWrote() {
    Random random = new Random(42);
    for (int round = 0; round < 2_000; round++) {
      // From the year 1 to the year 9999: what has four digits.
      Instant instant =
          Instant.ofEpochMilli(random.nextLong(-62_135_596_800_000L, 253_402_300_799_999L));

      String written = dates.toKinveyDateString(instant);

      assertThat(dates.fromKinveyDateString(written)).isEqualTo(instant);
    }
  }

  private String text(String kinveyDateString) {
    return dates.fromKinveyDateString(kinveyDateString, KinveyDateFormat.STRING);
  }
}
