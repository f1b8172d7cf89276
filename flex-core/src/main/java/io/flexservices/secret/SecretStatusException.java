package io.flexservices.secret;

import java.io.IOException;

/** An endpoint of secrets that answered with another status than 200. */
public final class SecretStatusException extends IOException {
  private static final long serialVersionUID = 1L;

  private final int status;

  SecretStatusException(int status, String message) {
    super(message);
    this.status = status;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }
}
