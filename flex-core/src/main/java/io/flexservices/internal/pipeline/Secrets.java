package io.flexservices.internal.pipeline;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * The shared secrets that open the service: none, one, or two while one replaces the other. They
 * are compared in a time that does not tell how much of them was right.
 */
final class Secrets {
  private final byte @Nullable [] current;
  private final byte @Nullable [] previous;

  Secrets(@Nullable String current, @Nullable String previous) {
    this.current = octets(current);
    this.previous = octets(previous);
  }

  /** Whether a request with this key is served. */
  boolean accept(String key) {
    if (current == null && previous == null) {
      return true;
    }
    byte[] given = key.getBytes(StandardCharsets.UTF_8);
    // Both are compared always, so that the time does not tell which one it was.
    return equal(current, given) | equal(previous, given);
  }

  private static boolean equal(byte @Nullable [] secret, byte[] given) {
    return secret != null && MessageDigest.isEqual(secret, given);
  }

  private static byte @Nullable [] octets(@Nullable String secret) {
    return secret == null || secret.isEmpty() ? null : secret.getBytes(StandardCharsets.UTF_8);
  }
}
