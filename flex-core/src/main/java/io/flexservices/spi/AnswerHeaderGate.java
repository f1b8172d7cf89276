package io.flexservices.spi;

import io.flexservices.json.Json;
import java.util.Locale;
import java.util.Set;

/**
 * What the headers of an answer may be, so that nothing that came with anyone's data can end a
 * header, a response, or the connection.
 *
 * <p>Stricter than RFC 9110, section 5.5: values are printable ASCII and tabs. Servers write a
 * header's characters as octets, and where one drops the high byte, U+010A is a line feed.
 */
final class AnswerHeaderGate {
  private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";
  private static final int SHOWN = 64;

  /** RFC 9110, section 7.6.1, and what HTTP/2 forbids beside that (RFC 9113, section 8.2.2). */
  private static final Set<String> OF_A_CONNECTION =
      Set.of("connection", "keep-alive", "te", "trailer", "transfer-encoding", "upgrade");

  private AnswerHeaderGate() {}

  /**
   * Lets headers pass.
   *
   * @throws IllegalArgumentException where one is not allowed; the message names it, without its
   *     value
   */
  static void check(FlexHeaders headers, int bodyLength) {
    for (FlexHeaders.Header header : headers.all()) {
      checkName(header.name());
      checkValue(header.name(), header.value());
      if (header.name().equalsIgnoreCase("Content-Length")) {
        checkLength(header.value(), bodyLength);
      }
    }
  }

  /** By hand: this is on the way of each answer, and the first one would load a stream for it. */
  private static boolean isToken(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (!isTokenCharacter(name.charAt(i))) {
        return false;
      }
    }
    return !name.isEmpty();
  }

  private static void checkName(String name) {
    if (!isToken(name)) {
      throw new IllegalArgumentException(
          "The name of an answer's header is no token: " + shown(name));
    }
    String lower = name.toLowerCase(Locale.ROOT);
    if (OF_A_CONNECTION.contains(lower) || lower.startsWith("proxy-")) {
      throw new IllegalArgumentException(
          "An answer cannot have the header " + shown(name) + ": it is the connection's own");
    }
  }

  private static void checkValue(String name, String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c != '\t' && (c < ' ' || c > '~')) {
        throw new IllegalArgumentException(
            "The value of the answer's header %s has U+%04X at index %d; only printable ASCII is allowed"
                .formatted(shown(name), (int) c, i));
      }
    }
  }

  /** The answer to a HEAD request tells the length of a body that it has not. */
  private static void checkLength(String value, int bodyLength) {
    if (bodyLength > 0 && !value.equals(String.valueOf(bodyLength))) {
      throw new IllegalArgumentException(
          "The answer's header \"Content-Length\" is not the length of its body");
    }
  }

  private static boolean isTokenCharacter(int c) {
    return (c >= '0' && c <= '9')
        || (c >= 'A' && c <= 'Z')
        || (c >= 'a' && c <= 'z')
        || TOKEN_MARKS.indexOf(c) >= 0;
  }

  private static String shown(String name) {
    return Json.text(name.length() <= SHOWN ? name : name.substring(0, SHOWN) + "...");
  }
}
