package io.flexservices.error;

import static java.util.Objects.requireNonNull;

import io.flexservices.json.JsonForm;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call to Kinvey's backend that failed: refused before it was sent, never answered, answered with
 * an error, or answered with something that is none. The one exception of the stores, of email and
 * of push.
 *
 * <pre>{@code
 * try {
 *   return complete.setBody(books.findById(id)).ok().next();
 * } catch (KinveyException e) {
 *   return complete.setBody(e).runtimeError().next();
 * }
 * }</pre>
 *
 * <p>As JSON it is {@code {error, description, debug}}, without what is null. None of its texts
 * holds a credential of the app.
 */
public final class KinveyException extends RuntimeException implements JsonForm {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String error;
  private final @Nullable String description;
  private final transient @Nullable Object debug;
  private final transient @Nullable Object body;

  private KinveyException(
      int status,
      String error,
      @Nullable String description,
      @Nullable Object debug,
      @Nullable Object body,
      @Nullable Throwable cause) {
    super(words(status, error, description), cause);
    this.status = status;
    this.error = error;
    this.description = description;
    this.debug = debug;
    this.body = body;
  }

  /** A call that is refused before it is sent. */
  public static KinveyException refused(
      String error, @Nullable String description, @Nullable Object debug) {
    requireNonNull(error, "error == null");
    return new KinveyException(0, error, description, debug, null, null);
  }

  /**
   * A call that got no answer.
   *
   * @param cause what kept it from being answered; its message must hold no credential
   */
  public static KinveyException unanswered(
      String error, String description, @Nullable Object debug, @Nullable Throwable cause) {
    requireNonNull(error, "error == null");
    return new KinveyException(0, error, description, debug, null, cause);
  }

  /**
   * An answer that is an error, or that is not what the call is for.
   *
   * @param body the answer's body, where it is JSON
   */
  public static KinveyException answered(
      int status,
      String error,
      @Nullable String description,
      @Nullable Object debug,
      @Nullable Object body) {
    requireNonNull(error, "error == null");
    return new KinveyException(status, error, description, debug, body, null);
  }

  /** The same failure, thrown where it is waited for; the original is the cause. */
  public KinveyException thrownHere() {
    return new KinveyException(status, error, description, debug, body, this);
  }

  /** The HTTP status of the answer; 0 where there was none. */
  public int status() {
    return status;
  }

  /**
   * The name by which clients tell errors apart: Kinvey's own, {@code DataStoreError} and the like
   * for a call that a module refuses, {@code BackendNotAllowed}, {@code BackendUnreachable}, {@code
   * BackendTimeout} or {@code InvalidBackendAnswer}. Empty where Kinvey named none.
   */
  public String error() {
    return error;
  }

  /** What the error means; null where nothing says so. */
  public @Nullable String description() {
    return description;
  }

  /** A detail for the developer, any JSON value; null for none. */
  public @Nullable Object debug() {
    return debug;
  }

  /**
   * The JSON value that was answered, with objects and arrays as views; null where there was none.
   * Where {@link #status()} is below 300 the call succeeded, and its answer was of another form
   * than it has without hooks.
   */
  public @Nullable Object body() {
    return body;
  }

  @Override
  public Map<String, @Nullable Object> toJson() {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("error", error);
    if (description != null) {
      json.put("description", description);
    }
    if (debug != null) {
      json.put("debug", debug);
    }
    return json;
  }

  private static String words(int status, String error, @Nullable String description) {
    String name = error.isEmpty() ? "Kinvey's backend answered an error without a name" : error;
    String words = description == null ? name : name + ": " + description;
    return status == 0 ? words : words + " (status " + status + ")";
  }
}
