package io.flexservices.internal.kinvey;

import io.flexservices.error.KinveyException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes calls for the wire, as the Flex SDK does ({@code lib/service/modules/baseStore.js}, 4.1.4)
 * but for two things: segments of paths are percent-encoded, and credentials go to allowed hosts
 * only.
 */
final class RequestWriter {
  private final BackendApp app;
  private final @Nullable String userAuthorization;
  private final BackendHosts hosts;

  RequestWriter(BackendApp app, @Nullable String userAuthorization, BackendHosts hosts) {
    this.app = app;
    this.userAuthorization = userAuthorization;
    this.hosts = hosts;
  }

  /**
   * The call as a request.
   *
   * @throws KinveyException where it must not or cannot be sent
   */
  BackendRequest write(BackendCall call) {
    URI base = base();
    return new BackendRequest(
        call.method(), base, path(base, call), call.query(), headers(call), call.body());
  }

  private URI base() {
    String baasUrl = app.baasUrl();
    if (baasUrl == null) {
      throw refused("Kinvey did not say where its backend is", null);
    }
    URI base = hosts.allowedBase(baasUrl);
    if (base == null) {
      throw refused(
          "The backend that the request names is not allowed",
          "Only https://*.kinvey.com is; list other hosts in FlexOptions.withAllowedBaasHosts or"
              + " FLEX_ALLOWED_BAAS_HOSTS");
    }
    return base;
  }

  private String path(URI base, BackendCall call) {
    StringBuilder path = new StringBuilder(base.getRawPath());
    while (path.length() > 0 && path.charAt(path.length() - 1) == '/') {
      path.setLength(path.length() - 1);
    }
    path.append('/').append(call.route()).append('/').append(segment(appKey()));
    for (String segment : call.rest()) {
      path.append('/').append(segment(segment));
    }
    return path.toString();
  }

  private static String segment(String text) {
    if (text.equals(".") || text.equals("..")) {
      throw KinveyException.refused(
          "BadRequest", "The name or id leads out of its place", "\"" + text + "\" is no id");
    }
    return PathSegments.encode(text);
  }

  private Map<String, String> headers(BackendCall call) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Accept", "application/json");
    headers.put("Content-Type", "application/json");
    headers.put("X-Kinvey-API-Version", Integer.toString(call.apiVersion()));
    if (call.skipsBusinessLogic()) {
      headers.put("x-kinvey-skip-business-logic", "true");
    }
    String authorization = authorization(call.credentials());
    if (authorization != null) {
      headers.put("Authorization", authorization);
    }
    return headers;
  }

  private @Nullable String authorization(Credentials whose) {
    return switch (whose) {
      case APP -> basic(app.appSecret(), "app secret");
      case MASTER -> basic(app.masterSecret(), "master secret");
      case USER -> user();
    };
  }

  private String basic(@Nullable String secret, String what) {
    if (secret == null) {
      throw refused("Kinvey sent no " + what + " with the request", null);
    }
    byte[] credentials = (appKey() + ":" + secret).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(credentials);
  }

  /** A header with line breaks in it would be several; what is wrong with it must not be shown. */
  private @Nullable String user() {
    if (userAuthorization != null
        && !userAuthorization.chars().allMatch(c -> c >= ' ' && c < 0x7F)) {
      throw refused("The authorization of the request is malformed", null);
    }
    return userAuthorization;
  }

  private String appKey() {
    String appKey = app.appKey();
    if (appKey == null || appKey.isEmpty()) {
      throw refused("Kinvey did not say which app the request is for", null);
    }
    return appKey;
  }

  private static KinveyException refused(String description, @Nullable String debug) {
    return KinveyException.refused("BackendNotAllowed", description, debug);
  }
}
