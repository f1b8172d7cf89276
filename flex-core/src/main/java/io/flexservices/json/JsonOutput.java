package io.flexservices.json;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * JSON in UTF-8, while it is printed. Takes so many bytes and then refuses more, so that what is
 * printed need not end by itself. Kept in pieces: a buffer that grows is copied again and again,
 * and takes four times a large text.
 */
final class JsonOutput {
  private static final int FIRST_PIECE = 256;
  private static final int LARGEST_PIECE = 1 << 18;
  private static final int REPLACEMENT = 0xFFFD;
  private static final String HEX = "0123456789ABCDEF";

  /** An escape of a character that is not ASCII, the longest that one becomes. */
  private static final int ESCAPE = 6;

  private final int limit;

  /** The pieces that are full, and how many bytes they have together. */
  private final List<ByteBuffer> earlier = new ArrayList<>(0);

  private int earlierSize;

  private byte[] bytes = new byte[FIRST_PIECE];
  private int size;

  /** Up to where the piece at hand may be filled: its end, or the limit. */
  private int end;

  JsonOutput(int limit) {
    this.limit = limit;
    this.end = Math.min(limit, FIRST_PIECE);
  }

  /** What was printed. */
  byte[] toByteArray() {
    byte[] all = new byte[earlierSize + size];
    int at = 0;
    for (ByteBuffer piece : earlier) {
      int length = piece.remaining();
      piece.get(all, at, length);
      piece.rewind();
      at += length;
    }
    System.arraycopy(bytes, 0, all, at, size);
    return all;
  }

  /** What was printed, as a text. */
  String text() {
    return new String(toByteArray(), StandardCharsets.UTF_8);
  }

  /** A character of ASCII. */
  void write(char c) {
    room(1);
    put(c);
  }

  /** A word or a number: ASCII without anything to escape. */
  @SuppressWarnings("deprecation") // It takes the low octets of characters; ASCII has no others.
  void write(String ascii) {
    int length = ascii.length();
    room(length);
    ascii.getBytes(0, length, bytes, size);
    size += length;
  }

  /** A string with its quotes and escapes; half a surrogate pair, which UTF-8 has not, is one. */
  void string(String text) {
    string(text, true);
  }

  /**
   * A member's name with its quotes and escapes. Some readers refuse half a surrogate pair there,
   * so what takes the place of one is the character for that, U+FFFD.
   */
  void name(String name) {
    string(name, false);
  }

  private void string(String text, boolean escapesHalves) {
    write('"');
    for (int i = plain(text, 0); i < text.length(); i = plain(text, i + 1)) {
      char c = text.charAt(i);
      if (c < 0x80) {
        ascii(c);
      } else if (!Character.isSurrogate(c)) {
        utf8(c);
      } else if (Character.isSurrogatePair(c, i + 1 < text.length() ? text.charAt(i + 1) : ' ')) {
        i++;
        utf8(Character.toCodePoint(c, text.charAt(i)));
      } else if (escapesHalves) {
        code(c);
      } else {
        utf8(REPLACEMENT);
      }
    }
    write('"');
  }

  /**
   * Writes the characters from an index on that stand for themselves, as nearly all do, while there
   * is room in the piece at hand; gives the index of the one after.
   */
  private int plain(String text, int from) {
    byte[] piece = bytes;
    int last = from + Math.min(text.length() - from, end - size);
    int to = size;
    int i = from;
    while (i < last) {
      char c = text.charAt(i);
      // Small letters first, which most are.
      if (c > '\\' ? c >= 0x80 : c == '\\' || c == '"' || c < ' ') {
        break;
      }
      piece[to++] = (byte) c;
      i++;
    }
    size = to;
    return i;
  }

  private void ascii(char c) {
    if (c >= ' ' && c != '"' && c != '\\') {
      write(c);
      return;
    }
    switch (c) {
      case '"', '\\' -> escape(c);
      case '\b' -> escape('b');
      case '\f' -> escape('f');
      case '\n' -> escape('n');
      case '\r' -> escape('r');
      case '\t' -> escape('t');
      default -> code(c);
    }
  }

  private void escape(char letter) {
    room(2);
    put('\\');
    put(letter);
  }

  private void code(char c) {
    room(ESCAPE);
    put('\\');
    put('u');
    for (int shift = 12; shift >= 0; shift -= 4) {
      put(HEX.charAt(c >> shift & 0xF));
    }
  }

  /** A character that is not ASCII in two to four bytes: RFC 3629, section 3. */
  private void utf8(int codePoint) {
    room(ESCAPE);
    if (codePoint < 0x800) {
      put(0xC0 | codePoint >> 6);
    } else {
      if (codePoint < 0x10000) {
        put(0xE0 | codePoint >> 12);
      } else {
        put(0xF0 | codePoint >> 18);
        put(0x80 | codePoint >> 12 & 0x3F);
      }
      put(0x80 | codePoint >> 6 & 0x3F);
    }
    put(0x80 | codePoint & 0x3F);
  }

  private void put(int octet) {
    bytes[size++] = (byte) octet;
  }

  /** Makes room for so many bytes more. */
  private void room(int more) {
    if (more > end - size) {
      nextPiece(more);
    }
  }

  private void nextPiece(int atLeast) {
    if (atLeast > limit - earlierSize - size) {
      throw new Full();
    }
    earlier.add(ByteBuffer.wrap(bytes, 0, size));
    earlierSize += size;
    bytes = new byte[Math.max(atLeast, Math.min(2 * bytes.length, LARGEST_PIECE))];
    size = 0;
    end = Math.min(bytes.length, limit - earlierSize);
  }

  /** There is no room for more. */
  static final class Full extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private Full() {
      super(null, null, false, false);
    }
  }
}
