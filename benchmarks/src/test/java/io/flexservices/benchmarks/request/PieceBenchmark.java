package io.flexservices.benchmarks.request;

import io.flexservices.json.Json;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What most of a request is: JSON, here that of an echo's event. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class PieceBenchmark {
  private byte[] text;
  private Object value;

  /** For JMH. */
  public PieceBenchmark() {}

  /** Makes the event. */
  @Setup(Level.Trial)
  public void start() {
    text = Event.echo();
    value = Objects.requireNonNull(Json.parse(text));
  }

  /** Octets to plain values. */
  @Benchmark
  public @Nullable Object read() {
    return Json.parse(text);
  }

  /** The same by jackson-core's stream. */
  @Benchmark
  public @Nullable Object readByJackson() throws IOException {
    return StreamedJson.read(text);
  }

  /** Plain values to octets. */
  @Benchmark
  public byte[] print() {
    return Json.bytes(value);
  }

  /** The same by jackson-core's stream. */
  @Benchmark
  public byte[] printByJackson() throws IOException {
    return StreamedJson.write(value);
  }
}
