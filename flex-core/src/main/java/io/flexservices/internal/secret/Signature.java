package io.flexservices.internal.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signatures of background events: HMAC with SHA-256 over the text after a prefix, so that a
 * signature for this purpose is none for another. Loaded only where there are such events.
 */
final class Signature {
  private static final String ALGORITHM = "HmacSHA256";
  private static final String PURPOSE = "flex-background\n";

  private Signature() {}

  /** The signature of a text, in Base64 for URLs. */
  static String of(byte[] secret, String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret, ALGORITHM));
      byte[] signature = mac.doFinal((PURPOSE + text).getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This JDK has no " + ALGORITHM, e);
    }
  }
}
