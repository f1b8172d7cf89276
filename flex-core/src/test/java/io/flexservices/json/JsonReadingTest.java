package io.flexservices.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a text is read into. */
class JsonReadingTest {
  @Test
  void readsEveryKindOfValue() {
    assertThat(Json.parse("{\"s\":\"t\",\"n\":null,\"b\":[true,false],\"o\":{}}"))
        .isEqualTo(
            new java.util.LinkedHashMap<>() {
              private static final long serialVersionUID = 1L;

              {
                put("s", "t");
                put("n", null);
                put("b", List.of(true, false));
                put("o", Map.of());
              }
            });
  }

  @Test
  void readsPlainValuesAtTheTop() {
    assertThat(Json.parse("null")).isNull();
    assertThat(Json.parse(" \"x\" ")).isEqualTo("x");
    assertThat(Json.parse("true")).isEqualTo(true);
    assertThat(Json.parse("[1,null]")).isEqualTo(Arrays.asList(1L, null));
  }

  @Test
  void readsWholeNumbersAsLongAndBeyondItAsBigInteger() {
    assertThat(Json.parse("9223372036854775807")).isEqualTo(Long.MAX_VALUE);
    assertThat(Json.parse("-9223372036854775808")).isEqualTo(Long.MIN_VALUE);
    assertThat(Json.parse("9223372036854775808")).isEqualTo(new BigInteger("9223372036854775808"));
    assertThat(Json.parse("1")).isEqualTo(1L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.1", "1.10", "-0.0", "1e3", "3.141592653589793238462643383279502884"})
  void readsDecimalsExactly(String text) {
    assertThat(Json.parse(text)).isEqualTo(new BigDecimal(text));
  }

  @Test
  void readsAHugeExponentWithoutSpellingItOut() {
    assertThat(Json.parse("1e1000000000")).isEqualTo(new BigDecimal("1e1000000000"));
    assertThat(Json.text(Json.parse("1e1000000000"))).isEqualTo("1E+1000000000");
  }

  @Test
  void takesTheLastOfTwoMembersWithOneName() {
    assertThat(Json.parse("{\"a\":1,\"b\":2,\"a\":3}")).isEqualTo(Map.of("a", 3L, "b", 2L));
  }

  @Test
  void keepsTheOrderOfMembers() {
    assertThat(Json.text(Json.parse("{\"z\":1,\"a\":2,\"m\":3}")))
        .isEqualTo("{\"z\":1,\"a\":2,\"m\":3}");
  }

  @Test
  void readsEscapesAndUtf8() {
    assertThat(Json.parse("\"\\u20ac \\ud83d\\ude00 \\n\"")).isEqualTo("€ 😀 \n");
    assertThat(Json.parse("\"€ 😀\"".getBytes(StandardCharsets.UTF_8))).isEqualTo("€ 😀");
  }

  @Test
  void ignoresAByteOrderMark() {
    assertThat(Json.parse("\uFEFF{}")).isEqualTo(Map.of());
    assertThat(Json.parse("\uFEFF{}".getBytes(StandardCharsets.UTF_8))).isEqualTo(Map.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n\t "})
  void refusesAnEmptyText(String text) {
    assertThatThrownBy(() -> Json.parse(text))
        .isInstanceOf(JsonException.class)
        .hasMessage("The JSON text is empty");
  }

  @Test
  void refusesWhatComesAfterTheValue() {
    assertThatThrownBy(() -> Json.parse("{} {}"))
        .isInstanceOf(JsonException.class)
        .hasMessage("The JSON text goes on after its end at line 1, column 4");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{", "[", "[1", "[1,]", "[,1]", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{a:1}", "'x'", "01",
        "+1", ".5", "1.", "1e", "NaN", "Infinity", "nul", "tru", "\"x", "\"\\x\"", "\"\\u12\"",
        "// x", "{} x", "]", "}", "{\"a\":1]", "[1}", "-", "1 2", "\"\t\""
      })
  void refusesMalformedTextWithoutRepeatingIt(String text) {
    assertThatThrownBy(() -> Json.parse(text))
        .isInstanceOf(JsonException.class)
        .message()
        .matches("The JSON text (is malformed|goes on after its end)( at line \\d+, column \\d+)?");
  }

  @Test
  void saysWhereATextIsMalformed() {
    assertThatThrownBy(() -> Json.parse("{\n  \"password\": secret}"))
        .hasMessageStartingWith("The JSON text is malformed at line 2, column 1")
        .hasMessageNotContaining("secret");
  }

  @ParameterizedTest
  @ValueSource(ints = {0xFF, 0xC3, 0x80, 0xC0})
  void refusesOctetsThatAreNotUtf8(int octet) {
    byte[] text = {'"', 'a', (byte) octet, '"'};
    assertThatThrownBy(() -> Json.parse(text))
        .isInstanceOf(JsonException.class)
        .hasMessage("The JSON text is not UTF-8");
  }

  @Test
  void refusesSurrogatesEncodedAsUtf8AndUtf16() {
    byte[] surrogate = {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'};
    assertThatThrownBy(() -> Json.parse(surrogate)).hasMessage("The JSON text is not UTF-8");
    assertThatThrownBy(() -> Json.parse("{}".getBytes(StandardCharsets.UTF_16)))
        .isInstanceOf(JsonException.class);
  }

  @Test
  void readsHalvesOfSurrogatePairsInATextAsInAnEscape() {
    assertThat(Json.parse("[\"a\ud800\", \"\ude00\", \"😀\ud83d\"]"))
        .isEqualTo(List.of("a\ud800", "\ude00", "😀\ud83d"));
    assertThatThrownBy(() -> Json.parse("[\ud800]"))
        .hasMessage("The JSON text is malformed at line 1, column 2");
  }

  @Test
  void refusesHalvesOfSurrogatePairsAfterABackslash() {
    assertThat(Json.parse("[\"\\\\\ud800\"]")).isEqualTo(List.of("\\\ud800"));
    for (String backslashes : List.of("\\", "\\\\\\")) {
      assertThatThrownBy(() -> Json.parse("[\"" + backslashes + "\ud800\"]"))
          .hasMessage("The JSON text is malformed at line 1, column " + (backslashes.length() + 3));
    }
  }

  @Test
  void readsEscapesBesideLettersBeyondAscii() {
    assertThat(Json.parse("{\"Caf\u00e9 \\\"\": \"\u20ac\\n\\u0041 \\u00e9 \u20ac\\\\\"}"))
        .isEqualTo(Map.of("Caf\u00e9 \"", "\u20ac\nA \u00e9 \u20ac\\"));
  }

  @Test
  void readsNamesThatWereReadBeforeAndThoseThatLookLikeThem() {
    for (String name : List.of("Aa", "BB", "Aa", "AaBB", "BBAa", "n".repeat(60), "BB")) {
      assertThat(Json.parse("{\"" + name + "\":1}")).isEqualTo(Map.of(name, 1L));
    }
  }

  /** Names of one hash code, and of two that stand side by side. */
  @ParameterizedTest
  @CsvSource({"Aa, BB", "x, y", "y, z", "requestId, x-kinvey-username"})
  void keepsTwoNamesThoughTheyComeInTurn(String one, String other) {
    byte[] text = Json.bytes(List.of(Map.of(one, 1), Map.of(other, 2)));
    List<String> first = names(text);
    List<String> second = names(text);

    assertThat(second.get(0)).isEqualTo(one).isSameAs(first.get(0));
    assertThat(second.get(1)).isEqualTo(other).isSameAs(first.get(1));
  }

  private static List<String> names(byte[] text) {
    List<String> names = new ArrayList<>();
    for (Object each : (List<?>) Json.parse(text)) {
      names.add((String) ((Map<?, ?>) each).keySet().iterator().next());
    }
    return names;
  }

  @Test
  void refusesControlCharactersAndTheEndAfterAnEscape() {
    assertThatThrownBy(() -> Json.parse("[\"\\n\u0001\"]"))
        .hasMessage("The JSON text is malformed at line 1, column 5");
    assertThatThrownBy(() -> Json.parse("[\"\\nab"))
        .hasMessage("The JSON text is malformed at line 1, column 7");
    assertThatThrownBy(() -> Json.parse("[\"\\nab\\"))
        .hasMessage("The JSON text is malformed at line 1, column 8");
  }

  @Test
  void saysWhereATextIsMalformedInCharactersAndBehindAByteOrderMark() {
    assertThatThrownBy(() -> Json.parse("\uFEFF{\"\u20ac😀\": x}"))
        .hasMessage("The JSON text is malformed at line 1, column 9");
    assertThatThrownBy(() -> Json.parse("[\r\n1,\r x]"))
        .hasMessage("The JSON text is malformed at line 3, column 2");
  }

  @Test
  void leavesTheTextOfAnEventsBodyInOctets() {
    assertThat(octets("{\"body\": \"plain \u20ac\"}")).isEqualTo("plain \u20ac");
    assertThat(octets("{\"body\": \"{\\\"a\\\": \\\"\u20ac\\\\n\\\"}\"}"))
        .isEqualTo("{\"a\": \"\u20ac\\n\"}");
    assertThat(octets("{\"body\": \"\\u20ac \\\" \\ud83d\\ude00\"}")).isEqualTo("\u20ac \" 😀");
  }

  @Test
  void refusesAnEventWhoseBodyIsNotUtf8() {
    for (String body : List.of("a\u00ff", "\\n\u00ff", "\u00ff\\n", "\\u20ac\u00ff", "\u00c3")) {
      for (String before : List.of("", "a".repeat(100_000), "\u00e2\u0082\u00ac".repeat(10_000))) {
        byte[] event =
            ("{\"body\": \"" + before + body + "\"}").getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> Json.parseEvent(event, "body"))
            .isInstanceOf(JsonException.class)
            .hasMessage("The JSON text is not UTF-8");
      }
    }
  }

  @Test
  void leavesALargeTextOfAnEventsBodyAsItIs() {
    String large = "\u20ac \uD83D\uDE00".repeat(10_000);
    assertThat(octets("{\"body\": \"" + large + "\"}")).isEqualTo(large);
    assertThat(octets("{\"body\": \"" + large + "\\n\"}")).isEqualTo(large + "\n");
  }

  @Test
  void readsEveryOtherMemberOfAnEventAsItIs() {
    assertThat(event("{\"a\": {\"body\": \"x\"}, \"body\": [\"y\"], \"c\": \"z\"}"))
        .isEqualTo(Map.of("a", Map.of("body", "x"), "body", List.of("y"), "c", "z"));
    assertThat(event("\"body\"")).isEqualTo("body");
  }

  private static String octets(String event) {
    return new String((byte[]) ((Map<?, ?>) event(event)).get("body"), StandardCharsets.UTF_8);
  }

  private static Object event(String text) {
    return Json.parseEvent(text.getBytes(StandardCharsets.UTF_8), "body");
  }
}
