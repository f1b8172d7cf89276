package io.flexservices.benchmarks.request;

import io.flexservices.benchmarks.report.Statistics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Cases that take turns for some rounds, each time in a process of its own: what else the machine
 * does is then in all of them alike. Of each case the medians of its rounds count.
 */
final class Measure {
  /** Lambda's managed runtime has one compiler and one collector's thread. */
  static final List<String> AS_ON_LAMBDA = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  static final List<String> BOTH_COMPILERS = List.of();

  /**
   * The same on every machine, and there from the start. Else a fork's collector has a quarter of
   * the machine's memory, and its first seconds are spent on growing, in pages that are touched for
   * the first time.
   */
  private static final List<String> HEAP = List.of("-Xms2g", "-Xmx2g", "-XX:+AlwaysPreTouch");

  private final int rounds;
  private final int warmUp;
  private final int seconds;

  /**
   * A measurement.
   *
   * @param warmUp how many seconds each case runs in each round before anything counts
   * @param seconds for how many it counts then
   */
  Measure(int rounds, int warmUp, int seconds) {
    this.rounds = rounds;
    this.warmUp = warmUp;
    this.seconds = seconds;
  }

  /** What one benchmark is run with. */
  record Case(String benchmark, List<String> jvm, Map<String, String> parameters) {
    Case(Class<?> benchmark, List<String> jvm, Map<String, String> parameters) {
      this(benchmark.getName() + ".answer$", jvm, parameters);
    }
  }

  /** Times in microseconds, and bytes. */
  record Cost(double median, double average, double allocated) {}

  /** The costs of the cases, in their order. */
  List<Cost> of(List<Case> cases) throws RunnerException {
    Map<Case, List<Cost>> costs = new LinkedHashMap<>();
    for (int round = 0; round < rounds; round++) {
      for (Case one : cases) {
        costs.computeIfAbsent(one, first -> new ArrayList<>()).add(once(one));
      }
    }
    return costs.values().stream().map(Measure::medians).toList();
  }

  private Cost once(Case one) throws RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include(one.benchmark())
            .jvmArgsPrepend(Stream.concat(HEAP.stream(), one.jvm().stream()).toArray(String[]::new))
            .forks(1)
            .warmupIterations(warmUp)
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(seconds)
            .measurementTime(TimeValue.seconds(1))
            .addProfiler(GCProfiler.class)
            .verbosity(VerboseMode.SILENT);
    one.parameters().forEach(options::param);
    RunResult result = new Runner(options.build()).runSingle();
    return new Cost(
        result.getPrimaryResult().getStatistics().getPercentile(50),
        result.getPrimaryResult().getStatistics().getMean(),
        result.getSecondaryResults().get("gc.alloc.rate.norm").getScore());
  }

  private static Cost medians(List<Cost> costs) {
    return new Cost(
        Statistics.median(costs.stream().map(Cost::median).toList()),
        Statistics.median(costs.stream().map(Cost::average).toList()),
        Statistics.median(costs.stream().map(Cost::allocated).toList()));
  }
}
