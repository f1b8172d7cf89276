package io.flexservices.internal.kinvey;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One entry of the list of hosts.
 *
 * @param scheme http or https
 * @param host the host in lower case; with a dot before it for everything beneath it
 * @param port -1 for any
 */
record AllowedHost(String scheme, String host, int port) {
  static AllowedHost parse(String text) {
    requireNonNull(text, "host == null");
    Matcher form = Form.PATTERN.matcher(text.toLowerCase(Locale.ROOT));
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "not a host as in \"backend.example.com\", \"*.example.com:8443\" or"
              + " \"http://localhost\": "
              + text);
    }
    String host = form.group(2);
    return new AllowedHost(
        form.group(1) == null ? "https" : form.group(1),
        host.startsWith("*") ? host.substring(1) : host,
        form.group(3) == null ? -1 : Integer.parseInt(form.group(3)));
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

  /** Compiled when the first entry is parsed: most services list none. */
  private static final class Form {
    static final Pattern PATTERN =
        Pattern.compile(
            "(?:(https?)://)?((?:\\*\\.)?[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\\[[0-9a-f:.]+])(?::(\\d{1,5}))?");
  }

  private int portOf(URI uri) {
    if (uri.getPort() != -1) {
      return uri.getPort();
    }
    return scheme.equals("https") ? 443 : 80;
  }
}
