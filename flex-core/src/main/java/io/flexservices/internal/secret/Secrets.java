package io.flexservices.internal.secret;

import io.flexservices.secret.SharedSecrets;
import io.flexservices.spi.Deadline;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * The shared secrets that open the service: none, one, or two while one replaces the other.
 *
 * <p>How long a comparison takes depends on the given key's length alone, and tells neither how
 * much of the key was right, nor how long the secret is, nor how many secrets there are. Source:
 * {@link MessageDigest#isEqual}, whose time "depends only on the length" of its first argument.
 */
class Secrets implements Guard {
  private final byte @Nullable [] current;
  private final byte @Nullable [] previous;

  Secrets(@Nullable String current, @Nullable String previous) {
    this.current = octetsOrNull(current == null ? previous : current);
    this.previous = octetsOrNull(previous == null ? current : previous);
  }

  static Secrets of(SharedSecrets secrets) {
    return new Secrets(secrets.current(), secrets.previous());
  }

  /** Compares a given key, or a signature, with the right one; tests look on. */
  boolean isEqual(byte[] given, byte[] right) {
    return MessageDigest.isEqual(given, right);
  }

  @Override
  public final Verdict judge(String key, Deadline deadline) {
    return accept(key) ? Verdict.ACCEPTED : Verdict.REFUSED;
  }

  @Override
  public final @Nullable String sign(String text, Deadline deadline) {
    return current == null ? null : Signature.of(current, text);
  }

  @Override
  public final Verdict judgeSigned(String text, String signature, Deadline deadline) {
    if (current == null || previous == null) {
      return Verdict.REFUSED; // Nobody can have signed it.
    }
    byte[] given = octets(signature);
    boolean isSigned =
        isEqual(given, octets(Signature.of(current, text)))
            | isEqual(given, octets(Signature.of(previous, text)));
    return isSigned ? Verdict.ACCEPTED : Verdict.REFUSED;
  }

  /** Whether a request with this key is served. */
  final boolean accept(String key) {
    if (current == null || previous == null) {
      return true; // There is none: who has but one secret has it in both places.
    }
    byte[] given = octets(key);
    // Both are compared always, so that the time does not tell which one it was.
    return isEqual(given, current) | isEqual(given, previous);
  }

  private static byte @Nullable [] octetsOrNull(@Nullable String secret) {
    return secret == null ? null : octets(secret);
  }

  private static byte[] octets(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
