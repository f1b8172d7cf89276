package io.flexservices.aws;

import java.util.HexFormat;

/** UTF-8 as a JSON string. Only quotes, backslashes and control characters are escaped. */
final class JsonString {
  private static final String SHORT = "\b\t\n\f\r";
  private static final String SHORT_NAMES = "btnfr";

  private JsonString() {}

  /** How many bytes the string has, with its quotes. */
  static long size(byte[] text) {
    long size = 2L + text.length;
    for (byte octet : text) {
      size += more(octet);
    }
    return size;
  }

  /** Writes the string into an array, which has room for it. */
  static void write(byte[] text, byte[] target, int at) {
    int to = at;
    target[to++] = '"';
    for (byte octet : text) {
      switch (more(octet)) {
        case 0 -> target[to++] = octet;
        case 1 -> {
          int index = SHORT.indexOf(octet);
          target[to++] = '\\';
          target[to++] = index < 0 ? octet : (byte) SHORT_NAMES.charAt(index);
        }
        default -> {
          target[to++] = '\\';
          target[to++] = 'u';
          target[to++] = '0';
          target[to++] = '0';
          target[to++] = (byte) HexFormat.of().toHighHexDigit(octet);
          target[to++] = (byte) HexFormat.of().toLowHexDigit(octet);
        }
      }
    }
    target[to] = '"';
  }

  /** How many bytes an escape has beyond the one that it stands for. */
  private static int more(byte octet) {
    if (octet == '"' || octet == '\\') {
      return 1;
    }
    if (octet >= ' ' || octet < 0) { // octets beyond ASCII are negative
      return 0;
    }
    return SHORT.indexOf(octet) >= 0 ? 1 : 5;
  }
}
