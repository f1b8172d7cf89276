package io.flexservices.modules.query;

/**
 * Takes white space and comments out of a regular expression, as the option {@code x} of Perl's
 * syntax asks; RE2 has no such option.
 */
final class ExtendedSyntax {
  private final StringBuilder compact = new StringBuilder();
  private boolean escaped;
  private boolean inClass;
  private boolean inComment;

  private ExtendedSyntax() {}

  static String compact(String source) {
    ExtendedSyntax reader = new ExtendedSyntax();
    source.chars().forEach(c -> reader.add((char) c));
    return reader.compact.toString();
  }

  private void add(char c) {
    if (inComment) {
      inComment = c != '\n';
    } else if (escaped || inClass || !isIgnored(c)) {
      compact.append(c);
      inClass = escaped ? inClass : c == '[' || (inClass && c != ']');
      escaped = !escaped && c == '\\';
    } else {
      inComment = c == '#';
    }
  }

  private static boolean isIgnored(char c) {
    return c == '#' || c == ' ' || (c >= '\t' && c <= '\r');
  }
}
