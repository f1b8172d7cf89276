package io.flexservices.benchmarks.joins;

import io.flexservices.hooks.HookContext;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
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

/** One hook over posts; making the posts is not measured. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(time = 1)
@Measurement(time = 1)
public class JoinBenchmark {
  @Param({"fastJoin", "populate"})
  private String hook;

  @Param({"1000", "10000"})
  private int posts;

  private JoinCase joinCase;
  private HookContext context;

  /** For JMH. */
  public JoinBenchmark() {}

  /** Makes the records. */
  @Setup(Level.Trial)
  public void records() {
    joinCase = JoinCase.of(hook, JoinData.of(posts));
  }

  /** Makes the posts of a call. */
  @Setup(Level.Invocation)
  public void posts() {
    context = joinCase.context();
  }

  /** The hook: fastJoin with batch loaders, or populate. */
  @Benchmark
  public @Nullable Object join() throws Exception {
    return joinCase.run(context);
  }
}
