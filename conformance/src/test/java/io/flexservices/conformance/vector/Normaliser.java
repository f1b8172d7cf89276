package io.flexservices.conformance.vector;

import io.flexservices.json.JsonObject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts marks in the place of what differs from run to run, and numbers into one form. */
final class Normaliser {
  private final String baasUrl;
  private final boolean stack;
  private final boolean errorName;

  private Normaliser(String baasUrl, boolean stack, boolean errorName) {
    this.baasUrl = baasUrl;
    this.stack = stack;
    this.errorName = errorName;
  }

  static Normaliser of(Vector vector, String baasUrl) {
    return new Normaliser(baasUrl, vector.normalises("stack"), vector.normalises("errorName"));
  }

  /** What is compared of the expected answer: the continue header is this project's own. */
  static Map<String, @Nullable Object> expected(JsonObject expected) {
    Map<String, @Nullable Object> copy = expected.toMap();
    copy.remove("continue");
    return new Normaliser("${BAAS}", false, false).map(copy);
  }

  Map<String, @Nullable Object> map(Map<?, ?> members) {
    Map<String, @Nullable Object> normal = new LinkedHashMap<>();
    members.forEach((name, value) -> normal.put(name.toString(), value(name.toString(), value)));
    return normal;
  }

  private @Nullable Object value(String name, @Nullable Object value) {
    if (value instanceof Map<?, ?> members) {
      return map(members);
    }
    if (value instanceof List<?> items) {
      List<@Nullable Object> normal = new ArrayList<>();
      items.forEach(item -> normal.add(value("", item)));
      return normal;
    }
    if (value instanceof Number number) {
      return number(number);
    }
    return value instanceof String text ? text(name, text) : value;
  }

  private String text(String name, String text) {
    if (stack && name.equals("stack")) {
      return "<stack>";
    }
    if (errorName && name.equals("name")) {
      return "<name>";
    }
    return text.replace(baasUrl, "${BAAS}");
  }

  /** The one form of a number. */
  static BigDecimal number(Number number) {
    return new BigDecimal(number.toString()).stripTrailingZeros();
  }
}
