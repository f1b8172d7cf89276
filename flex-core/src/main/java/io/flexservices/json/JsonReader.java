package io.flexservices.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a JSON text into plain values. The nesting is bounded, so plain recursion does. */
final class JsonReader {
  /** Ignored at the beginning, as RFC 8259 allows and the reference's body parser does. */
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private static final char REPLACEMENT = '\uFFFD';

  private final JsonParser parser;
  private final int levels;
  private int depth;

  private JsonReader(JsonParser parser, int levels) {
    this.parser = parser;
    this.levels = levels;
  }

  static @Nullable Object read(byte[] text, int levels) {
    // The streaming parser reads UTF-16 and UTF-32 too, and lets some malformed UTF-8 pass inside
    // strings; what arrives here is UTF-8 or it is refused.
    return read(decode(text), levels);
  }

  /**
   * Reads one text.
   *
   * @param levels how deep it may nest
   */
  static @Nullable Object read(String given, int levels) {
    String text = given.startsWith(BYTE_ORDER_MARK) ? given.substring(1) : given;
    try (JsonParser parser = JsonFactoryHolder.FACTORY.createParser(text)) {
      return new JsonReader(parser, levels).whole();
    } catch (StreamConstraintsException e) {
      throw overLimit(levels);
    } catch (JsonProcessingException e) {
      throw malformed(e);
    } catch (IOException e) {
      throw new JsonException("The JSON text is malformed", e);
    }
  }

  /**
   * What is not UTF-8 is told by the character that takes its place. The strict decoder runs only
   * where there is one: it needs three times the memory.
   */
  private static String decode(byte[] text) {
    String decoded = new String(text, StandardCharsets.UTF_8);
    if (decoded.indexOf(REPLACEMENT) < 0) {
      return decoded;
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text)).toString();
    } catch (CharacterCodingException e) {
      throw new JsonException("The JSON text is not UTF-8", e);
    }
  }

  private @Nullable Object whole() throws IOException {
    JsonToken first = parser.nextToken();
    if (first == null) {
      throw new JsonException("The JSON text is empty");
    }
    Object value = value(first);
    if (parser.nextToken() != null) {
      throw new JsonException("The JSON text goes on after its end" + at());
    }
    return value;
  }

  private @Nullable Object value(JsonToken token) throws IOException {
    return switch (token) {
      case START_OBJECT -> object();
      case START_ARRAY -> array();
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT -> integer();
      case VALUE_NUMBER_FLOAT -> decimal();
      case VALUE_TRUE -> Boolean.TRUE;
      case VALUE_FALSE -> Boolean.FALSE;
      case VALUE_NULL -> null;
      default -> throw new JsonException("The JSON text is malformed" + at());
    };
  }

  private Number integer() throws IOException {
    return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
        ? parser.getBigIntegerValue()
        : (Number) parser.getLongValue();
  }

  private BigDecimal decimal() throws IOException {
    try {
      BigDecimal decimal = new BigDecimal(parser.getText());
      // What is printed has one digit before the point: its exponent must be readable again.
      Math.toIntExact(decimal.precision() - 1L - decimal.scale());
      return decimal;
    } catch (NumberFormatException | ArithmeticException e) {
      throw JsonException.overLimit(
          "The JSON text is over a limit: exponents within " + Integer.MAX_VALUE);
    }
  }

  private Map<String, @Nullable Object> object() throws IOException {
    enter();
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      members.put(name, value(parser.nextToken()));
    }
    depth--;
    return members;
  }

  private List<@Nullable Object> array() throws IOException {
    enter();
    List<@Nullable Object> items = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      items.add(value(token));
    }
    depth--;
    return items;
  }

  private void enter() {
    depth++;
    if (depth > levels) {
      throw overLimit(levels);
    }
  }

  private static JsonException overLimit(int levels) {
    return JsonException.overLimit(
        "The JSON text is over a limit: nesting of "
            + levels
            + ", names of "
            + JsonLimits.NAME_LENGTH
            + " characters, numbers of "
            + JsonLimits.NUMBER_LENGTH
            + " characters");
  }

  private static JsonException malformed(JsonProcessingException e) {
    var location = e.getLocation();
    return new JsonException(
        location == null
            ? "The JSON text is malformed"
            : "The JSON text is malformed at line "
                + location.getLineNr()
                + ", column "
                + location.getColumnNr(),
        e);
  }

  private String at() {
    var location = parser.currentTokenLocation();
    return " at line " + location.getLineNr() + ", column " + location.getColumnNr();
  }
}
