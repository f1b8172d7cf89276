package io.flexservices.hooks.internal;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** When two keys are the same. */
public final class Keys {
  /** The longest text of a long. */
  private static final int LONG_TEXT = 20;

  private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger GREATEST = BigInteger.valueOf(Long.MAX_VALUE);

  private Keys() {}

  /** Numbers by their value: a Long where it is one, else a decimal. All other keys as they are. */
  public static Object canonical(Object key) {
    return key instanceof Number number ? number(number) : key;
  }

  /**
   * What is equal for keys of the same text: 1, 1.0 and "1" are one key, as they are the same name
   * of a member in JavaScript.
   */
  public static Object byText(@Nullable Object key) {
    if (key instanceof String text) {
      return isLong(text) ? (Object) Long.parseLong(text) : text;
    }
    Object canonical = key instanceof Number number ? number(number) : key;
    return canonical instanceof Long ? canonical : String.valueOf(canonical);
  }

  private static Object number(Number number) {
    if (number instanceof Long) {
      return number;
    }
    if (number instanceof Integer || number instanceof Short || number instanceof Byte) {
      return number.longValue();
    }
    if (number instanceof Double || number instanceof Float) {
      double value = number.doubleValue();
      return Double.isFinite(value) ? decimal(new BigDecimal(number.toString())) : value;
    }
    return decimal(new BigDecimal(number.toString()));
  }

  private static Object decimal(BigDecimal decimal) {
    BigDecimal shortest = decimal.stripTrailingZeros();
    if (shortest.precision() - (long) shortest.scale() < LONG_TEXT && shortest.scale() <= 0) {
      BigInteger whole = shortest.toBigIntegerExact();
      if (whole.compareTo(LEAST) >= 0 && whole.compareTo(GREATEST) <= 0) {
        return whole.longValue();
      }
    }
    return shortest;
  }

  /** Whether it is the one text of a long: no sign but a minus, no zeros before it. */
  private static boolean isLong(String text) {
    int length = text.length();
    if (length == 0 || length > LONG_TEXT || text.charAt(length - 1) > '9') {
      return false;
    }
    int first = text.charAt(0) == '-' ? 1 : 0;
    for (int i = first; i < length; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return isShortest(text, first) && isInRange(text);
  }

  private static boolean isShortest(String text, int first) {
    return text.length() > first && (text.charAt(first) != '0' || text.length() == 1);
  }

  private static boolean isInRange(String text) {
    if (text.length() < LONG_TEXT - 1) {
      return true;
    }
    BigInteger whole = new BigInteger(text);
    return whole.compareTo(LEAST) >= 0 && whole.compareTo(GREATEST) <= 0;
  }
}
