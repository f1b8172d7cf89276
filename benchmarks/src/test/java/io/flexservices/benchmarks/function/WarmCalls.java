package io.flexservices.benchmarks.function;

import static io.flexservices.benchmarks.report.Figures.hundredths;
import static io.flexservices.benchmarks.report.Figures.whole;

import io.flexservices.benchmarks.report.MarkdownTable;
import io.flexservices.benchmarks.report.Statistics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Microseconds of everybody's calls, when they are warm. */
final class WarmCalls {
  private final Map<Role, List<Double>> gets = new EnumMap<>(Role.class);
  private final Map<Role, List<Double>> echoes = new EnumMap<>(Role.class);

  /** Of a processor, a call on the mean of each batch, with both kinds. */
  private final Map<Role, List<Double>> processor = new EnumMap<>(Role.class);

  /**
   * Measures them: everybody has a process, and in batches they are called in turn, so that what
   * else the machine does meets all.
   */
  static WarmCalls of(List<Contestant> contestants, Effort effort, Path log) throws Exception {
    WarmCalls calls = new WarmCalls();
    for (int round = 0; round < effort.warmRounds(); round++) {
      try (FunctionProcesses processes = FunctionProcesses.start(contestants, log)) {
        calls.measure(processes, effort);
      }
    }
    return calls;
  }

  private void measure(FunctionProcesses processes, Effort effort) throws Exception {
    for (Role role : processes.roles()) {
      FunctionProcess process = processes.of(role);
      process.check(Events.get());
      process.check(Events.echo());
      times(process, Events.get(), effort.warmUp());
      times(process, Events.echo(), effort.warmUp());
    }
    for (int batch = 0; batch < effort.batches(); batch++) {
      for (Role role : processes.roles()) {
        FunctionProcess process = processes.of(role);
        Map<Path, Long> before = process.figures().processorTimes();
        add(gets, role, times(process, Events.get(), effort.batch()));
        add(echoes, role, times(process, Events.echo(), effort.batch()));
        double used = process.figures().processorMillisSince(before) * 1e3 / (2 * effort.batch());
        add(processor, role, List.of(used));
      }
    }
  }

  /** Microseconds of each of so many calls. */
  static List<Double> times(FunctionProcess process, Request request, int calls)
      throws InterruptedException {
    List<Double> times = new ArrayList<>(calls);
    for (int i = 0; i < calls; i++) {
      times.add(process.call(request).microseconds());
    }
    return times;
  }

  /** Of GETs; not a number where the role did not take part. */
  double get(Role role, double percent) {
    return percentile(gets, role, percent);
  }

  /** Of echoes of one kilobyte. */
  double echo(Role role, double percent) {
    return percentile(echoes, role, percent);
  }

  MarkdownTable table() {
    MarkdownTable table =
        MarkdownTable.of(
            "",
            "GET, µs",
            "times the floor's",
            "p99",
            "echo, µs",
            "times the floor's",
            "p99",
            "processor a call, µs");
    for (Role role : gets.keySet()) {
      table.row(
          role.words(),
          whole(get(role, 50)),
          hundredths(get(role, 50) / get(role.floor(), 50)),
          whole(get(role, 99)),
          whole(echo(role, 50)),
          hundredths(echo(role, 50) / echo(role.floor(), 50)),
          whole(echo(role, 99)),
          whole(percentile(processor, role, 50)));
    }
    return table;
  }

  /** The medians and 99th percentiles, by the role's name. */
  Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    for (Role role : gets.keySet()) {
      json.put(
          role.name(),
          Map.of(
              "get", get(role, 50),
              "getP99", get(role, 99),
              "echo", echo(role, 50),
              "echoP99", echo(role, 99),
              "processor", percentile(processor, role, 50)));
    }
    return json;
  }

  private static void add(Map<Role, List<Double>> all, Role role, List<Double> times) {
    all.computeIfAbsent(role, none -> new ArrayList<>()).addAll(times);
  }

  private static double percentile(Map<Role, List<Double>> all, Role role, double percent) {
    return all.containsKey(role) ? Statistics.percentile(all.get(role), percent) : Double.NaN;
  }
}
