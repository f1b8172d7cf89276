package io.flexservices.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexservices.modules.query.Query;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Numbers that are short as texts and would fill the memory when spelled out. Each test is over at
 * once, or never.
 */
@Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HugeNumbersTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1E+1000000000",
        "-1E+1000000000",
        "1E-1000000000",
        "1E+2147483647",
        "12E-2147483647"
      })
  void printsThemAsShortAsTheyCame(String number) {
    String text = Json.text(Json.parse("{\"n\":" + number + "}"));
    assertThat(text).hasSizeLessThan(40);
    assertThat(Json.parse(text)).isEqualTo(Json.parse("{\"n\":" + number + "}"));
  }

  @Test
  void areRefusedWherePrintedTheyCouldNotBeReadAgain() {
    assertThatThrownBy(() -> Json.parse("12E+2147483647"))
        .isInstanceOf(JsonException.class)
        .hasMessage("The JSON text is over a limit: exponents within 2147483647");
  }

  @Test
  void keepsAThousandDigits() {
    String digits = "9".repeat(1_000);
    assertThat(Json.text(Json.parse("[" + digits + "]"))).isEqualTo("[" + digits + "]");
    String decimal = "0." + "9".repeat(998);
    assertThat(Json.text(Json.parse("[" + decimal + "]"))).isEqualTo("[" + decimal + "]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e1000000000", "-1e1000000000", "1e-1000000000", "1e2147483647"})
  void areNoWholeNumbersInTheRangeOfLong(String number) {
    JsonObject object = JsonObject.parse("{\"n\":" + number + "}");
    assertThat(object.decimal("n")).isEqualTo(new BigDecimal(number));
    assertThat(Json.isTruthy(object.value("n"))).isTrue();
    assertThatThrownBy(() -> object.integer("n"))
        .isInstanceOf(JsonException.class)
        .hasMessage("\"n\" is not a whole number within the range of long but BigDecimal");
  }

  /** What jackson-databind does with them is refused or done at once. */
  @Test
  void areRefusedByFieldsThatTheyDoNotFit() {
    JsonObject object = JsonObject.parse("{\"n\":1e1000000000}");
    assertThatThrownBy(() -> object.as(Whole.class)).isInstanceOf(JsonException.class);
    assertThatThrownBy(() -> object.as(Big.class)).isInstanceOf(JsonException.class);
    assertThat(object.as(Exact.class).n()).isEqualTo(new BigDecimal("1e1000000000"));
    assertThat(Json.text(object.as(Exact.class))).isEqualTo("{\"n\":1E+1000000000}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e1000000000", "-1e1000000000", "1e-1000000000"})
  void areComparedAndSortedByQueries(String number) {
    Object huge = Json.parse(number);
    List<Map<String, Object>> records = List.of(Map.of("n", huge), Map.of("n", 1L));
    assertThat(new Query().equalTo("n", huge).process(records)).hasSize(1);
    assertThat(new Query().greaterThanOrEqualTo("n", huge).process(records)).isNotEmpty();
    assertThat(new Query().lessThan("n", huge).process(records)).hasSizeLessThan(2);
    assertThat(new Query().contains("n", List.of(huge, 7)).process(records)).hasSize(1);
    assertThat(new Query().mod("n", 5, 0).process(records)).hasSizeLessThan(2);
    assertThat(new Query().ascending("n").process(records)).hasSize(2);
    assertThat(new Query().descending("n").process(records)).hasSize(2);
  }

  record Whole(long n) {}

  record Big(BigInteger n) {}

  record Exact(BigDecimal n) {}
}
