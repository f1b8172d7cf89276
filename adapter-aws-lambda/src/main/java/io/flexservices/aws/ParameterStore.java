package io.flexservices.aws;

import io.flexservices.json.JsonObject;
import io.flexservices.secret.SecretSource;
import io.flexservices.secret.SharedSecrets;
import java.io.IOException;

/**
 * A parameter in the Parameter Store of AWS Systems Manager, usually a SecureString.
 *
 * <p>Source: "Using Parameter Store parameters in AWS Lambda functions", the query parameters name
 * and withDecryption; the answer is that of GetParameter.
 */
final class ParameterStore implements SecretSource {
  private final SecretsExtension extension;
  private final String path;

  ParameterStore(SecretsExtension extension, String name) {
    this.extension = extension;
    this.path =
        "/systemsmanager/parameters/get?name="
            + SecretsExtension.encoded(name)
            + "&withDecryption=true";
  }

  @Override
  public SharedSecrets fetch() throws IOException {
    if (extension.get(path).value("Parameter") instanceof JsonObject parameter
        && parameter.value("Value") instanceof String text) {
      return SharedSecrets.parse(text);
    }
    throw new IOException("The answer of the Parameter Store has no Parameter.Value");
  }
}
