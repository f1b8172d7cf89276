package io.flexservices.internal.kinvey;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the credentials of an app may be sent: {@code https://*.kinvey.com}, and what the options
 * of the service list. A value.
 */
public final class BackendHosts {
  /** Kinvey's own hosts. */
  private static final AllowedHost KINVEY = new AllowedHost("https", ".kinvey.com", 443);

  private final List<AllowedHost> allowed;

  private BackendHosts(List<AllowedHost> allowed) {
    this.allowed = allowed;
  }

  /**
   * Kinvey's hosts and these.
   *
   * @throws IllegalArgumentException where one is not {@code [scheme://]host[:port]}
   */
  public static BackendHosts of(List<String> hosts) {
    requireNonNull(hosts, "hosts == null");
    List<AllowedHost> allowed = new ArrayList<>();
    allowed.add(KINVEY);
    for (String host : hosts) {
      allowed.add(AllowedHost.parse(host));
    }
    return new BackendHosts(List.copyOf(allowed));
  }

  /** These hosts, and this machine by http, on any port. */
  public BackendHosts andLoopback() {
    List<AllowedHost> more = new ArrayList<>(allowed);
    for (String host : List.of("localhost", "127.0.0.1", "[::1]")) {
      more.add(AllowedHost.parse("http://" + host));
    }
    return new BackendHosts(List.copyOf(more));
  }

  /**
   * The base URL that a text is, or null where it is none or leads to a host that is not allowed.
   */
  @Nullable URI allowedBase(String text) {
    URI uri;
    try {
      uri = URI.create(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
    boolean isBase =
        uri.getScheme() != null
            && uri.getHost() != null
            && uri.getRawUserInfo() == null
            && uri.getRawQuery() == null
            && uri.getRawFragment() == null;
    return isBase && allows(uri) ? uri : null;
  }

  private boolean allows(URI uri) {
    for (AllowedHost host : allowed) {
      if (host.matches(uri)) {
        return true;
      }
    }
    return false;
  }
}
