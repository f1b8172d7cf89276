package io.flexservices.modules.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A number with a remainder, fractions cut off; nothing but a number has one. */
record Modulo(long divisor, long remainder) implements ValueTest {
  static Modulo of(@Nullable Object operand) {
    List<?> pair = Operand.list("$mod", operand);
    if (pair.size() != 2) {
      throw new QueryException("$mod needs an array of divisor and remainder.");
    }
    long divisor = Operand.whole("$mod", pair.get(0));
    if (divisor == 0) {
      throw new QueryException("divisor must not be 0");
    }
    return new Modulo(divisor, Operand.whole("$mod", pair.get(1)));
  }

  @Override
  public boolean test(@Nullable Object value) {
    Long whole = value instanceof Number number ? Numbers.truncated(number) : null;
    return whole != null && whole % divisor == remainder;
  }
}
