package io.flexservices.benchmarks.snapshot;

import io.flexservices.benchmarks.report.Figures;
import io.flexservices.benchmarks.report.MarkdownTable;
import io.flexservices.benchmarks.report.Statistics;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

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
      medians[i] = Statistics.median(samples.stream().map(sample -> sample.values[at]).toList());
    }
    return new Sample(medians);
  }

  /** The table without rows. */
  static MarkdownTable table(String name) {
    return MarkdownTable.of(
        name,
        "start, ms",
        "processor for it, ms",
        "memory, MB",
        "first GET, ms",
        "first echo, ms",
        "first login, ms",
        "processor for the three, ms",
        "a GET then, ms");
  }

  /** The cells of its row. */
  String[] row(String name) {
    Stream<String> figures =
        Arrays.stream(values)
            .mapToObj(value -> value < 10 ? Figures.hundredths(value) : Figures.whole(value));
    return Stream.concat(Stream.of(name), figures).toArray(String[]::new);
  }
}
