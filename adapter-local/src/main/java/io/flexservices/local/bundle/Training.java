package io.flexservices.local.bundle;

import static java.util.Objects.requireNonNull;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a service is trained: it is run, asked, and stopped, and its JVM then writes down which
 * classes it has loaded.
 *
 * @param events a directory of events, a file of JSON each, beside those that do nothing; null for
 *     none
 * @param environment the service's environment, with {@code PATH}, beside a shared secret
 * @param log takes what happens
 */
record Training(@Nullable Path events, Map<String, String> environment, PrintStream log) {
  /** The archive is written when the JVM ends, which takes some seconds. */
  static final Duration END = Duration.ofMinutes(5);

  static final Duration ANSWER = Duration.ofMinutes(2);

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException where one does not do; the message says which and why
   */
  Training {
    environment = Map.copyOf(environment);
    requireNonNull(log, "log == null");
    if (events != null && !Files.isDirectory(events)) {
      throw new IllegalArgumentException("there is no directory " + events);
    }
  }

  /** The environment with the shared secret that the events have, and more. */
  Map<String, String> environmentWith(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(environment);
    all.put("FLEX_SHARED_SECRET", TrainingEvents.SECRET);
    all.putAll(more);
    return Map.copyOf(all);
  }

  /**
   * Makes sure that there is an archive.
   *
   * @throws IllegalStateException where there is none
   */
  static void requireArchive(Path archive) {
    if (!Files.isRegularFile(archive)) {
      throw new IllegalStateException("Java left no archive; the lines above say why");
    }
  }
}
