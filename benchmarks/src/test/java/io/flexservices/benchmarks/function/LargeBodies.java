package io.flexservices.benchmarks.function;

import static io.flexservices.benchmarks.report.Figures.whole;

import io.flexservices.benchmarks.report.MarkdownTable;
import io.flexservices.benchmarks.report.Statistics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Milliseconds of an insert that nearly fills an event, and is answered with what it brought. */
final class LargeBodies {
  /** In an event, with its quotation marks escaped, they stay below Lambda's six megabytes. */
  private static final int BYTES = 4_900_000;

  private static final int WARM_UP = 5;

  private final Map<Role, List<Double>> milliseconds = new EnumMap<>(Role.class);
  private final Map<Role, List<Double>> processor = new EnumMap<>(Role.class);

  /** Measures everybody, in turn. */
  static LargeBodies of(List<Contestant> contestants, int calls, Path log) throws Exception {
    LargeBodies bodies = new LargeBodies();
    Request insert = Events.insert(BYTES);
    try (FunctionProcesses processes = FunctionProcesses.start(contestants, log)) {
      for (Role role : processes.roles()) {
        processes.of(role).check(insert);
        WarmCalls.times(processes.of(role), insert, WARM_UP);
      }
      for (int call = 0; call < calls; call++) {
        for (Role role : processes.roles()) {
          bodies.call(role, processes.of(role), insert);
        }
      }
    }
    return bodies;
  }

  private void call(Role role, FunctionProcess process, Request insert) throws Exception {
    Map<Path, Long> before = process.figures().processorTimes();
    double taken = process.call(insert).microseconds() / 1e3;
    add(milliseconds, role, taken);
    add(processor, role, process.figures().processorMillisSince(before));
  }

  private static void add(Map<Role, List<Double>> all, Role role, double sample) {
    all.computeIfAbsent(role, none -> new ArrayList<>()).add(sample);
  }

  double median(Role role) {
    return Statistics.median(milliseconds.get(role));
  }

  /** Every sample, by the role's name. */
  Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    milliseconds.forEach((role, all) -> json.put(role.name(), all));
    return json;
  }

  MarkdownTable table() {
    MarkdownTable table = MarkdownTable.of("", "insert of 4.9 MB, ms", "processor for it, ms");
    milliseconds
        .keySet()
        .forEach(
            role ->
                table.row(
                    role.words(),
                    whole(median(role)),
                    whole(Statistics.median(processor.get(role)))));
    return table;
  }
}
