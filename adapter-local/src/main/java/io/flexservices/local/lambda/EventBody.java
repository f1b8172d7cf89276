package io.flexservices.local.lambda;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A body as an event holds it. Octets that are not UTF-8 are always Base64, so that nothing is lost
 * on the way.
 *
 * @param text the text, or its Base64
 * @param isBase64 which of the two
 */
record EventBody(String text, boolean isBase64) {
  /** Text whatever the content type says. */
  static EventBody text(HttpCall call) {
    String text = utf8(call.body());
    return text == null ? base64(call.body()) : new EventBody(text, false);
  }

  /** Text where the content type says so, or where there is none; everything else Base64. */
  static EventBody byContentType(HttpCall call) {
    boolean isText =
        call.body().length == 0 || isTextual(call.headers().firstOrEmpty("Content-Type"));
    return isText ? text(call) : base64(call.body());
  }

  private static EventBody base64(byte[] octets) {
    return new EventBody(Base64.getEncoder().encodeToString(octets), true);
  }

  private static boolean isTextual(String contentType) {
    int parameters = contentType.indexOf(';');
    String type = parameters < 0 ? contentType : contentType.substring(0, parameters);
    type = type.trim().toLowerCase(Locale.ROOT);
    return type.startsWith("text/")
        || type.endsWith("+json")
        || type.endsWith("+xml")
        || type.equals("application/json")
        || type.equals("application/xml")
        || type.equals("application/javascript");
  }

  private static @Nullable String utf8(byte[] octets) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}
