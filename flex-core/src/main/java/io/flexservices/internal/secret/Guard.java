package io.flexservices.internal.secret;

import io.flexservices.spi.Deadline;
import org.jspecify.annotations.Nullable;

/** Decides who is served. Safe to use from several threads. */
public interface Guard {
  /**
   * Judges a request by its key.
   *
   * @param key what the request has in {@code X-Auth-Key}; empty where it has none
   * @param deadline how long it may take
   */
  Verdict judge(String key, Deadline deadline);

  /**
   * Signs a text by the current secret.
   *
   * @param deadline how long it may take
   * @return null where there is no secret, or it cannot be had
   */
  @Nullable String sign(String text, Deadline deadline);

  /**
   * Judges a text by its signature.
   *
   * @param signature what {@link #sign} gave for the text, by any secret that is in force
   * @param deadline how long it may take
   */
  Verdict judgeSigned(String text, String signature, Deadline deadline);

  /** Forgets what was fetched before the process was stored. */
  default void restored() {}
}
