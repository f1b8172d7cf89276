package io.flexservices.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GoalsTest {
  private final Goals goals =
      new Goals()
          .atMost("cold", 1.3, 1.3)
          .atMost("warm", 1.31, 1.3)
          .atMost("none", Double.NaN, 1)
          .atLeast("rate", 8, 8)
          .atLeast("echoes", 5.9, 6);

  @Test
  void saysWhatIsKept() {
    assertThat(goals.table())
        .hasToString(
            """
            | goal | wanted | measured |  |
            |---|---|---|---|
            | cold | ≤ 1.30 | 1.30 | kept |
            | warm | ≤ 1.30 | 1.31 | **missed** |
            | none | ≤ 1.00 | NaN | **missed** |
            | rate | ≥ 8.00 | 8.00 | kept |
            | echoes | ≥ 6.00 | 5.90 | **missed** |
            """);
  }

  @Test
  void namesWhatIsMissed() {
    assertThat(goals.missed())
        .containsExactly(
            "missed: warm 1.31, more than 1.30",
            "missed: none NaN, more than 1.00",
            "missed: echoes 5.90, less than 6.00");
  }
}
