package io.flexservices.modules;

import org.jspecify.annotations.Nullable;

/**
 * The version of the client app that made the request ({@code X-Kinvey-Client-App-Version}). Kinvey
 * recommends the form {@code major.minor.patch}; a part that is missing, or holds anything but
 * digits, is not a number: compared with any number it is false. A value.
 */
public final class ClientAppVersion {
  private final @Nullable String version;

  /** The version that a client sent; null or empty for none. */
  public ClientAppVersion(@Nullable String version) {
    this.version = version == null || version.isEmpty() ? null : version;
  }

  /** The version as it was sent; null where none was. */
  public @Nullable String stringValue() {
    return version;
  }

  /** What stands before the first point. */
  public double majorVersion() {
    return part(0);
  }

  /** What stands between the first and the second point. */
  public double minorVersion() {
    return part(1);
  }

  /** What stands between the second and the third point. */
  public double patchVersion() {
    return part(2);
  }

  private double part(int index) {
    String[] parts = version == null ? new String[0] : version.split("\\.", -1);
    return index < parts.length && isDigits(parts[index])
        ? Double.parseDouble(parts[index])
        : Double.NaN;
  }

  private static boolean isDigits(String part) {
    return !part.isEmpty() && part.chars().allMatch(digit -> digit >= '0' && digit <= '9');
  }
}
