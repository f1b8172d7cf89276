package io.flexservices.local.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The file that Lambda starts: it becomes the function's Java. Both compilers are on, unlike in the
 * managed runtime: calls take less time when they are warm, and the start somewhat more. {@code
 * docs/performance.md} has the figures, and how to choose otherwise.
 *
 * <p>The heap has three quarters of the function's memory. The JVM's own default is a quarter of
 * the machine's.
 *
 * <p>The handler is what {@code _HANDLER} names. In a container image Lambda leaves it to the
 * image's entry point to set that: there it is the first argument.
 *
 * @param java the JVM's program, as seen from the function's directory
 */
record BootstrapScript(String java, ClassArchive archive) {
  /** The service's jar, in the function's directory. */
  static final String JAR = "function.jar";

  /** The archive, in the function's directory. */
  String archiveFile() {
    return archive.file("function");
  }

  /** Writes one that makes the archive; what it runs with is otherwise the same. */
  void writeMaking(Path directory) throws IOException {
    write(directory, archive.making(archiveFile()));
  }

  /** Writes one that takes the archive. */
  void writeTaking(Path directory) throws IOException {
    write(directory, archive.taking(archiveFile()));
  }

  private void write(Path directory, String option) throws IOException {
    Path file = directory.resolve("bootstrap");
    Files.writeString(file, text(option));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private String text(String option) {
    return """
        #!/bin/sh
        # Starts the function; JAVA_TOOL_OPTIONS may have more options for its Java.
        cd "$LAMBDA_TASK_ROOT" || exit 1
        export _HANDLER="${1:-$_HANDLER}"
        exec '%s' %s -XX:+UseSerialGC -XX:-UsePerfData \\
          -Xmx"$((${AWS_LAMBDA_FUNCTION_MEMORY_SIZE:-512} * 3 / 4))m" \\
          -cp %s io.flexservices.aws.runtime.Bootstrap
        """
        .formatted(java, option, JAR);
  }
}
