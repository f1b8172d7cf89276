package io.flexservices.benchmarks.function;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An archive of classes, made by a process that is sent requests and told to end. */
enum ClassArchive {
  /** Loaded and verified classes, over the JDK's own archive (JEP 350). */
  CLASS_DATA("-XX:ArchiveClassesAtExit=", "-XX:SharedArchiveFile=", "-Xshare:on"),

  /** Loaded and linked classes (JEP 483), with profiles of methods (JEP 515). */
  AHEAD_OF_TIME("-XX:AOTCacheOutput=", "-XX:AOTCache=", "-XX:AOTMode=on");

  private static final int TIMES = 10;

  private final String output;
  private final String input;
  private final String must;

  ClassArchive(String output, String input, String must) {
    this.output = output;
    this.input = input;
    this.must = must;
  }

  /** Leaves the archive of a function of Java. */
  void train(Contestant plain, Path file, Path log) throws IOException, InterruptedException {
    Files.deleteIfExists(file);
    try (FunctionProcess process = FunctionProcess.start(plain.withOptions(output + file), log)) {
      for (int i = 0; i < TIMES; i++) {
        process.check(Events.get());
        process.check(Events.echo());
      }
      process.terminate();
    }
    if (!Files.exists(file)) {
      throw new IllegalStateException("No archive " + file + "; see " + log);
    }
  }

  /** The options of a JVM that uses the archive, and does not start without. */
  String[] use(Path file) {
    return new String[] {input + file, must};
  }
}
