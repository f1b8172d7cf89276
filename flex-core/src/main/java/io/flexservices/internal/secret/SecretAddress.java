package io.flexservices.internal.secret;

import io.flexservices.FlexSetting;
import io.flexservices.secret.SecretSchemes;
import io.flexservices.secret.SecretSource;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the source that an address names. */
public final class SecretAddress {
  private SecretAddress() {}

  /**
   * The schemes that are known here, as they stand before a name: {@code file:, aws-ssm:}.
   *
   * @param platform what the platform adds; null for nothing
   */
  public static String known(@Nullable SecretSchemes platform) {
    return Stream.concat(Stream.of(SecretFile.SCHEME), schemes(platform).stream())
        .map(scheme -> scheme + ":")
        .collect(Collectors.joining(", "));
  }

  /**
   * The source.
   *
   * @throws IllegalArgumentException where the scheme is not known, or there is no name. The
   *     message does not repeat the address: somebody may have put the secret itself there
   */
  static SecretSource open(String address, @Nullable SecretSchemes platform) {
    int colon = address.indexOf(':');
    String scheme = colon < 0 ? "" : address.substring(0, colon);
    String name = address.substring(colon + 1);
    if (scheme.equals(SecretFile.SCHEME) && !name.isEmpty()) {
      return new SecretFile(name);
    }
    if (platform != null && platform.names().contains(scheme) && !name.isEmpty()) {
      return platform.open(scheme, name);
    }
    throw new IllegalArgumentException(
        "The source of the shared secret (%s, %s) must be a scheme that is known here and a name; the schemes are %s"
            .formatted(
                FlexSetting.SHARED_SECRET_SOURCE.environmentVariable(),
                FlexSetting.SHARED_SECRET_SOURCE.systemProperty(),
                known(platform)));
  }

  private static List<String> schemes(@Nullable SecretSchemes platform) {
    return platform == null ? List.of() : platform.names();
  }
}
