package io.flexservices.json;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a JSON text into plain values. The nesting is bounded, so plain recursion does. */
final class JsonReader {
  private final JsonScanner in;
  private final int levels;

  /** The member of the outermost object whose text is given in octets; null for none. */
  private final @Nullable String inOctets;

  private int depth;

  private JsonReader(byte[] text, int levels, @Nullable String inOctets) {
    this.in = new JsonScanner(text);
    this.levels = levels;
    this.inOctets = inOctets;
  }

  /**
   * Reads one text.
   *
   * @param levels how deep it may nest
   */
  static @Nullable Object read(byte[] text, int levels) {
    return new JsonReader(text, levels, null).whole();
  }

  /** Reads one text. */
  static @Nullable Object read(String text, int levels) {
    return read(utf8(text), levels);
  }

  /** Reads one text; a member of the outermost object that is a string is left in octets. */
  static @Nullable Object readWithOctets(byte[] text, int levels, String name) {
    return new JsonReader(text, levels, name).whole();
  }

  /**
   * A text in UTF-8. Half a surrogate pair, which UTF-8 has not, is escaped: in a string that says
   * the same, and elsewhere it is malformed as well.
   */
  private static byte[] utf8(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return withEscapedHalves(text).getBytes(StandardCharsets.UTF_8);
      }
    }
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String withEscapedHalves(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    int codePoint;
    boolean isEscaped = false;
    for (int i = 0; i < text.length(); i += Character.charCount(codePoint)) {
      codePoint = text.codePointAt(i);
      boolean isHalf = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
      // After a backslash it stays, and becomes a question mark: there is no such escape either.
      if (isHalf && !isEscaped) {
        escaped.append("\\u").append(Integer.toHexString(codePoint));
      } else {
        escaped.appendCodePoint(codePoint);
      }
      isEscaped = codePoint == '\\' && !isEscaped;
    }
    return escaped.toString();
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
        members.put(name, isInOctets(name) ? in.octets() : value());
      } while (in.takes(','));
      in.take('}');
    }
    depth--;
    return members;
  }

  private boolean isInOctets(String name) {
    return depth == 1 && name.equals(inOctets) && in.next() == '"';
  }

  private String name() {
    String name = in.name();
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
