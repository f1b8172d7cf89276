package io.flexservices.benchmarks.report;

import java.util.Collection;

/** What is said of many samples. */
public final class Statistics {
  private Statistics() {}

  /** The sample in the middle; of two the greater. */
  public static double median(Collection<Double> samples) {
    return percentile(samples, 50);
  }

  /**
   * The sample that so many of a hundred are less than.
   *
   * @throws IllegalArgumentException where there are no samples
   */
  public static double percentile(Collection<Double> samples, double percent) {
    if (samples.isEmpty()) {
      throw new IllegalArgumentException("no samples");
    }
    double[] sorted = samples.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int index = (int) (sorted.length * percent / 100);
    return sorted[Math.min(index, sorted.length - 1)];
  }
}
