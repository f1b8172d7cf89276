package io.flexservices.conformance.vector;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts marks in the place of what differs from run to run, and numbers into one form. */
final class Normaliser {
  private static final Pattern TIME =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");
  private static final Pattern OBJECT_ID = Pattern.compile("[0-9a-f]{24}");

  private final String baasUrl;
  private final Predicate<String> kinds;

  private Normaliser(String baasUrl, Predicate<String> kinds) {
    this.baasUrl = baasUrl;
    this.kinds = kinds;
  }

  static Normaliser of(Vector vector, String baasUrl) {
    return new Normaliser(baasUrl, vector::normalises);
  }

  /**
   * What is compared: the expected answer, but for the continue header, which is this project's
   * own, and what reached the backend.
   */
  static Map<String, @Nullable Object> expected(Vector vector) {
    Map<String, @Nullable Object> copy = vector.expected().toMap();
    copy.remove("continue");
    copy.put("outbound", vector.outbound().toList());
    return new Normaliser("${BAAS}", kind -> false).map(copy);
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
    if (kinds.test("stack") && name.equals("stack")) {
      return "<stack>";
    }
    if (kinds.test("errorName") && name.equals("name")) {
      return "<name>";
    }
    if (kinds.test("now") && isNow(text)) {
      return "<now>";
    }
    if (kinds.test("oid") && OBJECT_ID.matcher(text).matches()) {
      return "<oid>";
    }
    return text.replace(baasUrl, "${BAAS}");
  }

  /** Within a day, as the recorder has it. */
  private static boolean isNow(String text) {
    return TIME.matcher(text).matches()
        && Duration.between(Instant.parse(text), Instant.now()).abs().toHours() < 24;
  }

  /** The one form of a number. */
  static BigDecimal number(Number number) {
    return new BigDecimal(number.toString()).stripTrailingZeros();
  }
}
