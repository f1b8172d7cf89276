package io.flexservices.internal.pipeline;

import io.flexservices.modules.SecurityContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * What credentials a client sent, told by the rules of the reference (its {@code
 * moduleGenerator.js}): whatever does not begin with the app key is a user's. A session token is
 * read as if it were Base64 too, and so leniently, as Node does it.
 */
final class Authorization {
  private Authorization() {}

  static SecurityContext securityContext(@Nullable String header, AppMetadata app) {
    String[] words = header == null ? new String[0] : header.split(" ", -1);
    if (words.length < 2) {
      return SecurityContext.UNKNOWN;
    }
    String[] credentials = decode(words[1]).split(":", -1);
    if (!credentials[0].equals(app.appKey())) {
      return SecurityContext.USER;
    }
    String secret = credentials.length < 2 ? null : credentials[1];
    if (equal(secret, app.appSecret())) {
      return SecurityContext.APP;
    }
    return equal(secret, app.masterSecret()) ? SecurityContext.MASTER : SecurityContext.UNKNOWN;
  }

  private static boolean equal(@Nullable String given, @Nullable String secret) {
    return given != null
        && secret != null
        && MessageDigest.isEqual(
            given.getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8));
  }

  /** What is not of Base64's alphabet is passed over, and what is too short for an octet is cut. */
  private static String decode(String base64) {
    int end = base64.indexOf('=');
    String digits =
        (end < 0 ? base64 : base64.substring(0, end))
            .replace('-', '+')
            .replace('_', '/')
            .replaceAll("[^A-Za-z0-9+/]", "");
    String whole = digits.length() % 4 == 1 ? digits.substring(0, digits.length() - 1) : digits;
    return new String(Base64.getDecoder().decode(whole), StandardCharsets.ISO_8859_1);
  }
}
