package io.flexservices.modules.query;

/**
 * How a regular expression is read. A value; each method returns a new one.
 *
 * @param ignoreCase refused by {@link Query#matches}: Kinvey matches case sensitively
 * @param multiline whether {@code ^} and {@code $} match at line breaks too (option {@code m})
 * @param extended whether white space and comments in the expression are ignored ({@code x})
 * @param dotMatchesAll whether a dot matches line breaks too ({@code s})
 */
public record MatchOptions(
    boolean ignoreCase, boolean multiline, boolean extended, boolean dotMatchesAll) {
  private static final MatchOptions NONE = new MatchOptions(false, false, false, false);

  /** No option. */
  public static MatchOptions none() {
    return NONE;
  }

  /** With {@code ^} and {@code $} matching at line breaks. */
  public MatchOptions withMultiline() {
    return new MatchOptions(ignoreCase, true, extended, dotMatchesAll);
  }

  /** With white space and comments ignored. */
  public MatchOptions withExtended() {
    return new MatchOptions(ignoreCase, multiline, true, dotMatchesAll);
  }

  /** With a dot matching line breaks. */
  public MatchOptions withDotMatchesAll() {
    return new MatchOptions(ignoreCase, multiline, extended, true);
  }

  /** MongoDB's letters for the options, in the order of the Flex SDK. */
  String letters() {
    return (multiline ? "m" : "") + (extended ? "x" : "") + (dotMatchesAll ? "s" : "");
  }
}
