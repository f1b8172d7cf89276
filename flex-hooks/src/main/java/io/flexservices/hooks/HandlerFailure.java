package io.flexservices.hooks;

import static java.util.Objects.requireNonNull;

import io.flexservices.error.KinveyError;
import io.flexservices.json.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A handler that ended with an error status (400 and up), as the hooks for errors see it. Unless
 * one of them sets a result or another error, the handler's own answer goes out as it is.
 */
public final class HandlerFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient @Nullable Object body;

  /**
   * A failure with the handler's answer.
   *
   * @param handler what failed, for the message
   * @param body the answer's body, a plain value
   */
  public HandlerFailure(String handler, int status, @Nullable Object body) {
    super(requireNonNull(handler, "handler == null") + " ended with the status " + status);
    this.status = status;
    this.body = body;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** The body of the answer, as a rule {@code {error, description, debug}}; null for none. */
  public @Nullable Object body() {
    return body;
  }

  /** The answer as Kinvey's error; a body of another form becomes its debug. */
  public KinveyError toKinveyError() {
    if (body instanceof Map<?, ?> members
        && members.get("error") instanceof String error
        && members.get("description") instanceof String description) {
      return new KinveyError(status, error, description, debug(members.get("debug")));
    }
    KinveyError unnamed = KinveyError.runtimeError(debug(body));
    return new KinveyError(status, unnamed.error(), unnamed.description(), unnamed.debug());
  }

  private static Object debug(@Nullable Object value) {
    return value != null && Json.isTruthy(value) ? value : Map.of();
  }
}
