package io.flexservices.modules.query;

import io.flexservices.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The conditions on one field: a value to be equal to, or a map of operators. */
final class FieldConditions {
  private final FieldPath path;
  private @Nullable Near near;

  FieldConditions(FieldPath path) {
    this.path = path;
  }

  /** What ranks by distance, once read. */
  @Nullable Near near() {
    return near;
  }

  Condition read(@Nullable Object value) {
    if (!Operand.isOperators(value)) {
      return anyItem(ValueTest.equalTo(value));
    }
    Map<?, ?> operators = Operand.object("", value);
    List<Condition> all = new ArrayList<>();
    operators.forEach((name, operand) -> all.add(operator((String) name, operand, operators)));
    return record -> all.stream().allMatch(condition -> condition.test(record));
  }

  private Condition operator(String name, @Nullable Object operand, Map<?, ?> operators) {
    return switch (name) {
      case "$ne" -> anyItem(ValueTest.equalTo(operand)).negated();
      case "$nin" -> anyItem(ValueTest.in(operand)).negated();
      case "$not" -> new FieldConditions(path).not(operand);
      case "$all" -> all(Operand.list(name, operand));
      case "$exists" -> exists(Json.isTruthy(operand));
      case "$size", "$elemMatch" -> anyValue(ArrayTest.of(name, operand));
      case "$nearSphere" -> near(Near.of(path, operand, operators.get("$maxDistance")));
      case "$within", "$geoWithin" -> anyValue(Shape.of(name, operand));
      case "$maxDistance" -> beside("$nearSphere", name, operators);
      case "$options" -> beside("$regex", name, operators);
      default -> anyItem(ValueTest.of(name, operand, operators));
    };
  }

  private Condition not(@Nullable Object operand) {
    if (!Operand.isOperators(operand)) {
      throw new QueryException("$not needs an object of operators.");
    }
    return read(operand).negated();
  }

  private Condition near(Near condition) {
    near = condition;
    return condition;
  }

  private Condition exists(boolean wanted) {
    return record -> path.items(record).stream().anyMatch(v -> v != Missing.MISSING) == wanted;
  }

  /** Each of the values must be found; of none, none is. */
  private Condition all(List<?> values) {
    List<Condition> each = new ArrayList<>();
    for (Object value : values) {
      boolean nested = Operand.isOperators(value);
      each.add(nested ? read(value) : anyItem(ValueTest.equalTo(value)));
    }
    return record -> !each.isEmpty() && each.stream().allMatch(one -> one.test(record));
  }

  private Condition anyItem(ValueTest test) {
    return record -> path.items(record).stream().anyMatch(test::test);
  }

  private Condition anyValue(ValueTest test) {
    return record -> path.values(record).stream().anyMatch(test::test);
  }

  /** An operator that only says more about another one. */
  private static Condition beside(String other, String name, Map<?, ?> operators) {
    if (!operators.containsKey(other)) {
      throw new QueryException(name + " needs " + other + ".");
    }
    return record -> true;
  }
}
