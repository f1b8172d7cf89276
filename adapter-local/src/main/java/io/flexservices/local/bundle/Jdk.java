package io.flexservices.local.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A JDK that bundles are made with: 25 or later, since the cache is recorded in one step from then
 * on (JEP 514), and a runtime can be linked without the JDK's {@code jmods} (JEP 493, where the JDK
 * was built so).
 *
 * @param home its directory
 */
record Jdk(Path home) {
  private static final int FIRST = 25;

  /**
   * The JDK that is given; or else the one that runs this, or one of those that are installed.
   *
   * @param given its directory; null for none in particular
   * @param own the directory of the one that runs this
   * @param installed the directory that has a JDK in each of its own
   * @throws IllegalArgumentException where there is none of that release; the message says what to
   *     do
   */
  static Jdk find(@Nullable Path given, Path own, Path installed) throws IOException {
    if (given != null) {
      if (!isRecent(given)) {
        throw new IllegalArgumentException(
            "There is no JDK " + FIRST + " or later in " + given + ": " + described(given));
      }
      return new Jdk(given);
    }
    List<Path> others = List.of();
    if (Files.isDirectory(installed)) {
      try (Stream<Path> directories = Files.list(installed)) {
        others = directories.sorted().toList();
      }
    }
    return Stream.concat(Stream.of(own), others.stream())
        .filter(Jdk::isRecent)
        .findFirst()
        .map(Jdk::new)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "A JDK %d is needed, and neither %s nor a directory in %s is one; say where it is"
                        .formatted(FIRST, own, installed)));
  }

  /** A program of it. */
  Path program(String name) {
    return home.resolve("bin").resolve(name);
  }

  private static boolean isRecent(Path home) {
    String version = version(home);
    try {
      return version != null
          && Runtime.Version.parse(version).feature() >= FIRST
          && Files.isExecutable(home.resolve("bin/jlink"));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static String described(Path home) {
    String version = version(home);
    return version == null
        ? "it has no file \"release\" with a JAVA_VERSION"
        : "it has the version " + version + ", or lacks bin/jlink";
  }

  private static @Nullable String version(Path home) {
    Properties release = new Properties();
    try (InputStream in = Files.newInputStream(home.resolve("release"))) {
      release.load(in);
    } catch (IOException e) {
      return null;
    }
    String quoted = release.getProperty("JAVA_VERSION");
    return quoted == null ? null : quoted.replace("\"", "");
  }
}
