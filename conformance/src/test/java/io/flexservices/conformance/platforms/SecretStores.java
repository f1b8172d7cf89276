package io.flexservices.conformance.platforms;

import io.flexservices.FlexSetting;
import io.flexservices.conformance.platform.TargetOptions;
import io.flexservices.conformance.secret.ExtensionStub;
import io.flexservices.conformance.secret.GoogleStub;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Stores that hold the secret of a setup, as long as this process lives. */
final class SecretStores {
  private static final String BOTH =
      "{\"current\": \""
          + SecretCases.CURRENT
          + "\", \"previous\": \""
          + SecretCases.PREVIOUS
          + "\"}\n";

  private SecretStores() {}

  static TargetOptions file(TargetOptions options) {
    try {
      Path file = Files.createTempFile("flex", ".secret");
      file.toFile().deleteOnExit();
      Files.writeString(file, BOTH);
      return options.with(FlexSetting.SHARED_SECRET_SOURCE, "file:" + file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static TargetOptions secretsManager(TargetOptions options) {
    return with(options, "aws-secretsmanager:flex/secret", Aws.REPLACED.environment());
  }

  static TargetOptions parameterStore(TargetOptions options) {
    return with(options, "aws-ssm:/flex/secret", Aws.BOTH.environment());
  }

  static TargetOptions google(TargetOptions options) {
    return with(options, "gcp-secretmanager:projects/flex/secrets/key", Google.BOTH.environment());
  }

  private static TargetOptions with(
      TargetOptions options, String source, Map<String, String> environment) {
    TargetOptions all = options.with(FlexSetting.SHARED_SECRET_SOURCE, source);
    for (Map.Entry<String, String> variable : environment.entrySet()) {
      all = all.withVariable(variable.getKey(), variable.getValue());
    }
    return all;
  }

  private static final class Aws {
    static final ExtensionStub REPLACED = replaced();
    static final ExtensionStub BOTH = ExtensionStub.holding(SecretStores.BOTH);

    private static ExtensionStub replaced() {
      ExtensionStub stub = ExtensionStub.holding(SecretCases.PREVIOUS);
      stub.put(SecretCases.CURRENT);
      return stub;
    }
  }

  private static final class Google {
    static final GoogleStub BOTH = GoogleStub.holding(SecretStores.BOTH);
  }
}
