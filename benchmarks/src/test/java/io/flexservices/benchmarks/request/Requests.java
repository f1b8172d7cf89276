package io.flexservices.benchmarks.request;

import static io.flexservices.benchmarks.report.Figures.hundredths;
import static io.flexservices.benchmarks.report.Figures.tenths;
import static io.flexservices.benchmarks.report.Figures.whole;

import io.flexservices.benchmarks.report.Goals;
import io.flexservices.benchmarks.report.Machine;
import io.flexservices.benchmarks.report.MarkdownTable;
import io.flexservices.benchmarks.report.Runtimes;
import io.flexservices.benchmarks.report.Statistics;
import io.flexservices.benchmarks.request.Measure.Case;
import io.flexservices.benchmarks.request.Measure.Cost;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Measures the request path, and prints tables and goals; {@code --quick} for a first look. Ends
 * with 1 where a goal is missed. The ratios of small requests are goals with the JVM's defaults
 * alone.
 */
final class Requests {
  private static final int FEW = 10;
  private static final int MANY = 10_000;
  private static final int SMALL_BODY = 600_000;
  private static final int LARGE_BODY = 4_900_000;

  private static final double MOST_OF_WRITTEN = 1.3;
  private static final double MOST_GROWTH_WARM = 1.05;
  private static final double MOST_GROWTH_COLD = 1.10;
  private static final double MOST_OF_THE_TREE = 0.9;
  private static final double MOST_TIMES_THE_BODY = 20;

  private final Measure measure;

  /**
   * A large body is answered ten times a second, and compiled code is not final before a hundred.
   */
  private final Measure measureLarge;

  private final int starts;
  private final Goals goals = new Goals();

  private Requests(boolean quick) {
    this.measure = quick ? new Measure(1, 2, 2) : new Measure(3, 5, 5);
    this.measureLarge = quick ? new Measure(1, 5, 2) : new Measure(3, 15, 5);
    this.starts = quick ? 5 : 21;
  }

  public static void main(String[] arguments) throws Exception {
    Requests requests = new Requests(List.of(arguments).contains("--quick"));
    System.out.println(Machine.words(List.of(Runtimes.jdk())) + "\n");
    for (List<String> jvm : List.of(Measure.BOTH_COMPILERS, Measure.AS_ON_LAMBDA)) {
      System.out.println((jvm.isEmpty() ? "JVM with its defaults" : String.join(" ", jvm)) + "\n");
      System.out.println(requests.small(jvm));
      System.out.println(requests.pieces(jvm));
    }
    System.out.println(requests.growth());
    System.out.println(requests.large());
    System.exit(requests.goals.print());
  }

  private MarkdownTable small(List<String> jvm) throws Exception {
    MarkdownTable table =
        MarkdownTable.of(
            "request",
            "by",
            "p50, µs",
            "average, µs",
            "allocated, bytes",
            "to written",
            "to handed off");
    List<String> contestants = List.of("written", "handed off", "adapter");
    for (String request : List.of("get", "echo")) {
      List<Cost> costs =
          measure.of(
              contestants.stream().map(contestant -> small(jvm, request, contestant)).toList());
      double written = costs.get(0).median();
      double handedOff = costs.get(1).median();
      for (int i = 0; i < costs.size(); i++) {
        Cost cost = costs.get(i);
        table.row(
            request,
            contestants.get(i),
            tenths(cost.median()),
            tenths(cost.average()),
            whole(cost.allocated()),
            hundredths(cost.median() / written),
            hundredths(cost.median() / handedOff));
      }
      if (jvm.isEmpty()) {
        double adapter = costs.get(2).median();
        goals
            .atMost(request + ", times handed off", adapter / handedOff, MOST_OF_WRITTEN)
            .atMost(request + ", times written", adapter / written, MOST_OF_WRITTEN);
      }
    }
    return table;
  }

  private static Case small(List<String> jvm, String request, String contestant) {
    return new Case(
        RequestBenchmark.class, jvm, Map.of("request", request, "contestant", contestant));
  }

