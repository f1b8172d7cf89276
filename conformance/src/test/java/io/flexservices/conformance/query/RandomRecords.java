package io.flexservices.conformance.query;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Records of a few different values, so that conditions often hold. Each field has one shape, which
 * is what the server used here knows as MongoDB does. Left out is where it differs: arrays in
 * arrays, a path into an array of anything but objects that have the member, characters beyond the
 * basic plane, $all and regular expressions on other values than arrays and texts; tests of their
 * own hold those.
 */
final class RandomRecords {
  private static final List<String> TEXTS = List.of("", "a", "ab", "b", "B", "é", "10", "2", "ﬀ");

  private final Random random;

  RandomRecords(Random random) {
    this.random = random;
  }

  List<Map<String, @Nullable Object>> records(int count) {
    List<Map<String, @Nullable Object>> records = new ArrayList<>();
    for (int id = 0; id < count; id++) {
      Map<String, @Nullable Object> record = new LinkedHashMap<>();
      record.put("_id", id);
      maybe(record, "value", this::scalar);
      maybe(record, "mixed", () -> random.nextInt(3) > 0 ? scalar() : list(this::scalar));
      maybe(record, "object", () -> random.nextInt(4) > 0 ? object(1) : scalar());
      maybe(record, "objects", () -> nonEmpty(() -> object(0)));
      record.put("list", list(this::scalar));
      maybe(record, "text", () -> random.nextInt(3) > 0 ? text() : list(this::text));
      maybe(record, "word", this::text);
      maybe(record, "number", this::number);
      records.add(record);
    }
    return records;
  }

  /** A text, number, boolean or null. */
  @Nullable Object scalar() {
    return switch (random.nextInt(8)) {
      case 0 -> null;
      case 1 -> random.nextBoolean();
      case 2, 3 -> text();
      default -> number();
    };
  }

  String text() {
    return TEXTS.get(random.nextInt(TEXTS.size()));
  }

  Number number() {
    int whole = random.nextInt(9) - 3;
    return switch (random.nextInt(4)) {
      case 0 -> (long) whole;
      case 1 -> (double) whole;
      case 2 -> whole + 0.5;
      default -> whole;
    };
  }

  List<@Nullable Object> list(Supplier<? extends @Nullable Object> item) {
    List<@Nullable Object> list = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      list.add(item.get());
    }
    return list;
  }

  List<@Nullable Object> nonEmpty(Supplier<? extends @Nullable Object> item) {
    List<@Nullable Object> list = list(item);
    list.add(item.get());
    return list;
  }

  /** The same value with each number in another of Java's types. */
  @Nullable Object retyped(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> copy = new LinkedHashMap<>();
      map.forEach((name, member) -> copy.put((String) name, retyped(member)));
      return copy;
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> copy = new ArrayList<>();
      list.forEach(item -> copy.add(retyped(item)));
      return copy;
    }
    return value instanceof Number number ? retyped(number) : value;
  }

  private Number retyped(Number number) {
    BigDecimal exact = new BigDecimal(number.toString());
    boolean whole = exact.stripTrailingZeros().scale() <= 0;
    return switch (random.nextInt(whole ? 6 : 3)) {
      case 0 -> exact;
      case 1 -> exact.floatValue();
      case 2 -> exact.doubleValue();
      case 3 -> exact.shortValue();
      case 4 -> BigInteger.valueOf(exact.longValue());
      default -> exact.longValue();
    };
  }

  /** An object with two members, or one to none where they may be missing. */
  private Map<String, @Nullable Object> object(int missing) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    if (random.nextInt(4) >= missing) {
      object.put("x", scalar());
    }
    if (random.nextInt(4) >= missing) {
      object.put("y", number());
    }
    return object;
  }

  private void maybe(
      Map<String, @Nullable Object> object,
      String name,
      Supplier<? extends @Nullable Object> value) {
    if (random.nextInt(5) > 0) {
      object.put(name, value.get());
    }
  }
}
