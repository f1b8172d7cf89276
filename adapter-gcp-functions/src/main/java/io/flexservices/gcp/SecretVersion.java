package io.flexservices.gcp;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name of a secret's version.
 *
 * @param location the region of a regional secret; null for a global one
 * @param resource the whole name, as a path without a slash at its begin
 */
record SecretVersion(@Nullable String location, String resource) {
  /** Nothing in these parts needs to be encoded, or could lead to another path or host. */
  private static final Pattern FORM =
      Pattern.compile(
          "(projects/[a-z0-9:.-]+(?:/locations/([a-z0-9-]+))?/secrets/[A-Za-z0-9_-]+)"
              + "(/versions/[A-Za-z0-9_-]+)?");

  /**
   * Reads a name.
   *
   * @throws IllegalArgumentException where it has another form
   */
  static SecretVersion of(String name) {
    Matcher parts = FORM.matcher(name);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "The source gcp-secretmanager: must name projects/P/secrets/S/versions/V, where /versions/V"
              + " may be left out for the latest, and /locations/L may follow the project");
    }
    String version = parts.group(3) == null ? "/versions/latest" : parts.group(3);
    return new SecretVersion(parts.group(2), parts.group(1) + version);
  }

  /** Where it is read: the method projects.secrets.versions.access of Secret Manager's v1. */
  URI address(String host) {
    return URI.create(host + "/v1/" + resource + ":access");
  }
}
