package io.flexservices.modules.query;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands behind an operator of a filter, in the form that the operator needs. */
final class Operand {
  private Operand() {}

  static List<?> list(String operator, @Nullable Object value) {
    if (PlainValue.of(value) instanceof List<?> list) {
      return list;
    }
    throw new QueryException(operator + " needs an array.");
  }

  static List<?> nonEmptyList(String operator, @Nullable Object value) {
    List<?> list = list(operator, value);
    if (list.isEmpty()) {
      throw new QueryException(operator + " needs a nonempty array.");
    }
    return list;
  }

  static Map<?, ?> object(String operator, @Nullable Object value) {
    if (PlainValue.of(value) instanceof Map<?, ?> object) {
      return object;
    }
    throw new QueryException(operator + " needs an object.");
  }

  static String text(String operator, @Nullable Object value) {
    if (PlainValue.of(value) instanceof String text) {
      return text;
    }
    throw new QueryException(operator + " needs a text.");
  }

  static double number(String operator, @Nullable Object value) {
    if (PlainValue.of(value) instanceof Number number) {
      return number.doubleValue();
    }
    throw new QueryException(operator + " needs a number.");
  }

  /** A number without its fraction. */
  static long whole(String operator, @Nullable Object value) {
    Object plain = PlainValue.of(value);
    Long whole = plain instanceof Number number ? Numbers.truncated(number) : null;
    if (whole == null) {
      throw new QueryException(operator + " needs a whole number.");
    }
    return whole;
  }

  /** Whether a value is a map of operators, rather than an object to be equal to. */
  static boolean isOperators(@Nullable Object value) {
    return PlainValue.of(value) instanceof Map<?, ?> map
        && !map.isEmpty()
        && String.valueOf(map.keySet().iterator().next()).startsWith("$");
  }
}
