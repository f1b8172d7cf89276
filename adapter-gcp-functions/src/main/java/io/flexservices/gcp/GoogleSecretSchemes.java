package io.flexservices.gcp;

import static java.util.Objects.requireNonNull;

import io.flexservices.secret.SecretSchemes;
import io.flexservices.secret.SecretSource;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The source of the shared secret on Google Cloud: {@code
 * gcp-secretmanager:projects/P/secrets/S/versions/V}; without {@code /versions/V} the latest is
 * meant, and after the project there may be {@code /locations/L} for a regional secret. The
 * function's service account needs the role Secret Manager Secret Accessor. {@link
 * FlexHttpFunction} knows it already; this class is for those who build a {@code FlexRuntime}
 * themselves.
 */
public final class GoogleSecretSchemes implements SecretSchemes {
  private static final String SECRET_MANAGER = "gcp-secretmanager";

  private final Function<String, @Nullable String> environment;

  /** The scheme in this process's environment. */
  public GoogleSecretSchemes() {
    this(System::getenv);
  }

  /**
   * The scheme in an environment.
   *
   * @param environment the values of environment variables by their names
   */
  public GoogleSecretSchemes(Function<String, @Nullable String> environment) {
    this.environment = requireNonNull(environment, "environment == null");
  }

  @Override
  public List<String> names() {
    return List.of(SECRET_MANAGER);
  }

  @Override
  public SecretSource open(String scheme, String name) {
    SecretVersion version = SecretVersion.of(name);
    return new SecretManager(
        version.address(SecretManagerHost.of(environment, version.location())),
        new MetadataServer(environment));
  }
}
