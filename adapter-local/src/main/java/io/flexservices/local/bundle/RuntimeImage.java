package io.flexservices.local.bundle;

import java.nio.file.Path;
import java.util.List;

/**
 * A Java runtime with a part of the JDK's modules.
 *
 * @param modules which; none for those that the classes of a jar name
 */
record RuntimeImage(Jdk jdk, List<String> modules) {
  /** Links it. */
  void link(Path jar, Path directory) {
    Command.run(
        List.of(
            jdk.program("jlink").toString(),
            "--add-modules",
            modules.isEmpty() ? named(jar) : String.join(",", modules),
            "--output",
            directory.toString(),
            "--strip-debug",
            "--no-header-files",
            "--no-man-pages",
            "--dedup-legal-notices=error-if-not-same-content",
            // The zip is compressed, and a start has nothing to unpack.
            "--compress=zip-0"));
  }

  private String named(Path jar) {
    return Command.run(
            List.of(
                jdk.program("jdeps").toString(),
                "--print-module-deps",
                "--ignore-missing-deps",
                "--multi-release=base",
                jar.toString()))
        .strip();
  }
}
