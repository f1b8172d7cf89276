package io.flexservices.aws;

import io.flexservices.spi.RequestPath;
import io.flexservices.spi.RequestRejected;
import org.jspecify.annotations.Nullable;

/**
 * The {@code rawPath} of an HTTP API.
 *
 * <p>The gateway decodes it, though its documents show it encoded and most tools that imitate the
 * gateway leave it encoded. A path is therefore taken
 *
 * <ol>
 *   <li>for encoded where {@code requestContext.http.path} is another text and the path decodes to
 *       that;
 *   <li>else for decoded where it could not stand in a request line: it has a space, a letter
 *       beyond ASCII, a double quote, {@code |}, <code>{</code> and the like;
 *   <li>else for encoded, and decoded once; so a {@code %} that begins no escape is refused.
 * </ol>
 *
 * <p>What is lost: {@code %2F} has become a slash before the gateway hands the path over, so an id
 * with a slash is cut in two. What is ambiguous: a path that decodes to something which looks
 * encoded, as a literal {@code %41} that the client sent as {@code %2541}, is decoded once too
 * often. Function URLs and REST APIs have neither of these flaws.
 *
 * <p>With a named stage the path starts with it.
 */
final class HttpApiPath {
  /** What RFC 3986 lets stand in a path beside letters and digits; and brackets. */
  private static final String PLAIN = "%/-._~!$&'()*+,;=:@[]";

  private HttpApiPath() {}

  /**
   * The path without the stage.
   *
   * @throws RequestRejected where it is encoded, and an escape gives no UTF-8
   */
  static RequestPath of(String rawPath, @Nullable String contextPath, @Nullable String stage) {
    String path = PathPrefix.withoutStage(rawPath, stage);
    return couldBeEncoded(rawPath) || isEncodingOf(rawPath, contextPath)
        ? RequestPath.encoded(path)
        : RequestPath.decoded(path);
  }

  private static boolean couldBeEncoded(String path) {
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (!isAlphanumeric(c) && PLAIN.indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isEncodingOf(String path, @Nullable String other) {
    if (other == null || path.equals(other)) {
      return false;
    }
    try {
      return text(RequestPath.encoded(path)).equals(text(RequestPath.decoded(other)));
    } catch (RequestRejected e) {
      return false;
    }
  }

  private static String text(RequestPath path) {
    return String.join("/", path.segments());
  }

  private static boolean isAlphanumeric(char c) {
    return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }
}
