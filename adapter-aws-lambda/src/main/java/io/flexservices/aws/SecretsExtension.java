package io.flexservices.aws;

import io.flexservices.json.JsonObject;
import io.flexservices.secret.SecretEndpoint;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The AWS Parameters and Secrets Lambda Extension: a process beside the function that answers on a
 * port of this machine, with the permissions of the function's role. It is ready when an invocation
 * begins, and not while the function starts.
 *
 * <p>Source: AWS Secrets Manager's user guide, "Use AWS Secrets Manager secrets in AWS Lambda
 * functions", and AWS Systems Manager's, "Using Parameter Store parameters in AWS Lambda
 * functions". Where SnapStart is on there is no AWS_SESSION_TOKEN (Lambda's developer guide,
 * "Activating and managing Lambda SnapStart"); the token of the container's credentials is what
 * AWS's agent of the same protocol takes then (aws/aws-workload-credentials-provider, {@code
 * ssrf_env_variables}).
 */
final class SecretsExtension {
  static final String PORT = "PARAMETERS_SECRETS_EXTENSION_HTTP_PORT";
  static final String SESSION_TOKEN = "AWS_SESSION_TOKEN";
  static final String CONTAINER_TOKEN = "AWS_CONTAINER_AUTHORIZATION_TOKEN";

  private static final String DEFAULT_PORT = "2773";
  private static final String TOKEN_HEADER = "X-Aws-Parameters-Secrets-Token";

  private final Map<String, String> environment;
  private final int port;

  /**
   * The extension at the port that the environment names.
   *
   * @throws IllegalArgumentException where that is none
   */
  SecretsExtension(Map<String, String> environment) {
    this.environment = environment;
    this.port = port(valueOr(PORT, DEFAULT_PORT));
  }

  /**
   * The answer to a query.
   *
   * @param pathAndQuery encoded
   * @throws IOException where there is none
   */
  JsonObject get(String pathAndQuery) throws IOException {
    URI address = URI.create("http://localhost:" + port + pathAndQuery);
    try {
      return SecretEndpoint.get(address, Map.of(TOKEN_HEADER, token()));
    } catch (IOException e) {
      if (e.getCause() instanceof ConnectException) {
        throw new IOException(
            e.getMessage()
                + ". Has the function the layer of the AWS Parameters and Secrets Lambda"
                + " Extension?",
            e);
      }
      throw e;
    }
  }

  /** A value as it stands in a query. */
  static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private String token() throws IOException {
    String token = valueOr(SESSION_TOKEN, valueOr(CONTAINER_TOKEN, ""));
    if (token.isEmpty()) {
      throw new IOException(
          "Neither "
              + SESSION_TOKEN
              + " nor "
              + CONTAINER_TOKEN
              + " is set, and the extension answers nobody without that token");
    }
    return token;
  }

  private String valueOr(String variable, String otherwise) {
    String value = environment.get(variable);
    return value == null || value.isEmpty() ? otherwise : value;
  }

  private static int port(String text) {
    try {
      int port = Integer.parseInt(text);
      if (port > 0 && port <= 65_535) {
        return port;
      }
    } catch (NumberFormatException e) {
      // Told below, as a number that is no port.
    }
    throw new IllegalArgumentException(PORT + " is no port: " + text);
  }
}
