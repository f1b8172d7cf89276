package io.flexservices.modules.query;

import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A comparison with a value of the same kind, where missing counts as null. A value of another kind
 * does not fulfil it, whatever the order of kinds, and NaN is equal to itself but neither greater
 * nor less than a number.
 */
final class Comparison implements ValueTest {
  private final @Nullable Object operand;
  private final boolean orEqual;
  private final IntPredicate wanted;

  Comparison(@Nullable Object operand, boolean orEqual, IntPredicate wanted) {
    this.operand = PlainValue.of(operand);
    this.orEqual = orEqual;
    this.wanted = wanted;
  }

  @Override
  public boolean test(@Nullable Object value) {
    Kind kind = Kind.ofOperand(operand);
    if (kind != Kind.ofOperand(value)) {
      return false;
    }
    if (kind == Kind.NULL) {
      return orEqual;
    }
    if (Numbers.isNaN(operand) || Numbers.isNaN(value)) {
      return orEqual && Numbers.isNaN(operand) && Numbers.isNaN(value);
    }
    return wanted.test(ValueOrder.INSTANCE.compare(value, operand));
  }
}
