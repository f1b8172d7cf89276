package io.flexservices.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a text may hold at most. */
class JsonLimitsTest {
  private static final String OVER =
      "The JSON text is over a limit: nesting of 200, names of 65536 characters, numbers of 1000"
          + " characters";

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
    assertThatThrownBy(() -> Json.parse("1e99999999999")).isInstanceOf(JsonException.class);
  }

  @Test
  void readsStringsOfAnyLength() {
    String text = "x".repeat(30_000_000);
    assertThat(Json.parse("\"" + text + "\"")).isEqualTo(text);
  }

  private static void refused(String text) {
    assertThatThrownBy(() -> Json.parse(text)).isInstanceOf(JsonException.class).hasMessage(OVER);
  }
}
