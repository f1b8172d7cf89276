package io.flexservices.spi;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Percent-decoding to UTF-8 that refuses what {@code URLDecoder} lets pass. */
final class PercentDecoder {
  private PercentDecoder() {}

  /**
   * Decodes once.
   *
   * @param plusIsSpace as in a form or a query
   * @param where the part of the request, for the error
   * @throws RequestRejected where an escape is cut off, has no hex digits, or gives no UTF-8
   */
  static String decode(String text, boolean plusIsSpace, String where) {
    int escape = text.indexOf('%');
    if (escape < 0) {
      return plusIsSpace ? text.replace('+', ' ') : text;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
    int from = 0;
    while (escape >= 0) {
      append(bytes, text.substring(from, escape), plusIsSpace);
      bytes.write(octet(text, escape, where));
      from = escape + 3;
      escape = text.indexOf('%', from);
    }
    append(bytes, text.substring(from), plusIsSpace);
    return utf8(bytes.toByteArray(), where);
  }

  private static void append(ByteArrayOutputStream bytes, String plain, boolean plusIsSpace) {
    String text = plusIsSpace ? plain.replace('+', ' ') : plain;
    bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  private static int octet(String text, int at, String where) {
    // HexFormat and not Character.digit, which takes the digits of every script.
    if (at + 2 >= text.length()
        || !HexFormat.isHexDigit(text.charAt(at + 1))
        || !HexFormat.isHexDigit(text.charAt(at + 2))) {
      throw RequestRejected.malformed("The " + where + " has an escape that is not %XX");
    }
    return HexFormat.fromHexDigits(text, at + 1, at + 3);
  }

  private static String utf8(byte[] bytes, String where) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw RequestRejected.malformed("The " + where + " has escapes that are not UTF-8");
    }
  }
}
