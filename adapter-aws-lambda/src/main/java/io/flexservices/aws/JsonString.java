package io.flexservices.aws;

import java.util.Arrays;
import java.util.HexFormat;

/** UTF-8 as a JSON string. Only quotes, backslashes and control characters are escaped. */
final class JsonString {
  /** How many bytes one byte becomes at most. */
  static final int LONGEST_ESCAPE = 6;

  private static final String SHORT = "\"\\\b\t\n\f\r";
  private static final String SHORT_NAMES = "\"\\btnfr";

  /**
   * How many bytes an escape adds to an octet; 0 for one that stands for itself. To look it up is
   * twice as fast as to compare, since quotes come where no processor expects them.
   */
  private static final byte[] ADDED = added();

  private JsonString() {}

  /** How many bytes the string has, with its quotes. */
  static long size(byte[] text) {
    byte[] added = ADDED;
    long size = 2L + text.length;
    for (byte octet : text) {
      size += added[octet & 0xFF];
    }
    return size;
  }

  /** Writes the string into an array, which has room for it. */
  static void write(byte[] text, byte[] target, int at) {
    byte[] added = ADDED;
    int to = at;
    target[to++] = '"';
    for (byte octet : text) {
      if (added[octet & 0xFF] == 0) {
        target[to++] = octet;
      } else {
        to = escape(octet, target, to);
      }
    }
    target[to] = '"';
  }

  private static byte[] added() {
    byte[] added = new byte[256];
    Arrays.fill(added, 0, ' ', (byte) (LONGEST_ESCAPE - 1));
    for (int i = 0; i < SHORT.length(); i++) {
      added[SHORT.charAt(i)] = 1;
    }
    return added;
  }

  private static int escape(byte octet, byte[] target, int at) {
    int to = at;
    target[to++] = '\\';
    if (octet >= ' ') {
      target[to++] = octet;
      return to;
    }
    int index = SHORT.indexOf(octet);
    if (index >= 0) {
      target[to++] = (byte) SHORT_NAMES.charAt(index);
    } else {
      target[to++] = 'u';
      target[to++] = '0';
      target[to++] = '0';
      target[to++] = (byte) HexFormat.of().toHighHexDigit(octet);
      target[to++] = (byte) HexFormat.of().toLowHexDigit(octet);
    }
    return to;
  }
}
