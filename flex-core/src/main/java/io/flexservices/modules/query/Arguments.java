package io.flexservices.modules.query;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a query accepts for its arguments. They often come straight from a request's body, so they
 * are looked at when the query is built, and refused in the words of the Flex SDK.
 */
final class Arguments {
  /** More characters than any number that somebody means to write. */
  private static final int NUMBER_LENGTH = 400;

  private Arguments() {}

  /** A number or a text, which is what greater and less are defined on. */
  static Object comparable(@Nullable Object value) {
    Object plain = PlainValue.of(value);
    if (plain instanceof Number || plain instanceof String) {
      return plain;
    }
    throw new QueryException("You must supply a number or string.");
  }

  /** The items of a list, Set, array or the like; any other value is the one item. */
  static List<@Nullable Object> values(@Nullable Object values) {
    Object plain = PlainValue.of(values);
    return PlainValue.copy(plain instanceof List<?> list ? list : Collections.singletonList(plain));
  }

  /** A number, or a text that is one. */
  static Number number(@Nullable Object value, String name) {
    Object plain = PlainValue.of(value);
    Number number = plain instanceof String text ? parsed(text) : number(plain);
    if (number == null) {
      throw new QueryException(name + " must be a number");
    }
    return number;
  }

  /** A number, but no text. */
  static Number numberOnly(@Nullable Object value, String name) {
    if (value instanceof Number number) {
      return whole(number);
    }
    throw new QueryException(name + " must be a number");
  }

  /** A position as longitude and latitude. */
  static List<Number> coordinate(@Nullable List<?> coord) {
    if (coord == null
        || coord.size() < 2
        || !(coord.get(0) instanceof Number longitude)
        || !(coord.get(1) instanceof Number latitude)) {
      throw new QueryException("coord must be a [number, number]");
    }
    return List.of(longitude, latitude);
  }

  /**
   * A corner as longitude and latitude, each a number or a text that is one. Zero is refused, as in
   * the Flex SDK, which takes it for absent.
   */
  static List<Number> corner(@Nullable Object corner, String refusal) {
    if (PlainValue.of(corner) instanceof List<?> pair && pair.size() >= 2) {
      Number longitude = cornerPart(pair.get(0));
      Number latitude = cornerPart(pair.get(1));
      if (longitude != null && latitude != null) {
        return List.of(longitude, latitude);
      }
    }
    throw new QueryException(refusal);
  }

  /** Names of fields. */
  static List<String> fields(@Nullable Object fields) {
    if (!(PlainValue.of(fields) instanceof List<?> list)) {
      throw new QueryException("fields must be an Array");
    }
    List<String> names = new ArrayList<>();
    list.forEach(field -> names.add(String.valueOf(field)));
    return names;
  }

  /** Fields to sort by; null for none. */
  static Map<String, @Nullable Object> sort(@Nullable Object sort) {
    Object plain = sort == null ? Map.of() : PlainValue.of(sort);
    if (plain instanceof Map<?, ?> map) {
      return PlainValue.copy(map);
    }
    throw new QueryException("sort must an Object");
  }

  private static @Nullable Number cornerPart(@Nullable Object part) {
    Object plain = PlainValue.of(part);
    if (plain instanceof String text) {
      return parsed(text);
    }
    Number number = number(plain);
    return number == null || number.doubleValue() == 0 ? null : number;
  }

  private static @Nullable Number number(@Nullable Object plain) {
    return plain instanceof Number number ? whole(number) : null;
  }

  private static @Nullable Number parsed(String text) {
    if (text.length() > NUMBER_LENGTH) {
      return null;
    }
    try {
      return whole(new BigDecimal(text.strip()));
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** As JavaScript prints it: 20.0 is 20. */
  private static Number whole(Number number) {
    Long truncated = Numbers.truncated(number);
    return truncated != null && Numbers.compare(truncated, number) == 0 ? truncated : number;
  }
}
