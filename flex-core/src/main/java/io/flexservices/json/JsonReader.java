package io.flexservices.json;

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

  private final JsonScanner in;
  private final int levels;
  private int depth;

  private JsonReader(String text, int levels) {
    this.in = new JsonScanner(text);
    this.levels = levels;
  }

  static @Nullable Object read(byte[] text, int levels) {
    return read(decode(text), levels);
  }

  /**
   * Reads one text.
   *
   * @param levels how deep it may nest
   */
  static @Nullable Object read(String given, int levels) {
    String text = given.startsWith(BYTE_ORDER_MARK) ? given.substring(1) : given;
    return new JsonReader(text, levels).whole();
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

  private @Nullable Object whole() {
    if (in.isAtEnd()) {
      throw new JsonException("The JSON text is empty");
    }
    Object value = value();
    if (!in.isAtEnd()) {
      throw new JsonException("The JSON text goes on after its end" + in.position());
    }
    return value;
  }

  private @Nullable Object value() {
    return switch (in.next()) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> in.string();
      case 't' -> in.word("true", Boolean.TRUE);
      case 'f' -> in.word("false", Boolean.FALSE);
      case 'n' -> in.word("null", null);
      default -> number();
    };
  }

  private Number number() {
    String number = in.number();
    if (JsonNumber.isTooLong(number)) {
      throw overLimit();
    }
    return JsonNumber.of(number);
  }

  private Map<String, @Nullable Object> object() {
    enter('{');
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    if (!in.takes('}')) {
      do {
        String name = name();
        in.take(':');
        members.put(name, value());
      } while (in.takes(','));
      in.take('}');
    }
    depth--;
    return members;
  }

  private String name() {
    String name = in.string();
    if (name.length() > JsonLimits.NAME_LENGTH) {
      throw overLimit();
    }
    return name;
  }

  private List<@Nullable Object> array() {
    enter('[');
    List<@Nullable Object> items = new ArrayList<>();
    if (!in.takes(']')) {
      do {
        items.add(value());
      } while (in.takes(','));
      in.take(']');
    }
    depth--;
    return items;
  }

  private void enter(char bracket) {
    in.take(bracket);
    depth++;
    if (depth > levels) {
      throw overLimit();
    }
  }

  private JsonException overLimit() {
    return JsonException.overLimit(
        "The JSON text is over a limit: nesting of "
            + levels
            + ", names of "
            + JsonLimits.NAME_LENGTH
            + " characters, numbers of "
            + JsonLimits.NUMBER_LENGTH
            + " characters");
  }
}
