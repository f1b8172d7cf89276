package io.flexservices.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StatisticsTest {
  @Test
  void medianIsTheSampleInTheMiddle() {
    assertThat(Statistics.median(List.of(9.0, 1.0, 5.0))).isEqualTo(5);
    assertThat(Statistics.median(List.of(4.0, 1.0))).isEqualTo(4);
    assertThat(Statistics.median(List.of(7.0))).isEqualTo(7);
  }

  @Test
  void percentileHasSoManyOfAHundredBelow() {
    List<Double> samples = IntStream.range(0, 1000).asDoubleStream().boxed().toList();
    assertThat(Statistics.percentile(samples, 99)).isEqualTo(990);
    assertThat(Statistics.percentile(samples, 100)).isEqualTo(999);
  }

  @Test
  void nothingIsSaidOfNoSamples() {
    assertThatThrownBy(() -> Statistics.median(Collections.emptyList()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
