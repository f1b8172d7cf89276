package io.flexservices.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GoalsTest {
  @Test
  void namesWhatIsMissed() {
    Goals goals =
        new Goals().check("cold", 1.3, 1.3).check("warm", 1.31, 1.3).check("none", Double.NaN, 1);
    assertThat(goals.missed())
        .containsExactly("missed: warm 1.31, more than 1.30", "missed: none NaN, more than 1.00");
    assertThat(goals.table())
        .hasToString(
            """
            | goal | at most | measured |  |
            |---|---|---|---|
            | cold | 1.30 | 1.30 | kept |
            | warm | 1.30 | 1.31 | **missed** |
            | none | 1.00 | NaN | **missed** |
            """);
  }
}
