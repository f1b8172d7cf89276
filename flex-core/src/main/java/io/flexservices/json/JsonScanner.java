package io.flexservices.json;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The octets of a JSON text in UTF-8, taken one after another: strings, numbers and words, by the
 * grammar of RFC 8259. What they stand for, and how they follow each other, is the caller's.
 */
final class JsonScanner {
  /** What comes after the last character; in a text it is malformed wherever it stands. */
  private static final byte END = 0;

  /** Ignored at the beginning, as RFC 8259 allows and the reference's body parser does. */
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private static final char REPLACEMENT = '\uFFFD';

  /**
   * The names that were read last. Kinvey's and the platform's are the same in each request, and in
   * a list of entities the same in each: a fifth of what a large body takes, and the hash codes of
   * all. In pairs. Any thread may write: a name is as good as any other that is equal.
   */
  private static final @Nullable String[] NAMES = new String[512];

  /** Longer ones are not kept, nor are those that are not ASCII. */
  private static final int LONGEST_KEPT = 48;

  /** How many characters are decoded at once where only their octets are wanted. */
  private static final int PIECE = 8_192;

  private final byte[] text;
  private final int first;
  private int at;

  /** Whether the string that is taken is ASCII so far, but for its escapes. */
  private boolean isAscii;

  /** A scanner before the first character of a text. */
  JsonScanner(byte[] text) {
    int mark = BYTE_ORDER_MARK.length;
    boolean isMarked =
        text.length >= mark && Arrays.equals(text, 0, mark, BYTE_ORDER_MARK, 0, mark);
    this.text = text;
    this.first = isMarked ? mark : 0;
    this.at = first;
  }

  /** The first character that is no white space, or U+0000 at the end; it is not taken. */
  char next() {
    byte octet = here();
    while (octet <= ' ' && isSpace(octet)) {
      at++;
      octet = here();
    }
    return (char) octet;
  }

  private static boolean isSpace(byte octet) {
    return octet == ' ' || octet == '\n' || octet == '\r' || octet == '\t';
  }

  /** Whether there is nothing more but white space. */
  boolean isAtEnd() {
    next();
    return at == text.length;
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
    for (int i = 0; i < word.length(); i++) {
      if (here() != word.charAt(i)) {
        throw malformed();
      }
      at++;
    }
    return value;
  }

  /** Takes a string; gives what it says, without its quotes and escapes. */
  String string() {
    int start = begin();
    if (here() == '"') {
      return decoded(text, start, at++, isAscii);
    }
    byte[] unescaped = unescaped(start);
    return unescaped == null ? characters(start) : decoded(unescaped, 0, unescaped.length, isAscii);
  }

  /** Takes a string that was read before, as a rule; as {@link #string}. */
  String name() {
    take('"');
    byte[] octets = text;
    int start = at;
    int end = start;
    int hash = 0; // as String's
    while (end < octets.length && isPlainAscii(octets[end])) {
      hash = 31 * hash + octets[end];
      end++;
    }
    int length = end - start;
    if (end == octets.length || octets[end] != '"' || length > LONGEST_KEPT) {
      at = start - 1;
      return string();
    }
    at = end + 1;
    return kept(start, end, hash);
  }

  /** Two names of one pair are both kept; a third takes the place of the older one. */
  private String kept(int start, int end, int hash) {
    int pair = (hash ^ hash >>> 16) & NAMES.length - 2;
    String newer = NAMES[pair];
    if (newer != null && isAt(start, newer, end - start)) {
      return newer;
    }
    String older = NAMES[pair + 1];
    if (older != null && isAt(start, older, end - start)) {
      return older;
    }
    String name = decoded(text, start, end, true);
    NAMES[pair + 1] = newer;
    NAMES[pair] = name;
    return name;
  }

  private static boolean isPlainAscii(byte octet) {
    return octet > '\\' || octet >= ' ' && octet != '"' && octet != '\\';
  }

  /**
   * Takes a string; gives what it says in UTF-8, as it stands here. Half a surrogate pair, which
   * UTF-8 has not, becomes a question mark.
   */
  byte[] octets() {
    int start = begin();
    byte[] octets = here() == '"' ? Arrays.copyOfRange(text, start, at++) : unescaped(start);
    if (octets == null) {
      return characters(start).getBytes(StandardCharsets.UTF_8);
    }
    if (!isAscii) {
      requireUtf8(octets, 0, octets.length);
    }
    return octets;
  }

