package io.flexservices.internal.kinvey;

import static java.util.Objects.requireNonNull;

import io.flexservices.json.Json;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One call to the backend. A value: each method returns a new one.
 *
 * @param method the HTTP method
 * @param route the first segment of the path; the app key follows it
 * @param rest the other segments, not encoded; an empty one at the end for a slash there
 * @param query the parameters of the query string, not encoded
 * @param credentials on whose behalf
 * @param apiVersion the version of Kinvey's REST API
 * @param skipsBusinessLogic whether the hooks of the collection stay out
 * @param body the JSON text to send; null for none
 */
public record BackendCall(
    String method,
    String route,
    List<String> rest,
    Map<String, String> query,
    Credentials credentials,
    int apiVersion,
    boolean skipsBusinessLogic,
    byte @Nullable [] body) {
  /** Checks the arguments. */
  public BackendCall {
    requireNonNull(method, "method == null");
    requireNonNull(route, "route == null");
    rest = List.copyOf(rest);
    query = Collections.unmodifiableMap(new LinkedHashMap<>(query));
  }

  /** A call under the master secret that runs business logic; a POST has an empty body. */
  public static BackendCall of(String method, int apiVersion, String route, String... rest) {
    byte[] body = method.equals("POST") ? new byte[0] : null;
    return new BackendCall(
        method, route, List.of(rest), Map.of(), Credentials.MASTER, apiVersion, false, body);
  }

  /** On somebody's behalf. */
  public BackendCall as(Credentials whose) {
    return new BackendCall(method, route, rest, query, whose, apiVersion, skipsBusinessLogic, body);
  }

  /** Without business logic, or with it. */
  public BackendCall skippingBusinessLogic(boolean skips) {
    return new BackendCall(method, route, rest, query, credentials, apiVersion, skips, body);
  }

  /** With the parameters of a query string. */
  public BackendCall query(Map<String, String> parameters) {
    return new BackendCall(
        method, route, rest, parameters, credentials, apiVersion, skipsBusinessLogic, body);
  }

  /**
   * With a JSON value as the body, as it is now.
   *
   * @throws io.flexservices.json.JsonException where the value has no JSON form
   */
  public BackendCall body(@Nullable Object value) {
    return new BackendCall(
        method, route, rest, query, credentials, apiVersion, skipsBusinessLogic, Json.bytes(value));
  }

  /** Whether a second time does no harm. */
  boolean isIdempotent() {
    return !method.equals("POST");
  }

  /** What is asked, for messages. */
  @Override
  public String toString() {
    return method + " /" + route + "/{app}/" + String.join("/", rest);
  }
}
