package io.flexservices.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a text may hold at most. */
class JsonLimitsTest {
  private static final String OVER =
      "The JSON text is over a limit: nesting of 200, names of 65536 characters, numbers of 1000"
          + " characters";
  private static final Duration TIME = Duration.ofSeconds(20);

  @Test
  void readsTwoHundredLevelsAndNoMore() {
    assertThat(Json.parse("[".repeat(200) + "]".repeat(200))).isNotNull();
    refused("[".repeat(201) + "]".repeat(201));
  }

  @Test
  void countsObjectsAndArraysTogether() {
    assertThat(Json.parse("{\"a\":[".repeat(100) + "]}".repeat(100))).isNotNull();
    refused("{\"a\":[".repeat(100) + "[" + "]" + "]}".repeat(100));
  }

  @Test
  void readsNamesOf64KibAndNoLonger() {
    String name = "n".repeat(65_536);
    assertThat(Json.parse("{\"" + name + "\":1}")).isEqualTo(Map.of(name, 1L));
    refused("{\"" + name + "n\":1}");
    refused("{\"" + name + "\\u0020\":1}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "-1", "1.", "1e", "0."})
  void readsNumbersOfAThousandDigitsAndNoLonger(String start) {
    boolean isExponent = start.endsWith("e");
    String digit = isExponent ? "0" : "1";
    int own = start.replaceAll("[^0-9]", "").length();
    assertThat(Json.parse(start + digit.repeat(1_000 - own))).isInstanceOf(Number.class);
    refused(start + digit.repeat(1_002 - own));
  }

  @Test
  void refusesAThousandAndOneDigits() {
    refused("1".repeat(1_001));
    refused("[" + "1".repeat(1_001) + "]");
  }

  @Test
  void refusesAnExponentThatNoDecimalHas() {
    assertThatThrownBy(() -> Json.parse("1e99999999999"))
        .isInstanceOfSatisfying(JsonException.class, e -> assertThat(e.isOverLimit()).isTrue())
        .hasMessage("The JSON text is over a limit: exponents within 2147483647");
  }

  @Test
  void readsEventsOneLevelDeeper() {
    String body = "[".repeat(200) + "]".repeat(200);
    assertThat(Json.parseEvent(utf8("{\"body\":" + body + "}"), "body")).isNotNull();
    assertThatThrownBy(() -> Json.parseEvent(utf8("{\"body\":[" + body + "]}"), "body"))
        .isInstanceOf(JsonException.class)
        .hasMessage(OVER.replace("200", "201"));
  }

  @Test
  void countsNoDepthInsideAString() {
    String inner = "[".repeat(500);
    assertThat(Json.parse(Json.bytes(Map.of("body", inner)))).isEqualTo(Map.of("body", inner));
  }

  @Test
  void takesTheLastOfTwoMembersWithOneName() {
    assertThat(Json.text(Json.parse("{\"a\":1,\"b\":2,\"a\":{\"c\":3,\"c\":4}}")))
        .isEqualTo("{\"a\":{\"c\":4},\"b\":2}");
  }

  @Test
  void tellsMalformedFromOverALimit() {
    assertThatThrownBy(() -> Json.parse("{"))
        .isInstanceOfSatisfying(JsonException.class, e -> assertThat(e.isOverLimit()).isFalse());
  }

  /** Two texts of one hash code, "Aa" and "BB", make 2^n names of one hash code. */
  @Test
  void readsManyNamesOfOneHashCodeInTime() {
    StringBuilder text = new StringBuilder("{");
    int names = 1 << 17;
    for (int i = 0; i < names; i++) {
      text.append(i == 0 ? "\"" : ",\"");
      for (int bit = 0; bit < 17; bit++) {
        text.append((i >> bit & 1) == 0 ? "Aa" : "BB");
      }
      text.append("\":0");
    }
    String json = text.append('}').toString();
    // Quadratic, it would be eight thousand million comparisons: minutes.
    JsonObject object = assertTimeoutPreemptively(TIME, () -> JsonObject.parse(json));
    assertThat(object.size()).isEqualTo(names);
  }

  @Test
  void readsStringsOfAnyLength() {
    String text = "x".repeat(30_000_000);
    assertThat(Json.parse("\"" + text + "\"")).isEqualTo(text);
  }

  private static void refused(String text) {
    assertThatThrownBy(() -> Json.parse(text))
        .isInstanceOfSatisfying(JsonException.class, e -> assertThat(e.isOverLimit()).isTrue())
        .hasMessage(OVER);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
