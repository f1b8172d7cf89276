package io.flexservices.internal.secret;

/** What becomes of a request with a key. */
public enum Verdict {
  /** It is served. */
  ACCEPTED,
  /** The key is missing or another one. */
  REFUSED,
  /** Nobody can tell: there is a secret, and it could not be fetched. */
  UNKNOWN
}
