package io.flexservices.hooks;

import static java.util.Objects.requireNonNull;

import io.flexservices.error.KinveyError;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call that a hook refuses. Its message and its errors are for the client: Kinvey's error carries
 * them in {@code debug}. The names and codes are those of the hook documents.
 *
 * <pre>{@code
 * throw HookException.badRequest("Values already taken.", Map.of("email", "Already taken."));
 * }</pre>
 */
public final class HookException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What kind of refusal it is. */
  public enum Kind {
    /** The request is invalid. */
    BAD_REQUEST("BadRequest", 400),
    /** Nobody is logged in. */
    NOT_AUTHENTICATED("NotAuthenticated", 401),
    /** The caller may not do this. */
    FORBIDDEN("Forbidden", 403),
    /** There is no such record. */
    NOT_FOUND("NotFound", 404),
    /** The method may not be called, or not by this caller. */
    METHOD_NOT_ALLOWED("MethodNotAllowed", 405);

    private final String documentName;
    private final int code;

    Kind(String documentName, int code) {
      this.documentName = documentName;
      this.code = code;
    }

    /** The error's name in the documents. */
    public String documentName() {
      return documentName;
    }

    /** The HTTP status. */
    public int code() {
      return code;
    }
  }

  private final Kind kind;
  private final transient @Nullable Object errors;

  private HookException(Kind kind, String message, @Nullable Object errors) {
    super(requireNonNull(message, "message == null"));
    this.kind = requireNonNull(kind, "kind == null");
    this.errors = errors;
  }

  /** A refusal of that kind. */
  public static HookException of(Kind kind, String message) {
    return new HookException(kind, message, null);
  }

  /** 400: the request is invalid. */
  public static HookException badRequest(String message) {
    return of(Kind.BAD_REQUEST, message);
  }

  /**
   * 400: values are invalid.
   *
   * @param errors what is wrong with them, any value with a JSON form
   */
  public static HookException badRequest(String message, Object errors) {
    return new HookException(Kind.BAD_REQUEST, message, requireNonNull(errors, "errors == null"));
  }

  /** 403: the caller may not do this. */
  public static HookException forbidden(String message) {
    return of(Kind.FORBIDDEN, message);
  }

  /** 404: there is no record of that id, or none that the caller means. */
  public static HookException noRecord(@Nullable Object id) {
    return of(Kind.NOT_FOUND, "No record found for id '" + id + "'");
  }

  /** 405: the method may not be called, or not by this caller. */
  public static HookException methodNotAllowed(String message) {
    return of(Kind.METHOD_NOT_ALLOWED, message);
  }

  /** What kind of refusal it is. */
  public Kind kind() {
    return kind;
  }

  /** What is wrong with the values; null where the message says it all. */
  public @Nullable Object errors() {
    return errors;
  }

  /**
   * The Kinvey error: its debug is the message, or an object with {@code message} and {@code
   * errors}.
   */
  public KinveyError toKinveyError() {
    Object debug = debug();
    return switch (kind) {
      case BAD_REQUEST -> KinveyError.badRequest(debug);
      case NOT_AUTHENTICATED -> KinveyError.unauthorized(debug);
      case FORBIDDEN -> KinveyError.forbidden(debug);
      case NOT_FOUND -> KinveyError.notFound(debug);
      case METHOD_NOT_ALLOWED -> KinveyError.notAllowed(debug);
    };
  }

  private Object debug() {
    String message = requireNonNull(getMessage());
    if (errors == null) {
      return message;
    }
    Map<String, Object> debug = new LinkedHashMap<>();
    debug.put("message", message);
    debug.put("errors", errors);
    return debug;
  }
}
