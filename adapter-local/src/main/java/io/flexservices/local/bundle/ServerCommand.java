package io.flexservices.local.bundle;

import java.nio.file.Path;
import java.util.List;

/**
 * How a server is started with an archive of its classes. All paths are absolute: a JVM takes an
 * archive for the jar that it was made of by the jar's name, and the name may be relative to
 * another directory.
 */
record ServerCommand(Jdk jdk, Path jar, Path archive) {
  /** The command that makes the archive. */
  List<String> making() {
    return List.of(
        jdk.program("java").toString(),
        ClassArchive.of(jdk).making(archive.toString()),
        "-jar",
        jar.toString());
  }

  /**
   * The arguments that take the archive, for {@code java @FILE}: with any Java, which starts
   * without the archive where it was made by another. What the JVM has to say of that goes where
   * errors go, and not among the lines of the service's log.
   */
  String argumentFile() {
    return """
        # Starts the service with the archive of its classes, which Java %d in
        # %s made: java @java.args
        -XX:+IgnoreUnrecognizedVMOptions
        %s
        -Xlog:all=off:stdout
        -Xlog:all=warning:stderr
        -jar
        %s
        """
        .formatted(
            jdk.release(),
            jdk.home(),
            quoted(ClassArchive.of(jdk).taking(archive.toString())),
            quoted(jar.toString()));
  }

  /** Source: the JDK's tool specifications, "java Command-Line Argument Files". */
  private static String quoted(String argument) {
    return '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
