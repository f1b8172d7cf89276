package io.flexservices.json;

import org.jspecify.annotations.Nullable;

/**
 * The characters of a JSON text, taken one after another: strings, numbers and words, by the
 * grammar of RFC 8259. What they stand for, and how they follow each other, is the caller's.
 */
final class JsonScanner {
  /** What comes after the last character; in a text it is malformed wherever it stands. */
  static final char END = '\0';

  private final String text;
  private int at;

  /** A scanner before the first character of a text. */
  JsonScanner(String text) {
    this.text = text;
  }

  /** The first character that is no white space, or {@link #END}; it is not taken. */
  char next() {
    char c = here();
    while (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
      at++;
      c = here();
    }
    return c;
  }

  /** Whether there is nothing more but white space. */
  boolean isAtEnd() {
    next();
    return at == text.length();
  }

  /** Takes the next character if it is this one; says whether it was. */
  boolean takes(char wanted) {
    boolean isHere = next() == wanted;
    if (isHere) {
      at++;
    }
    return isHere;
  }

  /** Takes the next character, which must be this one. */
  void take(char wanted) {
    if (!takes(wanted)) {
      throw malformed();
    }
  }

  /** Takes a word that stands for a value, and gives that. */
  <T extends @Nullable Object> T word(String word, T value) {
    if (!text.startsWith(word, at)) {
      throw malformed();
    }
    at += word.length();
    return value;
  }

  /** Takes a string; gives what it says, without its quotes and escapes. */
  String string() {
    take('"');
    int start = at;
    skipPlain();
    if (here() == '"') {
      return text.substring(start, at++);
    }
    StringBuilder unescaped = new StringBuilder();
    while (here() == '\\') {
      unescaped.append(text, start, at);
      at++;
      unescaped.append(escaped());
      start = at;
      skipPlain();
    }
    return unescaped.append(text, start, at++).toString();
  }

  /** Takes a number; gives its characters. */
  String number() {
    int start = at;
    skip('-');
    int first = at;
    digits();
    if (text.charAt(first) == '0' && at > first + 1) {
      at = first + 1;
      throw malformed();
    }
    if (skip('.')) {
      digits();
    }
    if (skip('e') || skip('E')) {
      if (!skip('+')) {
        skip('-');
      }
      digits();
    }
    return text.substring(start, at);
  }

  /** That the text is no JSON from the character on that is here. */
  JsonException malformed() {
    return new JsonException("The JSON text is malformed" + position());
  }

  /** Where the character is that is here, in words. */
  String position() {
    int line = 1;
    int start = 0;
    for (int i = 0; i < at; i++) {
      char c = text.charAt(i);
      boolean isHalfOfAnEnd = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
      if (c == '\n' || c == '\r' && !isHalfOfAnEnd) {
        line++;
        start = i + 1;
      }
    }
    return " at line " + line + ", column " + (at - start + 1);
  }

  private char here() {
    return at < text.length() ? text.charAt(at) : END;
  }

  private boolean skip(char optional) {
    boolean isHere = here() == optional;
    if (isHere) {
      at++;
    }
    return isHere;
  }

  /** One digit or more. */
  private void digits() {
    int start = at;
    while (here() >= '0' && here() <= '9') {
      at++;
    }
    if (at == start) {
      throw malformed();
    }
  }

  /** Inside a string, up to the quote or the backslash that ends what stands for itself. */
  private void skipPlain() {
    char c = here();
    while (c != '"' && c != '\\') {
      if (c < ' ') {
        throw malformed();
      }
      at++;
      c = here();
    }
  }

  /** After a backslash. */
  private char escaped() {
    char c = here();
    int code =
        switch (c) {
          case '"', '\\', '/' -> c;
          case 'b' -> '\b';
          case 'f' -> '\f';
          case 'n' -> '\n';
          case 'r' -> '\r';
          case 't' -> '\t';
          case 'u' -> codeUnit();
          default -> throw malformed();
        };
    at++;
    return (char) code;
  }

  /** The four hexadecimal digits after the letter that is here; the last of them stays here. */
  private int codeUnit() {
    int code = 0;
    for (int i = 0; i < 4; i++) {
      at++;
      int digit = here() < 0x80 ? Character.digit(here(), 16) : -1;
      if (digit < 0) {
        throw malformed();
      }
      code = code << 4 | digit;
    }
    return code;
  }
}
