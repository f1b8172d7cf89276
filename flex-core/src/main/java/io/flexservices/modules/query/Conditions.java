package io.flexservices.modules.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A filter in MongoDB's form, read into conditions that must all be fulfilled. */
final class Conditions implements Condition {
  private final List<Condition> all = new ArrayList<>();
  private @Nullable Near near;

  private Conditions() {}

  /**
   * Reads a filter.
   *
   * @throws QueryException where it holds what cannot be judged in memory
   */
  static Conditions of(Map<?, ?> filter) {
    Conditions conditions = new Conditions();
    filter.forEach((name, value) -> conditions.add(String.valueOf(name), PlainValue.of(value)));
    return conditions;
  }

  /** What ranks the records by distance, where there is such a condition on all of them. */
  @Nullable Near near() {
    return near;
  }

  @Override
  public boolean test(Map<?, ?> record) {
    for (Condition condition : all) {
      if (!condition.test(record)) {
        return false;
      }
    }
    return true;
  }

  private void add(String name, @Nullable Object value) {
    switch (name) {
      case "$and" -> operands(name, value).forEach(this::addConjunct);
      case "$or" -> all.add(any(operands(name, value)));
      case "$nor" -> all.add(any(operands(name, value)).negated());
      default -> addField(name, value);
    }
  }

  private void addConjunct(Conditions operand) {
    all.add(operand);
    near = near == null ? operand.near : near;
  }

  private void addField(String name, @Nullable Object value) {
    if (name.startsWith("$")) {
      throw new QueryException(name + " is not supported in memory.");
    }
    FieldConditions field = new FieldConditions(FieldPath.of(name));
    all.add(field.read(value));
    near = near == null ? field.near() : near;
  }

  private static Condition any(List<Conditions> operands) {
    return record -> {
      for (Conditions operand : operands) {
        if (operand.test(record)) {
          return true;
        }
      }
      return false;
    };
  }

  private static List<Conditions> operands(String operator, @Nullable Object value) {
    List<Conditions> operands = new ArrayList<>();
    for (Object operand : Operand.nonEmptyList(operator, value)) {
      operands.add(of(Operand.object(operator, operand)));
    }
    return operands;
  }
}
