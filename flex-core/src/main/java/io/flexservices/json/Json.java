package io.flexservices.json;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes JSON over plain Java values.
 *
 * <p>A text is read into {@code Map}, {@code List}, {@code String}, {@code Boolean}, {@code Long}
 * (or {@code BigInteger} beyond its range), {@code BigDecimal} and {@code null}; maps keep the
 * order of their members, and of two members with one name the last counts. Numbers keep their
 * exact value.
 *
 * <p>Written are these and {@link JsonObject}, {@link JsonArray}, {@link JsonForm}, every other
 * {@code Number}, {@code CharSequence}, {@code Character}, {@code Iterable}, array, {@code
 * Optional}, enum (by its name), {@code UUID}, {@code Throwable} (an empty object) and the types of
 * {@code java.time} in their ISO form. A value of any other class goes through jackson-databind
 * where that is on the class path. As in JavaScript, a number that is not finite is written as
 * {@code null}.
 *
 * <p>All methods may be called from any thread.
 */
public final class Json {
  private Json() {}

  /**
   * Reads one JSON text.
   *
   * @throws JsonException where it is malformed, not UTF-8, or over a limit
   */
  public static @Nullable Object parse(byte[] text) {
    requireNonNull(text, "text == null");
    return JsonReader.read(text, JsonLimits.DEPTH);
  }

  /**
   * Reads an event of a function platform, which may nest as deep as {@link
   * JsonLimits#EVENT_DEPTH}. It holds an HTTP body as a text, which is JSON in JSON, or Base64, and
   * nearly all of the event where it is large: the member that is that text comes as its octets in
   * UTF-8, a {@code byte[]}, and so is never held as characters.
   *
   * @param body the name of that member
   * @throws JsonException where it is malformed, not UTF-8, or over a limit
   */
  public static @Nullable Object parseEvent(byte[] text, String body) {
    requireNonNull(text, "text == null");
    requireNonNull(body, "body == null");
    return JsonReader.readWithOctets(text, JsonLimits.EVENT_DEPTH, body);
  }

  /**
   * Reads one JSON text.
   *
   * @throws JsonException where it is malformed or over a limit
   */
  public static @Nullable Object parse(String text) {
    requireNonNull(text, "text == null");
    return JsonReader.read(text, JsonLimits.DEPTH);
  }

  /**
   * A copy of a value in modifiable maps and lists, which shares nothing with it that could change.
   * What is no map, list, text, number or boolean becomes what its JSON text says.
   *
   * @throws JsonException where the value has no JSON form
   */
  public static @Nullable Object copy(@Nullable Object value) {
    return JsonValues.plainCopy(value);
  }

  /**
   * The JSON text of a value.
   *
   * @throws JsonException where the value has no JSON form
   */
  public static String text(@Nullable Object value) {
    return new String(bytes(value), StandardCharsets.UTF_8);
  }

  /**
   * The JSON text of a value in UTF-8.
   *
   * @throws JsonException where the value has no JSON form
   */
  public static byte[] bytes(@Nullable Object value) {
    return JsonPrinter.print(value);
  }

  /**
   * The JSON text of a value for other eyes.
   *
   * @param mask what is left out
   * @param limit how many bytes the text may have in UTF-8; a longer one is cut before it is made,
   *     so that a value of any size and number of references may be given
   * @throws JsonException where the value has no JSON form
   */
  public static JsonExcerpt excerpt(@Nullable Object value, JsonMask mask, int limit) {
    requireNonNull(mask, "mask == null");
    return JsonPrinter.excerpt(value, mask, limit);
  }

  /**
   * A value of the user's own class, made from a plain value by jackson-databind.
   *
   * @throws JsonException where the value does not fit the class
   * @throws IllegalStateException where jackson-databind is not on the class path
   */
  public static <T> T bind(@Nullable Object value, Class<T> type) {
    requireNonNull(type, "type == null");
    return DatabindLoader.load().bind(JsonValues.plain(value), type);
  }

  /**
   * Whether JavaScript would take the value for true. The Flex SDK fills gaps by that rule ({@code
   * debug || body || {}}), so null, false, zero and the empty string count as absent there.
   */
  public static boolean isTruthy(@Nullable Object value) {
    if (value instanceof Boolean bool) {
      return bool;
    }
    if (value instanceof CharSequence text) {
      return text.length() > 0;
    }
    if (value instanceof BigDecimal decimal) {
      return decimal.signum() != 0;
    }
    if (value instanceof Number number) {
      double size = number.doubleValue();
      return size != 0 && !Double.isNaN(size);
    }
    return value != null;
  }
}
