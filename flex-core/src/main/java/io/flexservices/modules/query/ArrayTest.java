package io.flexservices.modules.query;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an array as a whole must fulfil. */
final class ArrayTest {
  /** The name under which an item that is no object is looked at. */
  private static final String ITEM = "item";

  private ArrayTest() {}

  static ValueTest of(String operator, @Nullable Object operand) {
    return operator.equals("$size") ? size(operand) : elementMatches(operand);
  }

  private static ValueTest size(@Nullable Object operand) {
    Object size = PlainValue.of(operand);
    if (!(size instanceof Number number)) {
      throw new QueryException("size must be a number");
    }
    return value ->
        value instanceof List<?> list && Numbers.compare((long) list.size(), number) == 0;
  }

  /** One item fulfils all: as an object the conditions on its members, else those on itself. */
  private static ValueTest elementMatches(@Nullable Object operand) {
    Map<?, ?> given = Operand.object("$elemMatch", operand);
    boolean onItem = Operand.isOperators(given) && !isJoin(given);
    Condition condition = Conditions.of(onItem ? Collections.singletonMap(ITEM, given) : given);
    return value ->
        value instanceof List<?> list
            && list.stream().anyMatch(item -> matches(condition, item, onItem));
  }

  private static boolean matches(Condition condition, @Nullable Object item, boolean onItem) {
    if (onItem) {
      return condition.test(Collections.singletonMap(ITEM, item));
    }
    return PlainValue.of(item) instanceof Map<?, ?> object && condition.test(object);
  }

  private static boolean isJoin(Map<?, ?> given) {
    return given.containsKey("$and") || given.containsKey("$or") || given.containsKey("$nor");
  }
}
