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
 * A JDK, or a part of one that runs programs.
 *
 * @param home its directory
 * @param release for example 25
 */
record Jdk(Path home, int release) {
  /**
   * Of those that bundles are made with: the cache is recorded in one step from then on (JEP 514),
   * and a runtime can be linked without the JDK's {@code jmods} (JEP 493, where the JDK was built
   * so).
   */
  private static final int FIRST = ClassArchive.FIRST_AHEAD_OF_TIME;

  /** The first that the project's classes run on. */
  private static final int LEAST = 17;

  /**
   * The one that runs this; or the one that is given, which has a file {@code release} that tells
   * its version.
   *
   * @throws IllegalArgumentException where that is none, or older than 17
   */
  static Jdk ownUnless(@Nullable Path given) {
    if (given == null) {
      return new Jdk(Path.of(System.getProperty("java.home")), Runtime.version().feature());
    }
    int release = release(given);
    if (release < LEAST || !Files.isExecutable(given.resolve("bin/java"))) {
      throw new IllegalArgumentException(
          "There is no Java " + LEAST + " or later in " + given + ": " + described(given, "java"));
    }
    return new Jdk(given.toAbsolutePath().normalize(), release);
  }

  /**
   * The JDK for bundles that is given; or else the one that runs this, or one of those that are
   * installed.
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
            "There is no JDK "
                + FIRST
                + " or later in "
                + given
                + ": "
                + described(given, "jlink"));
      }
      return of(given);
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
        .map(Jdk::of)
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

  private static Jdk of(Path home) {
    return new Jdk(home, release(home));
  }

  private static boolean isRecent(Path home) {
    return release(home) >= FIRST && Files.isExecutable(home.resolve("bin/jlink"));
  }

  /** Zero where there is none. */
  private static int release(Path home) {
    String version = version(home);
    try {
      return version == null ? 0 : Runtime.Version.parse(version).feature();
    } catch (IllegalArgumentException e) {
      return 0;
    }
  }

  private static String described(Path home, String program) {
    String version = version(home);
    return version == null
        ? "it has no file \"release\" with a JAVA_VERSION"
        : "it has the version " + version + ", or lacks bin/" + program;
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
