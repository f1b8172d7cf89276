package io.flexservices.internal.kinvey;

import io.flexservices.error.KinveyException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.RejectedExecutionException;

/** What went wrong with a call, in words that hold nothing of its credentials. */
final class Failures {
  private Failures() {}

  static KinveyException of(BackendCall call, Throwable thrown, Redaction redaction) {
    if (thrown instanceof KinveyException failure) {
      return failure;
    }
    if (thrown instanceof RejectedExecutionException) {
      return stopping(call);
    }
    if (thrown instanceof RuntimeException && thrown.getCause() instanceof IOException cause) {
      return of(call, cause, redaction);
    }
    if (thrown instanceof SocketTimeoutException) {
      return late(call);
    }
    return thrown instanceof IOException io ? broken(call, io, redaction) : failed(call, thrown);
  }

  static KinveyException late(BackendCall call) {
    return KinveyException.unanswered(
        "BackendTimeout",
        "Kinvey's backend did not answer within the time of the request",
        call.toString(),
        null);
  }

  static KinveyException stopping(BackendCall call) {
    return KinveyException.unanswered(
        "BackendUnreachable", "The service is stopping", call.toString(), null);
  }

  /** Without the cause where that says a credential, as a client of the user's may. */
  static KinveyException cutOff(BackendCall call, IOException io, Redaction redaction) {
    return unreachable("The answer of Kinvey's backend was cut off", call, io, redaction);
  }

  private static KinveyException broken(BackendCall call, IOException io, Redaction redaction) {
    return unreachable("The connection to Kinvey's backend failed", call, io, redaction);
  }

  private static KinveyException unreachable(
      String description, BackendCall call, IOException io, Redaction redaction) {
    return KinveyException.unanswered(
        "BackendUnreachable", description, call.toString(), redaction.isNeededBy(io) ? null : io);
  }

  /** Only the name of what was thrown: its message may quote a header. */
  private static KinveyException failed(BackendCall call, Throwable thrown) {
    return KinveyException.unanswered(
        "BackendUnreachable",
        "The call to Kinvey's backend failed with " + thrown.getClass().getSimpleName(),
        call.toString(),
        null);
  }
}
