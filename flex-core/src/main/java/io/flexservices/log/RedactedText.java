package io.flexservices.log;

import io.flexservices.json.JsonMask;
import java.util.Set;

/**
 * Finds names with values in a text: {@code name=value}, {@code name: value}, {@code "name":
 * "value"}, and the last inside a JSON string, where its quotes have backslashes. One pass: each
 * equals sign and colon is looked at once, and a value that was hidden is not looked at again.
 */
final class RedactedText {
  private static final int LONGEST_NAME = 64;
  private static final Set<String> NOUNS = Set.of("secret", "token", "credentials", "cookie");
  private static final String ENDS = ",;&}])\n\r\t\"'";

  private final String text;
  private final StringBuilder shown = new StringBuilder();
  private int copied;

  private RedactedText(String text) {
    this.text = text;
  }

  static String of(String text) {
    return new RedactedText(text).redacted();
  }

  private String redacted() {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c == '=' || c == ':') && Redaction.SECRETS.hides(nameBefore(i)) && !isProse(i)) {
        int from = skipBlanks(i + 1);
        int end = valueEnd(from);
        if (end > from) {
          shown.append(text, copied, from).append(JsonMask.HIDDEN);
          copied = end;
          i = end - 1;
        }
      }
    }
    return copied == 0 ? text : shown.append(text, copied, text.length()).toString();
  }

  /** Such as {@code has no shared secret: everybody is served}. */
  private boolean isProse(int sign) {
    int from = sign;
    while (from > copied && isLower(text.charAt(from - 1))) {
      from--;
    }
    return text.startsWith(": ", sign)
        && isTwoWords(sign + 2)
        && from > copied
        && text.charAt(from - 1) == ' '
        && NOUNS.contains(text.substring(from, sign));
  }

  /** Whether a sentence goes on there, and no value stands alone. */
  private boolean isTwoWords(int from) {
    int i = from;
    while (i < text.length() && isLower(text.charAt(i))) {
      i++;
    }
    return i > from
        && i + 1 < text.length()
        && text.charAt(i) == ' '
        && isLower(text.charAt(i + 1));
  }

  private String nameBefore(int sign) {
    int end = sign;
    while (end > copied && " \"'\\".indexOf(text.charAt(end - 1)) >= 0 && sign - end < 16) {
      end--;
    }
    int from = end;
    while (from > copied && end - from <= LONGEST_NAME && isOfName(text.charAt(from - 1))) {
      from--;
    }
    return text.substring(from, end);
  }

  private static boolean isOfName(char c) {
    return c == '-' || c == '_' || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || isLower(c);
  }

  private static boolean isLower(char c) {
    return c >= 'a' && c <= 'z';
  }

  private int skipBlanks(int from) {
    int i = from;
    while (i < text.length() && " \t\r\n".indexOf(text.charAt(i)) >= 0) {
      i++;
    }
    return i;
  }

  private int valueEnd(int from) {
    int quote = from;
    while (quote < text.length() && text.charAt(quote) == '\\') {
      quote++;
    }
    if (quote < text.length() && "\"'".indexOf(text.charAt(quote)) >= 0) {
      return quotedEnd(quote + 1, quote - from, text.charAt(quote));
    }
    if (from < text.length() && "{[".indexOf(text.charAt(from)) >= 0) {
      return bracketsEnd(from);
    }
    int i = from;
    while (i < text.length() && ENDS.indexOf(text.charAt(i)) < 0) {
      i++;
    }
    return i;
  }

  /** Behind the next quote that has as many backslashes as the first one. */
  private int quotedEnd(int from, int backslashes, char mark) {
    int before = 0;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == mark && before <= backslashes && (backslashes > 0 || before % 2 == 0)) {
        return i + 1;
      }
      before = c == '\\' ? before + 1 : 0;
      if (backslashes == 0 && before == 2) {
        before = 0;
      }
    }
    return text.length();
  }

  /** Behind the bracket that closes the first one. */
  private int bracketsEnd(int from) {
    int depth = 0;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
      if (depth == 0) {
        return i + 1;
      }
    }
    return text.length();
  }
}
