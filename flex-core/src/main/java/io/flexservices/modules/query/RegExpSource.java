package io.flexservices.modules.query;

import org.jspecify.annotations.Nullable;

/**
 * The text of a regular expression as JavaScript's {@code source} gives it: a slash outside a class
 * and line breaks are escaped, which changes nothing in what it matches.
 */
final class RegExpSource {
  private final StringBuilder source = new StringBuilder();
  private boolean escaped;
  private boolean inClass;

  private RegExpSource() {}

  static String of(String regExp) {
    RegExpSource reader = new RegExpSource();
    regExp.chars().forEach(c -> reader.add((char) c));
    return reader.source.toString();
  }

  private void add(char c) {
    String lineBreak = lineBreak(c);
    if (lineBreak != null) {
      source.append(escaped ? "" : "\\").append(lineBreak);
    } else {
      source.append(c == '/' && !escaped && !inClass ? "\\/" : String.valueOf(c));
    }
    inClass = escaped ? inClass : c == '[' || (inClass && c != ']');
    escaped = !escaped && c == '\\';
  }

  private static @Nullable String lineBreak(char c) {
    return switch (c) {
      case '\n' -> "n";
      case '\r' -> "r";
      case '\u2028' -> "u2028";
      case '\u2029' -> "u2029";
      default -> null;
    };
  }
}
