package io.flexservices.modules.query;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The types of values in MongoDB's order of types. A condition compares values of one kind only;
 * sorting puts kinds one after another.
 */
enum Kind {
  MISSING,
  NULL,
  NUMBER,
  STRING,
  OBJECT,
  ARRAY,
  BOOLEAN;

  /** The kind of a plain value. */
  static Kind of(@Nullable Object plain) {
    if (plain == null) {
      return NULL;
    }
    if (plain instanceof Number) {
      return NUMBER;
    }
    if (plain instanceof String) {
      return STRING;
    }
    if (plain instanceof Map) {
      return OBJECT;
    }
    if (plain instanceof List) {
      return ARRAY;
    }
    return plain instanceof Boolean ? BOOLEAN : MISSING;
  }

  /** The same, where a condition makes no difference between missing and null. */
  static Kind ofOperand(@Nullable Object plain) {
    Kind kind = of(plain);
    return kind == MISSING ? NULL : kind;
  }
}
