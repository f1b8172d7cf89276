package io.flexservices.conformance.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for standard output, where adapters log: each write is one line, a JSON object without
 * secrets, and says of no failure that is the runtime's own.
 */
final class LogCheck implements AutoCloseable {
  private final PrintStream original = System.out;
  private final AtomicReference<@Nullable AssertionError> wrong = new AtomicReference<>();

  private LogCheck() {}

  static LogCheck start() {
    LogCheck check = new LogCheck();
    System.setOut(new PrintStream(check.new Lines(), true, StandardCharsets.UTF_8));
    return check;
  }

  /** Throws what was wrong with a line since the last time. */
  void verify() {
    AssertionError error = wrong.getAndSet(null);
    if (error != null) {
      throw error;
    }
  }

  @Override
  public void close() {
    System.setOut(original);
  }

  void line(String line) {
    try {
      assertThat(line.lines().count()).isEqualTo(1);
      AnswerRules.isDiscreet(line.replaceAll("\"stack\":\"[^\"]*", ""));
      assertThat(AnswerRules.parsed(line)).isInstanceOf(Map.class);
      assertThat(line).doesNotContain("outside its handler");
    } catch (AssertionError | RuntimeException e) {
      wrong.compareAndSet(null, new AssertionError("the log line " + line, e));
    }
  }

  private final class Lines extends OutputStream {
    @Override
    public void write(int octet) {
      write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] octets, int offset, int length) {
      line(new String(octets, offset, length, StandardCharsets.UTF_8));
    }
  }
}
