package io.flexservices.aws;

import java.util.HexFormat;

/** UTF-8 as a JSON string. Only quotes, backslashes and control characters are escaped. */
final class JsonString {
  /** How many bytes one byte becomes at most. */
  static final int LONGEST_ESCAPE = 6;

  private static final String SHORT = "\"\\\b\t\n\f\r";
  private static final String SHORT_NAMES = "\"\\btnfr";

  private JsonString() {}

  /** How many bytes the string has, with its quotes. */
  static long size(byte[] text) {
    long size = 2L + text.length;
    for (byte octet : text) {
      if (!isPlain(octet)) {
        size += SHORT.indexOf(octet) >= 0 ? 1 : LONGEST_ESCAPE - 1;
      }
    }
    return size;
  }

  /** Writes the string into an array, which has room for it. */
  static void write(byte[] text, byte[] target, int at) {
    int to = at;
    target[to++] = '"';
    for (byte octet : text) {
      if (isPlain(octet)) {
        target[to++] = octet;
      } else {
        to = escape(octet, target, to);
      }
    }
    target[to] = '"';
  }

  private static int escape(byte octet, byte[] target, int at) {
    int to = at;
    int index = SHORT.indexOf(octet);
    target[to++] = '\\';
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

  /** Whether it stands for itself; octets beyond ASCII are negative. */
  private static boolean isPlain(byte octet) {
    return (octet >= ' ' || octet < 0) && octet != '"' && octet != '\\';
  }
}