  private MarkdownTable pieces(List<String> jvm) throws Exception {
    MarkdownTable table = MarkdownTable.of("piece", "p50, µs", "average, µs", "allocated, bytes");
    List<String> pieces = List.of("read", "readByJackson", "print", "printByJackson");
    List<Cost> costs =
        measure.of(
            pieces.stream()
                .map(
                    piece ->
                        new Case(PieceBenchmark.class.getName() + "." + piece + "$", jvm, Map.of()))
                .toList());
    for (int i = 0; i < costs.size(); i++) {
      Cost cost = costs.get(i);
      table.row(
          pieces.get(i),
          hundredths(cost.median()),
          hundredths(cost.average()),
          whole(cost.allocated()));
    }
    return table;
  }

  private MarkdownTable growth() throws Exception {
    List<Cost> warm = measure.of(List.of(warm(FEW), warm(MANY)));
    List<Double> few = new ArrayList<>();
    List<Double> many = new ArrayList<>();
    for (int i = 0; i < starts; i++) {
      few.add(firstAnswer(FEW));
      many.add(firstAnswer(MANY));
    }
    double fewWarm = warm.get(0).median();
    double manyWarm = warm.get(1).median();
    double fewCold = Statistics.median(few);
    double manyCold = Statistics.median(many);
    goals
        .atMost("GET, 10,000 handlers to 10", manyWarm / fewWarm, MOST_GROWTH_WARM)
        .atMost("first answer, 10,000 handlers to 10", manyCold / fewCold, MOST_GROWTH_COLD);
    return MarkdownTable.of("handlers", "GET, p50, µs", "ratio", "first answer, ms", "ratio")
        .row(whole(FEW), hundredths(fewWarm), "", whole(fewCold), "")
        .row(
            whole(MANY),
            hundredths(manyWarm),
            hundredths(manyWarm / fewWarm),
            whole(manyCold),
            hundredths(manyCold / fewCold));
  }

  private static Case warm(int handlers) {
    return new Case(
        RequestBenchmark.class,
        Measure.AS_ON_LAMBDA,
        Map.of("request", "get", "contestant", "adapter", "handlers", String.valueOf(handlers)));
  }

  /** Milliseconds from the start of a process to its end. */
  private static double firstAnswer(int handlers) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(Measure.AS_ON_LAMBDA);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(FirstAnswer.class.getName(), String.valueOf(handlers)));
    long start = System.nanoTime();
    int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (exit != 0) {
      throw new IllegalStateException("The process ended with " + exit);
    }
    return (System.nanoTime() - start) / 1e6;
  }

  private MarkdownTable large() throws Exception {
    MarkdownTable table =
        MarkdownTable.of(
            "body, bytes", "sent as", "by", "p50, ms", "to the tree", "allocated, times the body");
    for (int bytes : List.of(SMALL_BODY, LARGE_BODY)) {
      for (String form : List.of("text", "Base64")) {
        List<Cost> costs =
            measureLarge.of(List.of(large(bytes, form, "tree"), large(bytes, form, "adapter")));
        Cost tree = costs.get(0);
        Cost adapter = costs.get(1);
        addLarge(table, bytes, form, "tree", tree, 1);
        double ratio = adapter.median() / tree.median();
        addLarge(table, bytes, form, "adapter", adapter, ratio);
        if (bytes == LARGE_BODY) {
          String what = "4.9 MB, " + form;
          goals
              .atMost(what + ", times the tree", ratio, MOST_OF_THE_TREE)
              .atMost(
                  what + ", allocated, times the body",
                  adapter.allocated() / bytes,
                  MOST_TIMES_THE_BODY);
        }
      }
    }
    return table;
  }

  private static Case large(int bytes, String form, String contestant) {
    return new Case(
        LargeBodyBenchmark.class,
        Measure.BOTH_COMPILERS,
        Map.of("bytes", String.valueOf(bytes), "form", form, "contestant", contestant));
  }

  private static void addLarge(
      MarkdownTable table, int bytes, String form, String by, Cost cost, double ratio) {
    table.row(
        whole(bytes),
        form,
        by,
        tenths(cost.median() / 1e3),
        hundredths(ratio),
        tenths(cost.allocated() / bytes));
  }
}
