package io.flexservices.hooks.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flexservices.json.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plain values in the form that the validator takes, without a mapper's classes being loaded. */
final class JsonNodes {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /**
   * How many zeros an exponent may stand for. A remainder of 1e99999 takes seconds, so that a
   * client could stop the service by a few characters.
   */
  private static final int ZEROS = 1_000;

  private JsonNodes() {}

  static JsonNode of(@Nullable Object value) {
    if (value == null) {
      return NODES.nullNode();
    }
    if (value instanceof Map<?, ?> object) {
      ObjectNode node = NODES.objectNode();
      object.forEach((name, member) -> node.set(String.valueOf(name), of(member)));
      return node;
    }
    if (value instanceof List<?> list) {
      ArrayNode node = NODES.arrayNode(list.size());
      list.forEach(item -> node.add(of(item)));
      return node;
    }
    if (value instanceof String text) {
      return NODES.textNode(text);
    }
    if (value instanceof Boolean truth) {
      return NODES.booleanNode(truth);
    }
    return value instanceof Number number ? number(number) : of(Json.parse(Json.text(value)));
  }

  /**
   * One form for each value, so that 1, 1.0 and 1e0 are the same wherever they are compared.
   *
   * @throws ArithmeticException where it is out of range, or none at all (NaN)
   */
  private static JsonNode number(Number number) {
    BigDecimal exact = exact(number);
    if (Math.abs((long) exact.scale()) - exact.precision() > ZEROS) {
      throw new ArithmeticException("The exponent of " + exact + " is out of range");
    }
    if (exact.scale() > 0) {
      return NODES.numberNode(exact);
    }
    return exact.precision() - exact.scale() <= 18
        ? NODES.numberNode(exact.longValueExact())
        : NODES.numberNode(exact.toBigIntegerExact());
  }

  private static BigDecimal exact(Number number) {
    try {
      return new BigDecimal(number.toString()).stripTrailingZeros();
    } catch (NumberFormatException e) {
      throw new ArithmeticException(number + " is no number of JSON");
    }
  }
}
