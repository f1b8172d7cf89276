package io.flexservices.internal.kinvey;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.Locale;

/**
 * One entry of the list of hosts.
 *
 * @param scheme http or https
 * @param host the host in lower case; with a dot before it for everything beneath it
 * @param port -1 for any
 */
record AllowedHost(String scheme, String host, int port) {
  private static final String DIGITS = "0123456789";
  private static final String NAME = DIGITS + "abcdefghijklmnopqrstuvwxyz.-";
  private static final String ADDRESS = DIGITS + "abcdef:.";

  /**
   * Reads {@code [scheme://]host[:port]}. By hand, since an expression would be compiled whenever a
   * process starts.
   *
   * @throws IllegalArgumentException where it is something else
   */
  static AllowedHost parse(String text) {
    String entry = requireNonNull(text, "host == null").toLowerCase(Locale.ROOT);
    String scheme = entry.startsWith("http://") ? "http" : "https";
    int start = entry.startsWith(scheme + "://") ? scheme.length() + "://".length() : 0;
    // An address in brackets has colons of its own.
    int colon = entry.indexOf(':', Math.max(start, entry.lastIndexOf(']')));
    String host = entry.substring(start, colon < 0 ? entry.length() : colon);
    String port = colon < 0 ? null : entry.substring(colon + 1);
    if (!isHost(host) || (port != null && !isPort(port))) {
      throw new IllegalArgumentException(
          "not a host as in \"backend.example.com\", \"*.example.com:8443\" or"
              + " \"http://localhost\": "
              + text);
    }
    return new AllowedHost(
        scheme,
        host.startsWith("*") ? host.substring(1) : host,
        port == null ? -1 : Integer.parseInt(port));
  }

  private static boolean isHost(String host) {
    if (host.startsWith("[") && host.endsWith("]")) {
      return consistsOf(host.substring(1, host.length() - 1), ADDRESS);
    }
    String name = host.startsWith("*.") ? host.substring(2) : host;
    return consistsOf(name, NAME)
        && Character.isLetterOrDigit(name.charAt(0))
        && Character.isLetterOrDigit(name.charAt(name.length() - 1));
  }

  private static boolean isPort(String port) {
    return port.length() <= 5 && consistsOf(port, DIGITS);
  }

  /** Whether there are characters, and no others than these. */
  private static boolean consistsOf(String text, String characters) {
    for (int i = 0; i < text.length(); i++) {
      if (characters.indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  boolean matches(URI uri) {
    return scheme.equalsIgnoreCase(uri.getScheme())
        && matchesHost(uri.getHost().toLowerCase(Locale.ROOT))
        && (port == -1 || port == portOf(uri));
  }

  private boolean matchesHost(String other) {
    return host.startsWith(".")
        ? other.endsWith(host) && other.length() > host.length()
        : other.equals(host);
  }

  private int portOf(URI uri) {
    if (uri.getPort() != -1) {
      return uri.getPort();
    }
    return scheme.equals("https") ? 443 : 80;
  }
}
