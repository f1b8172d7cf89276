package io.flexservices.benchmarks.report;

import java.util.ArrayList;
import java.util.List;

/** A table as documents have it. */
public final class MarkdownTable {
  private final int columns;
  private final List<String> lines = new ArrayList<>();

  private MarkdownTable(int columns) {
    this.columns = columns;
  }

  /** A table without rows: the words above its columns. */
  public static MarkdownTable of(String... titles) {
    MarkdownTable table = new MarkdownTable(titles.length);
    table.row(titles);
    table.lines.add("|" + "---|".repeat(titles.length));
    return table;
  }

  /** Adds a row. */
  public MarkdownTable row(String... cells) {
    if (cells.length != columns) {
      throw new IllegalArgumentException("cells != columns: " + cells.length + " != " + columns);
    }
    lines.add("| " + String.join(" | ", cells) + " |");
    return this;
  }

  /** Its lines, each with its end. */
  @Override
  public String toString() {
    return String.join("\n", lines) + "\n";
  }
}
