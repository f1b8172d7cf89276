package io.flexservices.log;

import static java.util.Objects.requireNonNull;

import io.flexservices.json.Throwables;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The logger of a service, and by {@link #with} that of a request. A value: {@code with} makes a
 * new one over the same sink.
 */
public final class JsonLogger implements Logger {
  /** What comes from a header, an id for one, may be as long as that. */
  private static final int FIELD_LENGTH = 1_000;

  private final LogSink sink;
  private final Clock clock;

  /** What has one member less; null where there is none. Most requests write no line at all. */
  private final @Nullable JsonLogger shorter;

  private final String name;
  private final String value;

  /** A logger that writes to a sink, with the time of a clock. */
  public JsonLogger(LogSink sink, Clock clock) {
    this(
        requireNonNull(sink, "sink == null"), requireNonNull(clock, "clock == null"), null, "", "");
  }

  private JsonLogger(
      LogSink sink, Clock clock, @Nullable JsonLogger shorter, String name, String value) {
    this.sink = sink;
    this.clock = clock;
    this.shorter = shorter;
    this.name = name;
    this.value = value;
  }

  /** A logger whose lines also have this member; left out where the value is empty. */
  public JsonLogger with(String name, String value) {
    if (value.isEmpty()) {
      return this;
    }
    String field = value.length() > FIELD_LENGTH ? value.substring(0, FIELD_LENGTH) : value;
    return new JsonLogger(sink, clock, this, name, field);
  }

  @Override
  public void info(@Nullable Object message) {
    log(Level.INFO, message);
  }

  @Override
  public void warn(@Nullable Object message) {
    log(Level.WARNING, message);
  }

  @Override
  public void error(@Nullable Object message) {
    log(Level.ERROR, message);
  }

  @Override
  public void fatal(@Nullable Object message) {
    log(Level.FATAL, message);
  }

  /** An error of the service's own, with what was thrown beside the sentence. */
  public void error(String message, Throwable thrown) {
    write(Level.ERROR, message + ": " + Throwables.summary(thrown), Throwables.stack(thrown));
  }

  /** An error of the service's own, with where a thread was when it came about. */
  public void error(String message, StackTraceElement[] stack) {
    write(Level.ERROR, message, stack.length == 0 ? null : Throwables.stack(stack));
  }

  private void log(Level level, @Nullable Object message) {
    if (message instanceof Throwable thrown) {
      write(level, Throwables.summary(thrown), Throwables.stack(thrown));
    } else if (message != null) {
      write(level, message, null);
    }
  }

  private void write(Level level, Object message, @Nullable String stack) {
    Map<String, @Nullable Object> line = new LinkedHashMap<>();
    line.put("message", message);
    line.put("level", level.label());
    line.put("time", clock.instant().toString());
    putFields(line);
    if (stack != null) {
      line.put("stack", stack);
    }
    sink.write(level, LogLine.of(line));
  }

  private void putFields(Map<String, @Nullable Object> line) {
    if (shorter != null) {
      shorter.putFields(line);
      line.put(name, value);
    }
  }
}
