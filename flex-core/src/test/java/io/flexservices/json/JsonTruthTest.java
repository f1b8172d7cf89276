package io.flexservices.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What JavaScript takes for true. */
class JsonTruthTest {
  static Stream<Object> falsy() {
    return Stream.of(
        false,
        "",
        new StringBuilder(),
        0,
        0L,
        0.0,
        -0.0,
        Double.NaN,
        BigInteger.ZERO,
        new BigDecimal("0.000"),
        new BigDecimal("0e1000000000"));
  }

  static Stream<Object> truthy() {
    return Stream.of(
        true,
        " ",
        "0",
        "false",
        1,
        -1L,
        0.1,
        Double.POSITIVE_INFINITY,
        new BigDecimal("1e-1000000000"),
        new BigDecimal("1e1000000000"),
        List.of(),
        Map.of(),
        JsonObject.empty(),
        new Object());
  }

  @ParameterizedTest
  @MethodSource("falsy")
  void isFalse(Object value) {
    assertThat(Json.isTruthy(value)).isFalse();
  }

  @ParameterizedTest
  @MethodSource("truthy")
  void isTrue(Object value) {
    assertThat(Json.isTruthy(value)).isTrue();
  }

  @Test
  void isFalseForNull() {
    assertThat(Json.isTruthy(null)).isFalse();
  }
}
