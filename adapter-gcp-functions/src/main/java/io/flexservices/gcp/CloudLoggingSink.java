package io.flexservices.gcp;

import static java.util.Objects.requireNonNull;

import io.flexservices.log.Level;
import io.flexservices.log.LogSink;

/**
 * Adds {@code severity} to each line, where Cloud Logging looks for how grave it is; it knows
 * {@code message} and {@code time} by the names they have already. Source: Cloud Logging's page on
 * structured logging (special JSON fields), and {@code LogSeverity} of its API.
 */
final class CloudLoggingSink implements LogSink {
  private final LogSink sink;

  CloudLoggingSink(LogSink sink) {
    this.sink = requireNonNull(sink, "sink == null");
  }

  @Override
  public void write(String line) {
    sink.write(line);
  }

  /** The line is a JSON object with members, so that a member more fits behind its brace. */
  @Override
  public void write(Level level, String line) {
    sink.write(level, "{\"severity\":\"" + severity(level) + "\"," + line.substring(1));
  }

  private static String severity(Level level) {
    return switch (level) {
      case INFO -> "INFO";
      case WARNING -> "WARNING";
      case ERROR -> "ERROR";
      case FATAL -> "CRITICAL";
    };
  }
}
