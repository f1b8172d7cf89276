package io.flexservices.aws;

import io.flexservices.json.JsonObject;
import io.flexservices.secret.SecretSource;
import io.flexservices.secret.SecretStatusException;
import io.flexservices.secret.SharedSecrets;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A secret in AWS Secrets Manager. The version with the stage AWSPREVIOUS, which Secrets Manager
 * leaves there when the secret is replaced, is accepted too, unless the current one is JSON that
 * says what the previous one is.
 *
 * <p>Source: "Use AWS Secrets Manager secrets in AWS Lambda functions", the query parameters
 * secretId and versionStage; the answer is that of GetSecretValue.
 */
final class SecretsManager implements SecretSource {
  private final SecretsExtension extension;
  private final String path;

  SecretsManager(SecretsExtension extension, String name) {
    this.extension = extension;
    this.path = "/secretsmanager/get?secretId=" + SecretsExtension.encoded(name);
  }

  @Override
  public SharedSecrets fetch() throws IOException {
    SharedSecrets secrets = secrets(extension.get(path));
    return secrets.previous() != null ? secrets : new SharedSecrets(secrets.current(), previous());
  }

  /** A secret that was never replaced has no such version, which the extension answers with 4xx. */
  private @Nullable String previous() throws IOException {
    try {
      return secrets(extension.get(path + "&versionStage=AWSPREVIOUS")).current();
    } catch (SecretStatusException e) {
      if (e.status() < 400 || e.status() > 499) {
        throw e;
      }
      return null;
    }
  }

  private static SharedSecrets secrets(JsonObject answer) throws IOException {
    if (answer.value("SecretString") instanceof String text) {
      return SharedSecrets.parse(text);
    }
    throw new IOException("The secret has no SecretString; a binary one is of no use here");
  }
}
