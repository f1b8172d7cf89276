package io.flexservices.local.bundle;

/**
 * What a JVM writes down of the classes that it has loaded, and maps into its memory when it starts
 * again. It is good for that JVM alone, and for the jar that it was made with.
 */
enum ClassArchive {
  /** A dynamic archive of class data (JEP 350), on top of the one that the JDK brings. */
  CLASS_DATA(".jsa", "-XX:ArchiveClassesAtExit=", "-XX:SharedArchiveFile="),
  /** A cache of classes loaded and linked (JEP 483), recorded in one step (JEP 514). */
  AHEAD_OF_TIME(".aot", "-XX:AOTCacheOutput=", "-XX:AOTCache=");

  /** The first release that records a cache in one step. */
  static final int FIRST_AHEAD_OF_TIME = 25;

  private final String suffix;
  private final String output;
  private final String input;

  ClassArchive(String suffix, String output, String input) {
    this.suffix = suffix;
    this.output = output;
    this.input = input;
  }

  /** The one that wins most with a JDK. */
  static ClassArchive of(Jdk jdk) {
    return jdk.release() >= FIRST_AHEAD_OF_TIME ? AHEAD_OF_TIME : CLASS_DATA;
  }

  /** The name of its file. */
  String file(String name) {
    return name + suffix;
  }

  /** The JVM's option that makes one when the JVM ends. */
  String making(String file) {
    return output + file;
  }

  /** The JVM's option that takes one; where that does not fit, the JVM starts without. */
  String taking(String file) {
    return input + file;
  }
}
