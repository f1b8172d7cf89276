package io.flexservices.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What values look like as JSON. */
class JsonPrintingTest {
  static Stream<Arguments> values() {
    return Stream.of(
        arguments(null, "null"),
        arguments("a\"\\\n€", "\"a\\\"\\\\\\n€\""),
        arguments(new StringBuilder("b"), "\"b\""),
        arguments('c', "\"c\""),
        arguments(true, "true"),
        arguments((byte) 1, "1"),
        arguments((short) 2, "2"),
        arguments(3, "3"),
        arguments(Long.MIN_VALUE, "-9223372036854775808"),
        arguments(new AtomicLong(4), "4"),
        arguments(new BigInteger("92233720368547758070"), "92233720368547758070"),
        arguments(new BigDecimal("1.500"), "1.500"),
        arguments(new BigDecimal("1e1000000000"), "1E+1000000000"),
        arguments(1.5, "1.5"),
        arguments(0.1f, "0.1"),
        arguments(Double.NaN, "null"),
        arguments(Double.NEGATIVE_INFINITY, "null"),
        arguments(Float.POSITIVE_INFINITY, "null"),
        arguments(JsonObject.of(Map.of("a", 1)), "{\"a\":1}"),
        arguments(JsonArray.of(List.of(1)), "[1]"),
        arguments(Map.of(1, Optional.of("x")), "{\"1\":\"x\"}"),
        arguments(Arrays.asList(1, null), "[1,null]"),
        arguments(Set.of("x"), "[\"x\"]"),
        arguments(new int[] {1, 2}, "[1,2]"),
        arguments(new String[][] {{"a"}, {}}, "[[\"a\"],[]]"),
        arguments(Optional.empty(), "null"),
        arguments(TimeUnit.DAYS, "\"DAYS\""),
        arguments(DayOfWeek.MONDAY, "\"MONDAY\""),
        arguments(
            UUID.fromString("00000000-0000-0001-0000-000000000002"),
            "\"00000000-0000-0001-0000-000000000002\""),
        arguments(Instant.parse("2026-01-02T03:04:05Z"), "\"2026-01-02T03:04:05Z\""),
        arguments(LocalDate.of(2026, 1, 2), "\"2026-01-02\""),
        arguments(
            ZonedDateTime.of(2026, 1, 2, 3, 4, 5, 0, ZoneOffset.UTC), "\"2026-01-02T03:04:05Z\""),
        arguments(Duration.ofMillis(1500), "\"PT1.5S\""),
        arguments(Period.ofDays(3), "\"P3D\""),
        arguments(ZoneId.of("Europe/Brussels"), "\"Europe/Brussels\""),
        arguments(new IllegalStateException("broke"), "{}"),
        arguments(new Error(), "{}"));
  }

  @ParameterizedTest
  @MethodSource("values")
  void printsEverySupportedType(Object value, String text) {
    assertThat(Json.text(value)).isEqualTo(text);
  }

  @Test
  void printsNamesThatAreNoStrings() {
    Map<Object, Object> map = new LinkedHashMap<>();
    map.put(null, 1);
    map.put(2, 3);
    assertThat(Json.text(map)).isEqualTo("{\"null\":1,\"2\":3}");
  }

  @Test
  void printsLoneSurrogatesAsEscapes() {
    assertThat(Json.text("\ud800 a\udc00")).isEqualToIgnoringCase("\"\\ud800 a\\udc00\"");
    assertThat(Json.parse(Json.text("\ud800 a\udc00"))).isEqualTo("\ud800 a\udc00");
  }

  @Test
  void printsUtf8() {
    assertThat(Json.parse(Json.bytes("€ 😀"))).isEqualTo("€ 😀");
  }

  @Test
  void refusesAValueThatContainsItself() {
    Map<String, Object> map = new HashMap<>();
    map.put("self", List.of(map));
    List<Object> list = new ArrayList<>();
    list.add(new Object[] {list});
    for (Object cycle : List.of(map, list)) {
      assertThatThrownBy(() -> Json.text(cycle))
          .isInstanceOf(JsonException.class)
          .hasMessage("The value nests deeper than 400, or contains itself");
    }
  }

  @Test
  void wrapsWhatWasReadAtTheDeepest() {
    Object deep = Json.parse("[".repeat(200) + "]".repeat(200));
    assertThat(Json.text(Map.of("deep", deep))).hasSize(400 + "{\"deep\":}".length());
  }

  @Test
  void printsTextsOfEachLengthWhole() {
    for (int length : new int[] {0, 400, 500, 1_000, 1_500, 3_000, 300_000}) {
      for (int more = 0; more < 20; more++) {
        List<Object> texts = List.of("x".repeat(length + more), "€😀\"\u0001é", 1_234L, "y");
        assertThat(Json.parse(Json.bytes(texts))).isEqualTo(texts);
      }
    }
  }
}
