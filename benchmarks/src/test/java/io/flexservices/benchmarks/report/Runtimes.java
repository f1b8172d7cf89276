package io.flexservices.benchmarks.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** What runs the measured programs, each with its version. */
public final class Runtimes {
  private Runtimes() {}

  /** The JDK of this process. */
  public static String jdk() {
    return "JDK " + System.getProperty("java.runtime.version");
  }

  /** Another JDK, by its file {@code release}. */
  public static String jdk(Path home) throws IOException {
    return "JDK " + released(home, "JAVA_RUNTIME_VERSION");
  }

  /** Its version without the build: {@code 17.0.15}. */
  public static Runtime.Version version(Path home) throws IOException {
    return Runtime.Version.parse(released(home, "JAVA_VERSION"));
  }

  private static String released(Path home, String name) throws IOException {
    Properties release = new Properties();
    try (InputStream in = Files.newInputStream(home.resolve("release"))) {
      release.load(in);
    }
    return release.getProperty(name).replace("\"", "");
  }

  /** Node.js, as it answers. */
  public static String node() throws IOException {
    Process node = new ProcessBuilder("node", "--version").start();
    return "Node " + new String(node.getInputStream().readAllBytes(), UTF_8).strip();
  }
}
