package io.flexservices.error;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An error as Kinvey's clients know it: an HTTP status and {@code {error, description, debug}}.
 *
 * <p>The texts of the factories that take a {@code debug} alone are those of the Flex SDK's
 * completion handler ({@code lib/service/kinveyCompletionHandler.js}, 4.1.4). {@link #malformed}
 * and {@link #invalidAuthKey()} have those of the SDK's own checks ({@code kinvey-datalink-errors}
 * 0.3.2), which differ in a word here and there.
 *
 * @param status the HTTP status
 * @param error the name by which clients tell errors apart
 * @param description what the error means
 * @param debug a detail for the developer: any value with a JSON form; an empty object for none
 */
public record KinveyError(int status, String error, String description, Object debug) {
  /** Checks the arguments. */
  public KinveyError {
    if (status < 400) {
      throw new IllegalArgumentException("status < 400: " + status);
    }
    requireNonNull(error, "error == null");
    requireNonNull(description, "description == null");
    requireNonNull(debug, "debug == null");
  }

  /** 400: the request is invalid. */
  public static KinveyError badRequest(Object debug) {
    return new KinveyError(400, "BadRequest", "Unable to understand request", debug);
  }

  /** 400: the call itself is malformed, so that no handler was asked. */
  public static KinveyError malformed(Object debug) {
    return new KinveyError(400, "BadRequest", "Unable to understand the request", debug);
  }

  /** 401: the request has not been authorized for the given user context. */
  public static KinveyError unauthorized(Object debug) {
    return new KinveyError(
        401,
        "InvalidCredentials",
        "Invalid credentials. Please retry your request with correct credentials",
        debug);
  }

  /** 401: the shared secret is missing or is another one. */
  public static KinveyError invalidAuthKey() {
    return new KinveyError(
        401,
        "InvalidCredentials",
        "Invalid credentials.  Please retry your request with correct credentials.",
        "The Authorization Key was not valid or missing.");
  }

  /** 403: the request is forbidden for some reason. */
  public static KinveyError forbidden(Object debug) {
    return new KinveyError(403, "Forbidden", "The request is forbidden", debug);
  }

  /** 404: the entity or entities could not be found. */
  public static KinveyError notFound(Object debug) {
    return new KinveyError(
        404,
        "NotFound",
        "The requested entity or entities were not found in the serviceObject",
        debug);
  }

  /** 404: there is no route for the path and method. */
  public static KinveyError noSuchRoute(Object debug) {
    return new KinveyError(404, "NotFound", "The requested route does not exist", debug);
  }

  /** 405: the request or its method is not allowed. */
  public static KinveyError notAllowed(Object debug) {
    return new KinveyError(405, "NotAllowed", "The request is not allowed", debug);
  }

  /** 413: the body is larger than the service takes. */
  public static KinveyError bodyTooLarge(long limit) {
    return new KinveyError(
        413,
        "RequestTooLarge",
        "The request body is too large",
        "The request body is over the limit of " + limit + " bytes");
  }

  /** 501: there is no handler for what the request asks. */
  public static KinveyError notImplemented(Object debug) {
    return new KinveyError(
        501, "NotImplemented", "The request invoked a method that is not implemented", debug);
  }

  /** 503: the service can take no request now. */
  public static KinveyError unavailable(Object debug) {
    return new KinveyError(
        503, "ServiceUnavailable", "The service cannot take the request now", debug);
  }

  /** 550: the handler failed. */
  public static KinveyError runtimeError(Object debug) {
    return new KinveyError(
        550,
        "FlexRuntimeError",
        "The Flex Service had a runtime error.  See debug message for details",
        debug);
  }

  /** The JSON object of the error, without the status. */
  public Map<String, @Nullable Object> toJson() {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("error", error);
    json.put("description", description);
    json.put("debug", debug);
    return json;
  }
}
