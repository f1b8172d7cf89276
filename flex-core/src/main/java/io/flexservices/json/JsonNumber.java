package io.flexservices.json;

import java.math.BigDecimal;
import java.math.BigInteger;

/** The values of numbers in JSON: exact, and as small a type as {@link Json} says. */
final class JsonNumber {
  /** So many characters are within the range of long, whatever they are. */
  private static final int SURE_LONG = 18;

  private JsonNumber() {}

  /** Whether a number has more digits than are read. */
  static boolean isTooLong(String number) {
    if (number.length() <= JsonLimits.NUMBER_LENGTH) {
      return false;
    }
    int digits = 0;
    for (int i = 0; i < number.length(); i++) {
      if (number.charAt(i) >= '0' && number.charAt(i) <= '9') {
        digits++;
      }
    }
    return digits > JsonLimits.NUMBER_LENGTH;
  }

  /**
   * The value of a number.
   *
   * @param number as the grammar of JSON has it
   */
  static Number of(String number) {
    boolean isDecimal =
        number.indexOf('.') >= 0 || number.indexOf('e') >= 0 || number.indexOf('E') >= 0;
    return isDecimal ? decimal(number) : integer(number);
  }

  private static Number integer(String number) {
    if (number.length() <= SURE_LONG) {
      return Long.parseLong(number);
    }
    BigInteger integer = new BigInteger(number);
    return integer.bitLength() < Long.SIZE ? (Number) integer.longValue() : integer;
  }

  private static BigDecimal decimal(String number) {
    try {
      BigDecimal decimal = new BigDecimal(number);
      // What is printed has one digit before the point: its exponent must be readable again.
      Math.toIntExact(decimal.precision() - 1L - decimal.scale());
      return decimal;
    } catch (NumberFormatException | ArithmeticException e) {
      throw JsonException.overLimit(
          "The JSON text is over a limit: exponents within " + Integer.MAX_VALUE);
    }
  }
}
