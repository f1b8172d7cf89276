package io.flexservices.benchmarks.request;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One insert of a large entity that is given back. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class LargeBodyBenchmark {
  @Param({"4900000"})
  private int bytes;

  @Param({"text", "Base64"})
  private String form;

  @Param({"adapter", "tree"})
  private String contestant;

  private Contestant answering;
  private byte[] event;

  /** For JMH. */
  public LargeBodyBenchmark() {}

  /** Starts the service. */
  @Setup(Level.Trial)
  public void start() throws IOException {
    event = Event.insert(bytes, form.equals("Base64"));
    answering = contestant.equals("adapter") ? new Adapter(10) : new Tree();
    Answers.requireAlike(answering.answer(event), new Tree().answer(event));
  }

  /** The request. */
  @Benchmark
  public byte[] answer() throws IOException {
    return answering.answer(event);
  }
}
