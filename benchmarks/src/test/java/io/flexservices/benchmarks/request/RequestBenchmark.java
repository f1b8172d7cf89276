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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** One request, from the bytes of its event to those of its answer, by one contestant. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class RequestBenchmark {
  @Param({"get", "echo"})
  private String request;

  @Param({"adapter", "written", "handed off"})
  private String contestant;

  /** How many the adapter's service has. */
  @Param("10")
  private int handlers;

  private Contestant answering;
  private byte[] event;

  /** For JMH. */
  public RequestBenchmark() {}

  /** Starts the service. */
  @Setup(Level.Trial)
  public void start() throws IOException {
    event = request.equals("get") ? Event.get() : Event.echo();
    answering =
        switch (contestant) {
          case "adapter" -> new Adapter(handlers);
          case "written" -> new HandWritten(Event.SECRET);
          default -> new HandedOff(new HandWritten(Event.SECRET));
        };
    Answers.requireAlike(answering.answer(event), new HandWritten(Event.SECRET).answer(event));
  }

  /** Ends it. */
  @TearDown(Level.Trial)
  public void stop() {
    answering.close();
  }

  /** The request. */
  @Benchmark
  public byte[] answer() throws IOException {
    return answering.answer(event);
  }
}
