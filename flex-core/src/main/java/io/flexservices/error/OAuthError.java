package io.flexservices.error;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An error of a login, as OAuth 2 names it (RFC 6749, section 4.1.2.1) and as Kinvey's Mobile
 * Identity Connect expects it: always with status 401, {@code {error, error_description}}.
 *
 * @param error the code
 * @param description any value with a JSON form, left out of the JSON where null
 */
public record OAuthError(String error, @Nullable Object description) {
  /** The status of every one. */
  public static final int STATUS = 401;

  /** Checks the arguments. */
  public OAuthError {
    requireNonNull(error, "error == null");
  }

  /** Any error of the server. */
  public static OAuthError serverError(@Nullable Object description) {
    return new OAuthError("server_error", description);
  }

  /** The user has been denied access. */
  public static OAuthError accessDenied(@Nullable Object description) {
    return new OAuthError("access_denied", description);
  }

  /** The source of identities is unavailable for now. */
  public static OAuthError temporarilyUnavailable(@Nullable Object description) {
    return new OAuthError("temporarily_unavailable", description);
  }

  /** There is no such handler. */
  public static OAuthError noHandler() {
    return serverError("The request invoked a method that is not implemented");
  }

  /** The JSON object of the error; modifiable, attributes may be added. */
  public Map<String, @Nullable Object> toJson() {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("error", error);
    if (description != null) {
      json.put("error_description", description);
    }
    return json;
  }
}
