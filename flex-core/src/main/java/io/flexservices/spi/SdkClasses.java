package io.flexservices.spi;

import java.util.function.Supplier;

/** Makes objects of AWS's SDK, the first of a process above all. */
public final class SdkClasses {
  private static final String SLF4J_VERBOSITY = "slf4j.internal.verbosity";

  private SdkClasses() {}

  /**
   * Makes one. Its classes name a logger, and without one behind it SLF4J would say so on standard
   * error, among lines of JSON.
   *
   * @throws LinkageError where the class is missing, as for any other
   */
  public static <T> T quietly(Supplier<T> make) {
    String given = System.setProperty(SLF4J_VERBOSITY, "ERROR");
    if (given != null) {
      System.setProperty(SLF4J_VERBOSITY, given);
      return make.get();
    }
    try {
      return make.get();
    } finally {
      System.clearProperty(SLF4J_VERBOSITY);
    }
  }
}
