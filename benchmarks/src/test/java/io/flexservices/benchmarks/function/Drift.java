package io.flexservices.benchmarks.function;

import static io.flexservices.benchmarks.report.Figures.whole;

import io.flexservices.benchmarks.report.MarkdownTable;
import io.flexservices.benchmarks.report.Statistics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Whether a function gets slower with age: a process that has answered many events, and one that
 * has answered few, called in turn.
 *
 * @param invocations that the old process has answered
 * @param young median microseconds of a GET after {@value #YOUNG} invocations
 * @param old the same after many
 */
record Drift(int invocations, double young, double old) {
  static final int YOUNG = 2_000;

  private static final int BATCHES = 10;
  private static final int BATCH = 100;

  static Drift of(Contestant contestant, int invocations, Path log) throws Exception {
    List<Double> young = new ArrayList<>();
    List<Double> old = new ArrayList<>();
    try (FunctionProcess aged = FunctionProcess.start(contestant, log);
        FunctionProcess fresh = FunctionProcess.start(contestant, log)) {
      WarmCalls.times(aged, Events.get(), invocations);
      WarmCalls.times(fresh, Events.get(), YOUNG);
      for (int batch = 0; batch < BATCHES; batch++) {
        young.addAll(WarmCalls.times(fresh, Events.get(), BATCH));
        old.addAll(WarmCalls.times(aged, Events.get(), BATCH));
      }
    }
    return new Drift(invocations, Statistics.median(young), Statistics.median(old));
  }

  double ratio() {
    return old / young;
  }

  MarkdownTable table() {
    return MarkdownTable.of("invocations before", "GET, µs")
        .row(whole(YOUNG), whole(young))
        .row(whole(invocations), whole(old));
  }

  /** Microseconds by the number of invocations before. */
  Map<String, Object> toJson() {
    return Map.of(Integer.toString(YOUNG), young, Integer.toString(invocations), old);
  }
}