  /** Takes a number; gives its characters. */
  String number() {
    int start = at;
    skip('-');
    int digits = at;
    digits();
    if (text[digits] == '0' && at > digits + 1) {
      at = digits + 1;
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
    return decoded(text, start, at, true);
  }

  /** That the text is no JSON from the character on that is here. */
  JsonException malformed() {
    return new JsonException("The JSON text is malformed" + position());
  }

  /** Where the character is that is here, in words. */
  String position() {
    String before = new String(text, first, at - first, StandardCharsets.UTF_8);
    int line = 1;
    int start = 0;
    for (int i = 0; i < before.length(); i++) {
      char c = before.charAt(i);
      int next = i + 1 < before.length() ? before.charAt(i + 1) : here();
      if (c == '\n' || c == '\r' && next != '\n') {
        line++;
        start = i + 1;
      }
    }
    return " at line " + line + ", column " + (before.length() - start + 1);
  }

  private byte here() {
    return at < text.length ? text[at] : END;
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

  /** Takes the quote and what stands for itself after it, whose beginning it gives. */
  private int begin() {
    take('"');
    int start = at;
    isAscii = true;
    skipPlain();
    return start;
  }

  /** Inside a string, up to the quote or the backslash that ends what stands for itself. */
  private void skipPlain() {
    byte[] octets = text;
    int all = 0;
    int i = at;
    while (i < octets.length && octets[i] != '"' && octets[i] != '\\') {
      if (octets[i] >= 0 && octets[i] < ' ') {
        at = i;
        throw malformed();
      }
      all |= octets[i];
      i++;
    }
    at = i;
    if (i == octets.length) {
      throw malformed();
    }
    isAscii &= all >= 0; // octets beyond ASCII are negative
  }

  private boolean isAt(int start, String name, int length) {
    if (name.length() != length) {
      return false;
    }
    byte[] octets = text;
    for (int i = 0; i < length; i++) {
      if (octets[start + i] != name.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** What is not UTF-8 is told by the character that takes its place. */
  private static String decoded(byte[] octets, int from, int to, boolean isAscii) {
    if (isAscii) {
      return new String(octets, from, to - from, StandardCharsets.ISO_8859_1);
    }
    String decoded = new String(octets, from, to - from, StandardCharsets.UTF_8);
    if (decoded.indexOf(REPLACEMENT) >= 0) {
      requireUtf8(octets, from, to);
    }
    return decoded;
  }

  private static void requireUtf8(byte[] octets, int from, int to) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(octets, from, to - from);
    // In pieces: a large text shall not be held as characters.
    CharBuffer piece = CharBuffer.allocate(Math.min(to - from, PIECE));
    CoderResult result;
    do {
      piece.clear();
      result = decoder.decode(in, piece, true);
    } while (result.isOverflow());
    try {
      if (result.isError()) {
        result.throwException();
      }
    } catch (CharacterCodingException e) {
      throw new JsonException("The JSON text is not UTF-8", e);
    }
  }

  /**
   * Takes the rest of a string from its first backslash on, which is here; gives what all of it
   * says, in octets. Null, and takes nothing, where an escape is no ASCII.
   */
  private byte @Nullable [] unescaped(int start) {
    byte[] octets = text;
    int backslash = at;
    byte[] unescaped = new byte[sizeUnescaped(start)];
    int size = backslash - start;
    System.arraycopy(octets, start, unescaped, 0, size);
    int all = 0;
    int i = backslash;
    while (i < octets.length && octets[i] != '"') {
      byte octet = octets[i++];
      if (octet == '\\') {
        at = i;
        char c = escaped();
        if (c >= 0x80) {
          at = backslash;
          return null;
        }
        unescaped[size++] = (byte) c;
        i = at;
      } else if (octet >= 0 && octet < ' ') {
        at = i - 1;
        throw malformed();
      } else {
        all |= octet;
        unescaped[size++] = octet;
      }
    }
    at = i;
    take('"');
    isAscii &= all >= 0; // octets beyond ASCII are negative
    return size == unescaped.length ? unescaped : Arrays.copyOf(unescaped, size);
  }

  /** How long a string is at most when each of its escapes is one octet. */
  private int sizeUnescaped(int start) {
    byte[] octets = text;
    int escapes = 0;
    int i = at;
    while (i < octets.length && octets[i] != '"') {
      if (octets[i] == '\\') {
        escapes++;
        i++;
      }
      i++;
    }
    return Math.min(i, octets.length) - start - escapes;
  }

  /** As {@link #unescaped}, whatever the escapes are. */
  private String characters(int start) {
    StringBuilder characters = new StringBuilder();
    int from = start;
    while (here() == '\\') {
      characters.append(decoded(text, from, at, false));
      at++;
      characters.append(escaped());
      from = at;
      skipPlain();
    }
    return characters.append(decoded(text, from, at++, false)).toString();
  }

  /** After a backslash. */
  private char escaped() {
    byte octet = here();
    int code =
        switch (octet) {
          case '"', '\\', '/' -> octet;
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
      int digit = here() < 0 ? -1 : Character.digit(here(), 16);
      if (digit < 0) {
        throw malformed();
      }
      code = code << 4 | digit;
    }
    return code;
  }
}
