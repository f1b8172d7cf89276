package io.flexservices.log;

/** Where log lines go. Called from any thread, also from several at once. */
@FunctionalInterface
public interface LogSink {
  /**
   * Takes one line: a JSON object without line breaks, and without one at its end. Must not throw.
   */
  void write(String line);

  /**
   * Takes one line with its level, for platforms that want it in words of their own beside those in
   * the line. What {@link JsonLogger} calls.
   */
  default void write(Level level, String line) {
    write(line);
  }

  /**
   * Lines on standard output, where every platform looks for them; in UTF-8, whatever the locale of
   * the container says, and each by one write.
   */
  static LogSink standardOutput() {
    return new StandardOutput();
  }
}
