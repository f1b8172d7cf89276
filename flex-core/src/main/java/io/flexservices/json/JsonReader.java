package io.flexservices.json;

import com.fasterxml.jackson.core.JsonFactory;
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

/**
 * Reads a JSON text into plain values. The nesting is bounded by {@link JsonLimits#DEPTH}, so plain
 * recursion does.
 */
final class JsonReader {
  /** Ignored at the beginning, as RFC 8259 allows and the reference's body parser does. */
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private JsonReader() {}

  static @Nullable Object read(byte[] text) {
    // The streaming parser reads UTF-16 and UTF-32 too, and lets some malformed UTF-8 pass inside
    // strings; what arrives here is UTF-8 or it is refused.
    return read(decode(text));
  }

  static @Nullable Object read(String given) {
    String text = given.startsWith(BYTE_ORDER_MARK) ? given.substring(1) : given;
    try (JsonParser parser = factory().createParser(text)) {
      JsonToken first = parser.nextToken();
      if (first == null) {
        throw new JsonException("The JSON text is empty");
      }
      Object value = value(parser, first);
      if (parser.nextToken() != null) {
        throw new JsonException("The JSON text goes on after its end" + at(parser));
      }
      return value;
    } catch (StreamConstraintsException e) {
      throw overLimit(e);
    } catch (JsonProcessingException e) {
      throw malformed(e);
    } catch (IOException | NumberFormatException | ArithmeticException e) {
      throw new JsonException("The JSON text is malformed", e);
    }
  }

  private static String decode(byte[] text) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text)).toString();
    } catch (CharacterCodingException e) {
      throw new JsonException("The JSON text is not UTF-8", e);
    }
  }

  private static JsonFactory factory() {
    return JsonFactoryHolder.FACTORY;
  }

  private static @Nullable Object value(JsonParser parser, JsonToken token) throws IOException {
    return switch (token) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT -> integer(parser);
      case VALUE_NUMBER_FLOAT -> new BigDecimal(parser.getText());
      case VALUE_TRUE -> Boolean.TRUE;
      case VALUE_FALSE -> Boolean.FALSE;
      case VALUE_NULL -> null;
      default -> throw new JsonException("The JSON text is malformed" + at(parser));
    };
  }

  private static Number integer(JsonParser parser) throws IOException {
    return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
        ? parser.getBigIntegerValue()
        : (Number) parser.getLongValue();
  }

  private static Map<String, @Nullable Object> object(JsonParser parser) throws IOException {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      members.put(name, value(parser, parser.nextToken()));
    }
    return members;
  }

  private static List<@Nullable Object> array(JsonParser parser) throws IOException {
    List<@Nullable Object> items = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      items.add(value(parser, token));
    }
    return items;
  }

  private static JsonException overLimit(StreamConstraintsException e) {
    return new JsonException(
        "The JSON text is over a limit: nesting of "
            + JsonLimits.DEPTH
            + ", names of "
            + JsonLimits.NAME_LENGTH
            + " characters, numbers of "
            + JsonLimits.NUMBER_LENGTH
            + " characters",
        e);
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

  private static String at(JsonParser parser) {
    var location = parser.currentTokenLocation();
    return " at line " + location.getLineNr() + ", column " + location.getColumnNr();
  }
}
