package io.flexservices.benchmarks.snapshot;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** What one process took, or the median of several: milliseconds, and megabytes of memory. */
final class Sample {
  private final double[] values;

  /**
   * The values in the order of the table.
   *
   * @param start until the process could be stored, or could answer
   * @param startProcessor time on processors for that
   * @param memory the process's own then
   * @param processor time on processors for the three first answers
   * @param warm a GET after them, on average
   */
  Sample(
      double start,
      double startProcessor,
      double memory,
      double get,
      double echo,
      double login,
      double processor,
      double warm) {
    this(new double[] {start, startProcessor, memory, get, echo, login, processor, warm});
  }

  private Sample(double[] values) {
    this.values = values;
  }

  /** Value by value. */
  static Sample median(List<Sample> samples) {
    double[] medians = new double[samples.get(0).values.length];
    for (int i = 0; i < medians.length; i++) {
      int at = i;
      double[] sorted =
          samples.stream().mapToDouble(sample -> sample.values[at]).sorted().toArray();
      medians[i] = sorted[sorted.length / 2];
    }
    return new Sample(medians);
  }

  /** The row of the table. */
  String row(String name) {
    DoubleStream cells = Arrays.stream(values);
    return cells
        .mapToObj(value -> String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.0f", value))
        .collect(Collectors.joining(" | ", "| " + name + " | ", " |"));
  }
}
