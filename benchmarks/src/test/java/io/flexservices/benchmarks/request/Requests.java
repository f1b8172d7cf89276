package io.flexservices.benchmarks.request;

import io.flexservices.benchmarks.request.Measure.Case;
import io.flexservices.benchmarks.request.Measure.Cost;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Measures the request path and prints tables in Markdown; {@code --quick} for a first look. */
final class Requests {
  private static final int FEW = 10;
  private static final int MANY = 10_000;
  private static final int SMALL_BODY = 600_000;
  private static final int LARGE_BODY = 4_900_000;

  private final Measure measure;
  private final int starts;

  private Requests(boolean quick) {
    this.measure = quick ? new Measure(1, 2) : new Measure(3, 5);
    this.starts = quick ? 5 : 21;
  }

  public static void main(String[] arguments) throws Exception {
    Requests requests = new Requests(List.of(arguments).contains("--quick"));
    for (List<String> jvm : List.of(Measure.BOTH_COMPILERS, Measure.AS_ON_LAMBDA)) {
      System.out.println("\n" + (jvm.isEmpty() ? "JVM with its defaults" : String.join(" ", jvm)));
      requests.small(jvm);
      requests.pieces(jvm);
    }
    requests.growth();
    requests.large();
  }

  private void small(List<String> jvm) throws Exception {
    System.out.println(
        "\n| request | by | p50, µs | average, µs | allocated, bytes | to written | to handed off |");
    System.out.println("|---|---|---|---|---|---|---|");
    List<String> contestants = List.of("written", "handed off", "adapter");
    for (String request : List.of("get", "echo")) {
      List<Case> cases = new ArrayList<>();
      for (String contestant : contestants) {
        cases.add(
            new Case(
                RequestBenchmark.class, jvm, Map.of("request", request, "contestant", contestant)));
      }
      List<Cost> costs = measure.of(cases);
      for (int i = 0; i < costs.size(); i++) {
        Cost cost = costs.get(i);
        row(
            "%s | %s | %.1f | %.1f | %.0f | %.2f | %.2f",
            request,
            contestants.get(i),
            cost.median(),
            cost.average(),
            cost.allocated(),
            cost.median() / costs.get(0).median(),
            cost.median() / costs.get(1).median());
      }
    }
  }

  private void pieces(List<String> jvm) throws Exception {
    System.out.println("\n| piece | p50, µs | average, µs | allocated, bytes |");
    System.out.println("|---|---|---|---|");
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
      row(
          "%s | %.2f | %.2f | %.0f",
          pieces.get(i), cost.median(), cost.average(), cost.allocated());
    }
  }

  private void growth() throws Exception {
    System.out.println("\n| handlers | GET, p50, µs | ratio | first answer, ms | ratio |");
    System.out.println("|---|---|---|---|---|");
    List<Cost> warm =
        measure.of(
            List.of(FEW, MANY).stream()
                .map(
                    count ->
                        new Case(
                            RequestBenchmark.class,
                            Measure.AS_ON_LAMBDA,
                            Map.of(
                                "request",
                                "get",
                                "contestant",
                                "adapter",
                                "handlers",
                                count.toString())))
                .toList());
    List<Double> few = new ArrayList<>();
    List<Double> many = new ArrayList<>();
    for (int i = 0; i < starts; i++) {
      few.add(firstAnswer(FEW));
      many.add(firstAnswer(MANY));
    }
    double fewWarm = warm.get(0).median();
    double fewCold = Measure.median(few);
    row("%d | %.2f | | %.0f | ", FEW, fewWarm, fewCold);
    double manyWarm = warm.get(1).median();
    double manyCold = Measure.median(many);
    row(
        "%d | %.2f | %.2f | %.0f | %.2f",
        MANY, manyWarm, manyWarm / fewWarm, manyCold, manyCold / fewCold);
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

  private void large() throws Exception {
    System.out.println(
        "\n| body, bytes | sent as | by | p50, ms | to the tree | allocated, times the body |");
    System.out.println("|---|---|---|---|---|---|");
    List<String> contestants = List.of("tree", "adapter");
    for (int bytes : List.of(SMALL_BODY, LARGE_BODY)) {
      for (String form : List.of("text", "Base64")) {
        List<Cost> costs =
            measure.of(
                contestants.stream()
                    .map(
                        contestant ->
                            new Case(
                                LargeBodyBenchmark.class,
                                Measure.BOTH_COMPILERS,
                                Map.of(
                                    "bytes",
                                    String.valueOf(bytes),
                                    "form",
                                    form,
                                    "contestant",
                                    contestant)))
                    .toList());
        for (int i = 0; i < costs.size(); i++) {
          Cost cost = costs.get(i);
          row(
              "%d | %s | %s | %.1f | %.2f | %.1f",
              bytes,
              form,
              contestants.get(i),
              cost.median() / 1e3,
              cost.median() / costs.get(0).median(),
              cost.allocated() / bytes);
        }
      }
    }
  }

  private static void row(String cells, Object... values) {
    System.out.println("| " + String.format(Locale.ROOT, cells, values) + " |");
  }
}
