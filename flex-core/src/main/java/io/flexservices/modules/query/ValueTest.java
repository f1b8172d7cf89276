package io.flexservices.modules.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one value at a field must fulfil; the value is plain, or {@link Missing}. */
@FunctionalInterface
interface ValueTest {
  boolean test(@Nullable Object value);

  /** An operator that looks at one value. */
  static ValueTest of(String operator, @Nullable Object operand, Map<?, ?> operators) {
    return switch (operator) {
      case "$eq" -> equalTo(operand);
      case "$in" -> in(operand);
      case "$gt" -> new Comparison(operand, false, order -> order > 0);
      case "$gte" -> new Comparison(operand, true, order -> order >= 0);
      case "$lt" -> new Comparison(operand, false, order -> order < 0);
      case "$lte" -> new Comparison(operand, true, order -> order <= 0);
      case "$mod" -> Modulo.of(operand);
      case "$regex" -> RegularExpression.of(operand, operators.get("$options"));
      default -> throw new QueryException(operator + " is not supported in memory.");
    };
  }

  static ValueTest equalTo(@Nullable Object operand) {
    return new Comparison(operand, true, order -> order == 0);
  }

  static ValueTest in(@Nullable Object operand) {
    List<ValueTest> any = new ArrayList<>();
    Operand.list("$in", operand).forEach(item -> any.add(equalTo(item)));
    return value -> any.stream().anyMatch(test -> test.test(value));
  }
}
