package io.flexservices.internal.secret;

import io.flexservices.error.KinveyError;
import org.jspecify.annotations.Nullable;

/** What becomes of a request with a key. */
public enum Verdict {
  /** It is served. */
  ACCEPTED,
  /** The key is missing or another one. */
  REFUSED,
  /** Nobody can tell: there is a secret, and it could not be fetched. */
  UNKNOWN;

  /** The answer to who is not served; null for who is. */
  public @Nullable KinveyError error() {
    if (this == ACCEPTED) {
      return null;
    }
    return this == REFUSED
        ? KinveyError.invalidAuthKey()
        : KinveyError.unavailable("The shared secret cannot be read; the service's log says why");
  }
}
