package io.flexservices.local.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The file that Lambda starts: it becomes the bundle's Java. Both compilers are on, unlike in the
 * managed runtime: calls take less time when they are warm, and the start somewhat more. {@code
 * docs/performance.md} has the figures, and how to choose otherwise.
 *
 * <p>The heap has three quarters of the function's memory. The JVM's own default is a quarter of
 * the machine's.
 *
 * @param cache the option that names the cache
 */
record BootstrapScript(String cache) {
  /** The service's jar, in the bundle. */
  static final String JAR = "function.jar";

  /** The cache, in the bundle. */
  static final String CACHE = "function.aot";

  /** One that uses the cache. */
  static BootstrapScript withCache() {
    return new BootstrapScript("-XX:AOTCache=" + CACHE);
  }

  /** One that records it; what it runs with is otherwise the same. */
  static BootstrapScript recording() {
    return new BootstrapScript("-XX:AOTCacheOutput=" + CACHE);
  }

  /** Writes it into a bundle. */
  void write(Path directory) throws IOException {
    Path file = directory.resolve("bootstrap");
    Files.writeString(file, text());
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private String text() {
    return """
        #!/bin/sh
        # Starts the function on the bundle's own Java; JAVA_TOOL_OPTIONS may have more options for it.
        cd "$LAMBDA_TASK_ROOT" || exit 1
        exec runtime/bin/java %s -XX:+UseSerialGC -XX:-UsePerfData \\
          -Xmx"$((${AWS_LAMBDA_FUNCTION_MEMORY_SIZE:-512} * 3 / 4))m" \\
          -cp %s io.flexservices.aws.runtime.Bootstrap
        """
        .formatted(cache, JAR);
  }
}
