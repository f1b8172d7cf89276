package io.flexservices.benchmarks.report;

import java.util.Locale;

/** Numbers as tables have them. */
public final class Figures {
  private Figures() {}

  /** A number without a fraction. */
  public static String whole(double number) {
    return String.format(Locale.ROOT, "%,.0f", number);
  }

  /** A number with one decimal place. */
  public static String tenths(double number) {
    return String.format(Locale.ROOT, "%,.1f", number);
  }

  /** A number with two decimal places, as ratios have them. */
  public static String hundredths(double number) {
    return String.format(Locale.ROOT, "%,.2f", number);
  }

  /** A number with three decimal places. */
  public static String thousandths(double number) {
    return String.format(Locale.ROOT, "%.3f", number);
  }
}
