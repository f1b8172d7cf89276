package io.flexservices.log;

/** How grave a record is; {@link #label()} is what the line says, in the words of the Flex SDK. */
public enum Level {
  /** Written by {@code info}. */
  INFO("info"),
  /** Written by {@code warn}: the line says {@code warning}. */
  WARNING("warning"),
  /** Written by {@code error}. */
  ERROR("error"),
  /** Written by {@code fatal}. */
  FATAL("fatal");

  private final String label;

  Level(String label) {
    this.label = label;
  }

  /** The word in the line. */
  public String label() {
    return label;
  }
}
