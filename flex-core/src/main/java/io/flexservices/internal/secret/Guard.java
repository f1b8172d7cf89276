package io.flexservices.internal.secret;

import io.flexservices.spi.Deadline;

/** Decides who is served. Safe to use from several threads. */
public interface Guard {
  /**
   * Judges a request by its key.
   *
   * @param key what the request has in {@code X-Auth-Key}; empty where it has none
   * @param deadline how long it may take
   */
  Verdict judge(String key, Deadline deadline);

  /** Forgets what was fetched before the process was stored. */
  default void restored() {}
}
