package io.flexservices.spi;

import static java.util.Objects.requireNonNull;

import io.flexservices.json.Json;
import io.flexservices.json.JsonException;
import org.jspecify.annotations.Nullable;

/**
 * A request's body, as the platform handed it over: octets from a server, text from an event that
 * is JSON itself. Immutable as long as the octets are left alone.
 */
public final class RequestBody {
  private static final RequestBody EMPTY = new RequestBody(null, "");

  private final byte @Nullable [] octets;
  private final @Nullable String text;

  private RequestBody(byte @Nullable [] octets, @Nullable String text) {
    this.octets = octets;
    this.text = text;
  }

  /** No body. */
  public static RequestBody empty() {
    return EMPTY;
  }

  /** A body in octets, which are not copied. */
  public static RequestBody of(byte[] octets) {
    return new RequestBody(requireNonNull(octets, "octets == null"), null);
  }

  /** A body as text. */
  public static RequestBody of(String text) {
    return new RequestBody(null, requireNonNull(text, "text == null"));
  }

  /** How many octets it has in UTF-8. */
  public long size() {
    return octets != null ? octets.length : utf8Length(requireNonNull(text));
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return octets != null ? octets.length == 0 : requireNonNull(text).isEmpty();
  }

  /**
   * The JSON value that the body is.
   *
   * @throws JsonException where it is none
   */
  public @Nullable Object json() {
    return octets != null ? Json.parse(octets) : Json.parse(requireNonNull(text));
  }

  private static long utf8Length(String text) {
    long length = text.length();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x800 && !Character.isSurrogate(c)) {
        length += 2;
      } else if (c >= 0x80) {
        length += 1; // two octets; of a surrogate pair each half counts for two
      }
    }
    return length;
  }
}
