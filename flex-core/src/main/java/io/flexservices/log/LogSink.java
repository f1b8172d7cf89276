package io.flexservices.log;

/** Where log lines go. Called from any thread, also from several at once. */
@FunctionalInterface
public interface LogSink {
  /**
   * Takes one line: a JSON object without line breaks, and without one at its end. Must not throw.
   */
  void write(String line);

  /** Lines on standard output, where every platform looks for them. */
  static LogSink standardOutput() {
    return line -> System.out.println(line);
  }
}
