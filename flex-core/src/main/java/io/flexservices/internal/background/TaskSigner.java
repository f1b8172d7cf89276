package io.flexservices.internal.background;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs texts by the shared secret, and tells whether one was: HMAC with SHA-256 over the text
 * after a prefix, so that a signature for this purpose is none for another.
 */
final class TaskSigner {
  private static final String ALGORITHM = "HmacSHA256";
  private static final String PURPOSE = "flex-background\n";

  private final Supplier<List<String>> secrets;

  /** A signer with secrets of which the first signs and each is accepted. */
  TaskSigner(Supplier<List<String>> secrets) {
    this.secrets = secrets;
  }

  /** Whether there is a secret to sign by. */
  boolean isReady() {
    return !secrets.get().isEmpty();
  }

  String sign(String text) {
    return encoded(mac(secrets.get().get(0), text));
  }

  boolean isSigned(String text, String signature) {
    byte[] given = signature.getBytes(StandardCharsets.UTF_8);
    boolean signed = false;
    for (String secret : secrets.get()) {
      byte[] right = encoded(mac(secret, text)).getBytes(StandardCharsets.UTF_8);
      signed |= MessageDigest.isEqual(right, given);
    }
    return signed;
  }

  private static String encoded(byte[] mac) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(mac);
  }

  private static byte[] mac(String secret, String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return mac.doFinal((PURPOSE + text).getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This JDK has no " + ALGORITHM, e);
    }
  }
}
