package io.flexservices.benchmarks.report;

import java.util.ArrayList;
import java.util.List;

/** Measured ratios against the most that they may be, in the order in which they were checked. */
public final class Goals {
  private final List<Goal> goals = new ArrayList<>();

  private record Goal(String what, double measured, double most) {
    boolean missed() {
      return !(measured <= most);
    }
  }

  /** Checks one: what it is, in words; a ratio that is not a number is missed. */
  public Goals check(String what, double measured, double most) {
    goals.add(new Goal(what, measured, most));
    return this;
  }

  /** A table of all. */
  public MarkdownTable table() {
    MarkdownTable table = MarkdownTable.of("goal", "at most", "measured", "");
    goals.forEach(
        goal ->
            table.row(
                goal.what(),
                Figures.hundredths(goal.most()),
                Figures.hundredths(goal.measured()),
                goal.missed() ? "**missed**" : "kept"));
    return table;
  }

  /** A line for each that is missed. */
  public List<String> missed() {
    return goals.stream()
        .filter(Goal::missed)
        .map(
            goal ->
                "missed: "
                    + goal.what()
                    + " "
                    + Figures.hundredths(goal.measured())
                    + ", more than "
                    + Figures.hundredths(goal.most()))
        .toList();
  }
}
