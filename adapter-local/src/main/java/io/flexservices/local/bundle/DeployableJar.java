package io.flexservices.local.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;

/** A service's jar, with all that it needs. */
record DeployableJar(Path file) {
  private static final String FUNCTION = "io/flexservices/aws/runtime/Bootstrap.class";
  private static final String SERVER = "io/flexservices/local/FlexLocalServer.class";

  /**
   * Checks that it is there.
   *
   * @throws IllegalArgumentException where it is not
   */
  DeployableJar {
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException("there is no %s; build it first".formatted(file));
    }
  }

  /** Whether it can run as a function of Lambda without Lambda's client. */
  boolean isFunction() throws IOException {
    return has(FUNCTION);
  }

  /** Whether it can run as a server on one's own machine. */
  boolean isServer() throws IOException {
    return has(SERVER);
  }

  private boolean has(String entry) throws IOException {
    try (JarFile jar = new JarFile(file.toFile())) {
      return jar.getEntry(entry) != null;
    }
  }
}
