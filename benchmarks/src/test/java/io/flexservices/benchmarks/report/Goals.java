package io.flexservices.benchmarks.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Measured figures against the most or the least that they may be, in the order in which they were
 * checked. A figure that is not a number misses its goal. For one thread.
 */
public final class Goals {
  private final List<Goal> goals = new ArrayList<>();

  /** A figure, and its limit. */
  private record Goal(String what, double measured, boolean isLeast, double limit) {
    boolean missed() {
      return !(isLeast ? measured >= limit : measured <= limit);
    }

    String wanted() {
      return (isLeast ? "≥ " : "≤ ") + Figures.hundredths(limit);
    }

    String sentence() {
      return "missed: %s %s, %s than %s"
          .formatted(
              what,
              Figures.hundredths(measured),
              isLeast ? "less" : "more",
              Figures.hundredths(limit));
    }
  }

  /** Checks one that may not be more: what it is, in words. */
  public Goals atMost(String what, double measured, double most) {
    goals.add(new Goal(what, measured, false, most));
    return this;
  }

  /** Checks one that may not be less. */
  public Goals atLeast(String what, double measured, double least) {
    goals.add(new Goal(what, measured, true, least));
    return this;
  }

  /** A table of all. */
  public MarkdownTable table() {
    MarkdownTable table = MarkdownTable.of("goal", "wanted", "measured", "");
    goals.forEach(
        goal ->
            table.row(
                goal.what(),
                goal.wanted(),
                Figures.hundredths(goal.measured()),
                goal.missed() ? "**missed**" : "kept"));
    return table;
  }

  /** A line for each that is missed. */
  public List<String> missed() {
    return goals.stream().filter(Goal::missed).map(Goal::sentence).toList();
  }

  /**
   * Prints the table, and the lines for what is missed.
   *
   * @return what the program is to end with: 1 where a goal is missed, otherwise 0
   */
  public int print() {
    System.out.println(table());
    missed().forEach(System.out::println);
    return missed().isEmpty() ? 0 : 1;
  }
}
