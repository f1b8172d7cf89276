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
import java.util.function.ToDoubleFunction;

/** Everybody's cold starts, in turn. */
final class ColdStarts {
  private final Map<Role, List<ColdStart>> samples = new EnumMap<>(Role.class);

  /** Measures them. */
  static ColdStarts of(List<Contestant> contestants, int rounds, Path log) throws Exception {
    ColdStarts starts = new ColdStarts();
    for (int round = 0; round < rounds; round++) {
      for (Contestant each : contestants) {
        starts
            .samples
            .computeIfAbsent(each.role(), role -> new ArrayList<>())
            .add(ColdStart.of(each, log));
      }
    }
    return starts;
  }

  /** The median of something; not a number where the role did not take part. */
  double median(Role role, ToDoubleFunction<ColdStart> what) {
    List<ColdStart> all = samples.getOrDefault(role, List.of());
    return all.isEmpty()
        ? Double.NaN
        : Statistics.median(all.stream().mapToDouble(what).boxed().toList());
  }

  MarkdownTable table() {
    MarkdownTable table =
        MarkdownTable.of(
            "",
            "first answer, ms",
            "times the floor's",
            "first two, ms",
            "processor for them, ms",
            "times the floor's",
            "RSS, MB");
    for (Role role : samples.keySet()) {
      table.row(
          role.words(),
          whole(median(role, ColdStart::first)),
          times(role, ColdStart::first),
          whole(median(role, ColdStart::firstTwo)),
          whole(median(role, ColdStart::processor)),
          times(role, ColdStart::processor),
          whole(median(role, ColdStart::memory)));
    }
    return table;
  }

  /** Every sample, by the role's name. */
  Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    samples.forEach(
        (role, all) -> json.put(role.name(), all.stream().map(ColdStart::toJson).toList()));
    return json;
  }

  private String times(Role role, ToDoubleFunction<ColdStart> what) {
    return hundredths(median(role, what) / median(role.floor(), what));
  }
}
