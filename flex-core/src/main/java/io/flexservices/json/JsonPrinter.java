package io.flexservices.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
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

  private final JsonGenerator out;
  private final @Nullable JsonMask mask;
  private int depth;

  private JsonPrinter(JsonGenerator out, @Nullable JsonMask mask) {
    this.out = out;
    this.mask = mask;
  }

  static byte[] print(@Nullable Object value) {
    JsonOutput bytes = new JsonOutput(Integer.MAX_VALUE);
    print(value, null, bytes);
    return bytes.toByteArray();
  }

  /** At most so many bytes of the text, without what the mask hides. */
  static JsonExcerpt excerpt(@Nullable Object value, JsonMask mask, int limit) {
    JsonOutput bytes = new JsonOutput(limit);
    boolean isWhole;
    try {
      print(value, mask, bytes);
      isWhole = true;
    } catch (JsonOutput.Full e) {
      isWhole = false;
    }
    return new JsonExcerpt(bytes.toString(StandardCharsets.UTF_8), isWhole);
  }

  private static void print(@Nullable Object value, @Nullable JsonMask mask, JsonOutput bytes) {
    try (JsonGenerator out = JsonFactoryHolder.FACTORY.createGenerator(bytes)) {
      new JsonPrinter(out, mask).value(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void value(@Nullable Object value) throws IOException {
    if (value == null) {
      out.writeNull();
    } else if (value instanceof CharSequence text) {
      out.writeString(mask == null ? text.toString() : mask.shown(text.toString()));
    } else if (value instanceof Number number) {
      number(number);
    } else if (value instanceof Boolean bool) {
      out.writeBoolean(bool);
    } else if (value instanceof JsonObject object) {
      object(object.members());
    } else if (value instanceof JsonForm form) {
      form(form);
    } else if (value instanceof Map<?, ?> map) {
      object(map);
    } else if (value instanceof JsonArray array) {
      array(array.items());
    } else if (value instanceof Iterable<?> items) {
      array(items);
    } else {
      other(value);
    }
  }

  private void other(Object value) throws IOException {
    if (value.getClass().isArray()) {
      arrayOfJava(value);
    } else if (value instanceof Enum<?> constant) {
      out.writeString(constant.name());
    } else if (isPrintedByItself(value)) {
      out.writeString(value.toString());
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

  private void number(Number number) throws IOException {
    if (number instanceof Long || number instanceof Integer || number instanceof Short) {
      out.writeNumber(number.longValue());
    } else if (number instanceof BigDecimal decimal) {
      // Not writeNumber(BigDecimal): that may print 1e1000000000 with a thousand million digits.
      out.writeNumber(decimal.toString());
    } else if (number instanceof BigInteger integer) {
      out.writeNumber(integer);
    } else if (number instanceof Double || number instanceof Float) {
      floating(number);
    } else {
      out.writeNumber(new BigDecimal(number.toString()).toString());
    }
  }

  private void floating(Number number) throws IOException {
    double value = number.doubleValue();
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      out.writeNull();
    } else if (number instanceof Float) {
      out.writeNumber(number.floatValue());
    } else {
      out.writeNumber(value);
    }
  }

  private void form(JsonForm form) throws IOException {
    // Counted, so that a form that gives itself is refused and not followed for ever.
    enter();
    value(form.toJson());
    depth--;
  }

  private void object(Map<?, ?> members) throws IOException {
    enter();
    out.writeStartObject();
    for (Map.Entry<?, ?> member : members.entrySet()) {
      String name = MemberName.wellFormed(String.valueOf(member.getKey()));
      out.writeFieldName(name);
      value(isHidden(name, member.getValue()) ? JsonMask.HIDDEN : member.getValue());
    }
    out.writeEndObject();
    depth--;
  }

  private boolean isHidden(String name, @Nullable Object value) {
    return mask != null && value != null && mask.hides(name);
  }

  private void array(Iterable<?> items) throws IOException {
    enter();
    out.writeStartArray();
    for (Object item : items) {
      value(item);
    }
    out.writeEndArray();
    depth--;
  }

  private void arrayOfJava(Object array) throws IOException {
    enter();
    out.writeStartArray();
    for (int i = 0; i < Array.getLength(array); i++) {
      value(Array.get(array, i));
    }
    out.writeEndArray();
    depth--;
  }

  private void enter() {
    depth++;
    if (depth > DEPTH) {
      throw new JsonException("The value nests deeper than " + DEPTH + ", or contains itself");
    }
  }
}
