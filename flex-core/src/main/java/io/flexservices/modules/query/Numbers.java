package io.flexservices.modules.query;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Numbers by their value, whatever their Java type. A double counts as the decimal that it prints
 * as, which is what travels in JSON: the 0.1 of a body and the 0.1 of a Java literal are one.
 */
final class Numbers {
  /** Decimal digits of a long; a number with more before its point is none. */
  private static final int LONG_DIGITS = 19;

  private Numbers() {}

  /** Compares by value; NaN equals itself and is below every other number, as in MongoDB. */
  static int compare(Number left, Number right) {
    if (isLong(left) && isLong(right)) {
      return Long.compare(left.longValue(), right.longValue());
    }
    if (isFinite(left) && isFinite(right)) {
      return decimal(left).compareTo(decimal(right));
    }
    return compareWithInfinite(left, right);
  }

  static boolean isNaN(@Nullable Object plain) {
    return plain instanceof Number number
        && isFloating(number)
        && Double.isNaN(number.doubleValue());
  }

  /** The number without its fraction, or null where that is not within the range of long. */
  static @Nullable Long truncated(Number number) {
    if (isLong(number)) {
      return number.longValue();
    }
    if (!isFinite(number)) {
      return null;
    }
    BigDecimal exact = decimal(number);
    // Looked at first: 1e1000000000 must not be spelled out to learn its size.
    if (exact.precision() - (long) exact.scale() > LONG_DIGITS) {
      return null;
    }
    BigInteger whole = exact.precision() <= exact.scale() ? BigInteger.ZERO : exact.toBigInteger();
    return whole.bitLength() < Long.SIZE ? whole.longValue() : null;
  }

  static BigDecimal decimal(Number number) {
    return number instanceof BigDecimal exact ? exact : new BigDecimal(number.toString());
  }

  static boolean isFinite(Number number) {
    return !isFloating(number) || Double.isFinite(number.doubleValue());
  }

  private static int compareWithInfinite(Number left, Number right) {
    if (isNaN(left) || isNaN(right)) {
      return Boolean.compare(!isNaN(left), !isNaN(right));
    }
    return Double.compare(size(left), size(right));
  }

  /** Enough to compare with an infinite number: a finite one counts as zero. */
  private static double size(Number number) {
    return isFinite(number) ? 0 : number.doubleValue();
  }

  private static boolean isLong(Number number) {
    return number instanceof Long
        || number instanceof Integer
        || number instanceof Short
        || number instanceof Byte;
  }

  private static boolean isFloating(Number number) {
    return number instanceof Double || number instanceof Float;
  }
}
