package io.flexservices.conformance.platform;

import java.nio.file.Files;
import java.nio.file.Path;

/** What the build left, under the conformance module's directory. */
public final class Build {
  private static final String HOME = "conformance.home";

  private Build() {}

  /** The deployable jar for Lambda. */
  public static Path awsJar() {
    return file("target/fixture-aws.jar");
  }

  /** The deployable jar for Google Cloud Functions. */
  static Path gcpJar() {
    return file("target/gcp/function.jar");
  }

  private static Path file(String name) {
    Path file = Path.of(System.getProperty(HOME, "."), name).toAbsolutePath().normalize();
    if (!Files.isRegularFile(file)) {
      throw new IllegalStateException(
          "The build did not leave %s; run: mvn -q -DskipTests package".formatted(file));
    }
    return file;
  }
}
