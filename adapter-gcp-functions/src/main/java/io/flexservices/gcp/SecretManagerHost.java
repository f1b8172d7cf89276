package io.flexservices.gcp;

import java.net.URI;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where Secret Manager answers. Source: "Secret Manager API", service endpoint; "Secret Manager
 * regional endpoints" for regional secrets.
 *
 * <p>{@code CLOUDSDK_API_ENDPOINT_OVERRIDES_SECRETMANAGER}, which the Google Cloud CLI documents as
 * its property {@code api_endpoint_overrides/secretmanager}, names another one: private access or
 * an emulator. An access token is sent there, hence only by https to {@code *.googleapis.com}, or
 * to this machine.
 */
final class SecretManagerHost {
  static final String OVERRIDE = "CLOUDSDK_API_ENDPOINT_OVERRIDES_SECRETMANAGER";

  private SecretManagerHost() {}

  /**
   * The scheme and the authority, for example {@code https://secretmanager.googleapis.com}.
   *
   * @param location the region of a regional secret; null for a global one
   * @throws IllegalArgumentException where the environment names a host that is not allowed
   */
  static String of(Function<String, @Nullable String> environment, @Nullable String location) {
    String override = environment.apply(OVERRIDE);
    if (override != null && !override.isEmpty()) {
      return allowed(override);
    }
    return location == null
        ? "https://secretmanager.googleapis.com"
        : "https://secretmanager." + location + ".rep.googleapis.com";
  }

  private static String allowed(String override) {
    URI address = parsed(override);
    String host = address == null ? null : address.getHost();
    if (address != null
        && host != null
        && address.getUserInfo() == null
        && (isGoogles(address, host) || isThisMachine(address, host))) {
      return address.getScheme() + "://" + address.getAuthority();
    }
    throw new IllegalArgumentException(
        OVERRIDE + " must be https://HOST.googleapis.com, or http and this machine: " + override);
  }

  private static boolean isGoogles(URI address, String host) {
    return "https".equals(address.getScheme())
        && host.endsWith(".googleapis.com")
        && address.getPort() < 0;
  }

  private static boolean isThisMachine(URI address, String host) {
    return "http".equals(address.getScheme())
        && (host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]"));
  }

  private static @Nullable URI parsed(String text) {
    try {
      return URI.create(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
