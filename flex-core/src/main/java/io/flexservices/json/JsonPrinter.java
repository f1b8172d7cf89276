package io.flexservices.json;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.ZoneId;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes plain values as JSON; a value that contains itself is refused by its depth. */
final class JsonPrinter {
  /** Above what may be read, so that an answer may wrap what a request brought. */
  private static final int DEPTH = 2 * JsonLimits.DEPTH;

  /** What an array has room for in every JVM. */
  private static final int LARGEST = Integer.MAX_VALUE - 8;

  private final JsonOutput out;
  private final @Nullable JsonMask mask;
  private int depth;

  private JsonPrinter(JsonOutput out, @Nullable JsonMask mask) {
    this.out = out;
    this.mask = mask;
  }

  static byte[] print(@Nullable Object value) {
    JsonOutput out = new JsonOutput(LARGEST);
    new JsonPrinter(out, null).value(value);
    return out.toByteArray();
  }

  /** At most so many bytes of the text, without what the mask hides. */
  static JsonExcerpt excerpt(@Nullable Object value, JsonMask mask, int limit) {
    JsonOutput out = new JsonOutput(Math.min(limit, LARGEST));
    boolean isWhole;
    try {
      new JsonPrinter(out, mask).value(value);
      isWhole = true;
    } catch (JsonOutput.Full e) {
      isWhole = false;
    }
    return new JsonExcerpt(out.text(), isWhole);
  }

  private void value(@Nullable Object value) {
    if (value == null) {
      out.write("null");
    } else if (value instanceof String text) {
      text(text);
    } else if (value instanceof Number number) {
      number(number);
    } else if (value instanceof Boolean bool) {
      out.write(bool.toString());
    } else if (value instanceof JsonObject object) {
      object(object.members());
    } else if (value instanceof JsonArray array) {
      array(array.items());
    } else {
      byInterface(value);
    }
  }

  /** Interfaces come last: to ask for one that is not there takes the longest. */
  private void byInterface(Object value) {
    if (value instanceof CharSequence text) {
      text(text.toString());
    } else if (value instanceof JsonForm form) {
      form(form);
    } else if (value instanceof Map<?, ?> map) {
      object(map);
    } else if (value instanceof Iterable<?> items) {
      array(items);
    } else {
      other(value);
    }
  }

  private void text(String text) {
    out.string(mask == null ? text : mask.shown(text));
  }

  private void other(Object value) {
    if (value.getClass().isArray()) {
      arrayOfJava(value);
    } else if (value instanceof Enum<?> constant) {
      out.string(constant.name());
    } else if (isPrintedByItself(value)) {
      out.string(value.toString());
    } else if (value instanceof Optional<?> optional) {
      value(optional.orElse(null));
    } else if (value instanceof Throwable) {
      // As JSON.stringify prints an Error. An error status is what shows one.
      object(Map.of());
    } else {
      value(DatabindLoader.load().plain(value));
    }
  }

  private static boolean isPrintedByItself(Object value) {
    return value instanceof TemporalAccessor
        || value instanceof TemporalAmount
        || value instanceof ZoneId
        || value instanceof UUID
        || value instanceof Character;
  }

  private void number(Number number) {
    if (number instanceof Long || number instanceof Integer || number instanceof Short) {
      out.write(Long.toString(number.longValue()));
    } else if (number instanceof BigDecimal decimal) {
      // Not toPlainString(): that prints 1e1000000000 with a thousand million digits.
      out.write(decimal.toString());
    } else if (number instanceof BigInteger integer) {
      out.write(integer.toString());
    } else if (number instanceof Double || number instanceof Float) {
      floating(number);
    } else {
      out.write(new BigDecimal(number.toString()).toString());
    }
  }

  private void floating(Number number) {
    double value = number.doubleValue();
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      out.write("null");
    } else if (number instanceof Float) {
      out.write(Float.toString(number.floatValue()));
    } else {
      out.write(Double.toString(value));
    }
  }

  private void form(JsonForm form) {
    // Counted, so that a form that gives itself is refused and not followed for ever.
    enter();
    value(form.toJson());
    depth--;
  }

  private void object(Map<?, ?> members) {
    enter();
    out.write('{');
    boolean isFirst = true;
    for (Map.Entry<?, ?> member : members.entrySet()) {
      String name = String.valueOf(member.getKey());
      comma(isFirst);
      out.name(name);
      out.write(':');
      value(isHidden(name, member.getValue()) ? JsonMask.HIDDEN : member.getValue());
      isFirst = false;
    }
    out.write('}');
    depth--;
  }

  private boolean isHidden(String name, @Nullable Object value) {
    return mask != null && value != null && mask.hides(name);
  }

  private void array(Iterable<?> items) {
    enter();
    out.write('[');
    boolean isFirst = true;
    for (Object item : items) {
      comma(isFirst);
      value(item);
      isFirst = false;
    }
    out.write(']');
    depth--;
  }

  private void arrayOfJava(Object array) {
    enter();
    out.write('[');
    for (int i = 0; i < Array.getLength(array); i++) {
      comma(i == 0);
      value(Array.get(array, i));
    }
    out.write(']');
    depth--;
  }

  private void comma(boolean isFirst) {
    if (!isFirst) {
      out.write(',');
    }
  }

  private void enter() {
    depth++;
    if (depth > DEPTH) {
      throw new JsonException("The value nests deeper than " + DEPTH + ", or contains itself");
    }
  }
}
