package io.flexservices.modules.background;

import org.jspecify.annotations.Nullable;

/**
 * Work that could not be handed over: no such task, no shared secret, a platform that is not
 * configured for it or did not take it. The message says which and what to do; it holds no secret.
 */
public final class BackgroundException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A refusal in words. */
  public BackgroundException(String message) {
    this(message, null);
  }

  /** A refusal in words, with what caused it. */
  public BackgroundException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
