package io.flexservices.spi;

import static java.util.Objects.requireNonNull;

import io.flexservices.error.KinveyError;

/**
 * A request that is refused before any handler sees it: malformed, too large, or for no route. It
 * carries the error that answers it, which never repeats what the request held.
 */
public final class RequestRejected extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient KinveyError error;

  /** A request that is answered with this error. */
  public RequestRejected(KinveyError error) {
    super(
        requireNonNull(error, "error == null").error() + ": " + error.debug(), null, false, false);
    this.error = error;
  }

  /** A request that is malformed; the sentence says where and how. */
  public static RequestRejected malformed(String why) {
    return new RequestRejected(KinveyError.malformed(why));
  }

  /** The answer. */
  public KinveyError error() {
    return error;
  }
}
