package io.flexservices.aws;

import static java.util.Objects.requireNonNull;

import io.flexservices.runtime.FlexRuntime;
import io.flexservices.secret.SecretSchemes;
import io.flexservices.secret.SecretSource;
import java.util.List;
import java.util.Map;

/**
 * The sources of the shared secret on AWS: {@code aws-secretsmanager:NAME} (a name or an ARN) and
 * {@code aws-ssm:/path/name}. Both go through the AWS Parameters and Secrets Lambda Extension,
 * which the function needs as a layer. {@link FlexLambdaHandler} and {@link FlexTypedEvents} know
 * them already; this class is for those who build a {@code FlexRuntime} themselves.
 */
public final class AwsSecretSchemes implements SecretSchemes {
  private static final String SECRETS_MANAGER = "aws-secretsmanager";
  private static final String PARAMETER_STORE = "aws-ssm";

  private final Map<String, String> environment;

  /** The schemes in this process's environment. */
  public AwsSecretSchemes() {
    this(System.getenv());
  }

  /**
   * The schemes in an environment.
   *
   * @param environment the values of environment variables by their names
   */
  public AwsSecretSchemes(Map<String, String> environment) {
    this.environment = requireNonNull(environment, "environment == null");
  }

  /** Makes them known; to do so elsewhere would load the interface where they are not needed. */
  static void addTo(FlexRuntime.Builder runtime) {
    runtime.secretSchemes(new AwsSecretSchemes());
  }

  @Override
  public List<String> names() {
    return List.of(SECRETS_MANAGER, PARAMETER_STORE);
  }

  @Override
  public SecretSource open(String scheme, String name) {
    SecretsExtension extension = new SecretsExtension(environment);
    return switch (scheme) {
      case SECRETS_MANAGER -> new SecretsManager(extension, name);
      case PARAMETER_STORE -> new ParameterStore(extension, name);
      default -> throw new IllegalArgumentException("There is no scheme " + scheme + " here");
    };
  }
}
