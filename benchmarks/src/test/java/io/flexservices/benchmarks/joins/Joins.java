package io.flexservices.benchmarks.joins;

import io.flexservices.benchmarks.report.Figures;
import io.flexservices.benchmarks.report.Goals;
import io.flexservices.benchmarks.report.Machine;
import io.flexservices.benchmarks.report.MarkdownTable;
import io.flexservices.benchmarks.report.Runtimes;
import io.flexservices.json.Json;
import io.flexservices.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Measures joins beside the JavaScript original, on the same data, and prints a table. Ends with 1
 * where a goal is missed.
 */
final class Joins {
  private static final List<String> HOOKS = List.of("fastJoin", "populate");
  private static final int SMALL = 1_000;
  private static final int LARGE = 10_000;

  /** Of JavaScript's time, for the larger size. */
  private static final double MOST_TIME = 1.0 / 3;

  /** From the smaller size to the larger. */
  private static final double MOST_GROWTH = 12;

  private final Path javaScript;
  private final Path work;
  private final int iterations;

  private Joins(Path javaScript, Path work, int iterations) {
    this.javaScript = javaScript;
    this.work = work;
    this.iterations = iterations;
  }

  /** The median of a run, and what else is to be compared. */
  private record Measured(int posts, double java, double node, long calls, long heap) {
    double ratio() {
      return java / node;
    }
  }

  /**
   * Measures.
   *
   * @param arguments the directory of the JavaScript, and {@code --quick} or nothing
   */
  public static void main(String[] arguments) throws Exception {
    int iterations = List.of(arguments).contains("--quick") ? 2 : 5;
    Joins joins = new Joins(Path.of(arguments[0]), Files.createTempDirectory("joins"), iterations);
    System.out.println(Machine.words(List.of(Runtimes.jdk(), Runtimes.node())) + "\n");
    MarkdownTable table =
        MarkdownTable.of(
            "hook",
            "posts",
            "Java, ms",
            "JavaScript, ms",
            "ratio",
            "calls of both",
            "peak heap, MB");
    Goals goals = new Goals();
    for (String hook : HOOKS) {
      Measured small = joins.measure(hook, SMALL);
      Measured large = joins.measure(hook, LARGE);
      add(table, hook, small);
      add(table, hook, large);
      check(goals, hook, small, large);
    }
    System.out.println(table);
    System.exit(goals.print());
  }

  private static void check(Goals goals, String hook, Measured small, Measured large) {
    goals
        .atMost(hook + ", times JavaScript's", large.ratio(), MOST_TIME)
        .atMost(hook + ", growth of time", large.java() / small.java(), MOST_GROWTH)
        .atMost(hook + ", growth of peak heap", large.heap() / (double) small.heap(), MOST_GROWTH);
  }

  private static void add(MarkdownTable table, String hook, Measured one) {
    table.row(
        hook,
        Figures.whole(one.posts()),
        Figures.tenths(one.java()),
        Figures.tenths(one.node()),
        Figures.hundredths(one.ratio()),
        Figures.whole(one.calls()),
        Figures.tenths(one.heap() / (double) (1 << 20)));
  }

  private Measured measure(String hook, int size) throws Exception {
    JoinData data = JoinData.of(size);
    Path file = Files.write(work.resolve("data.json"), Json.bytes(data.toJson()));
    Path result = work.resolve("result.json");
    JsonObject node =
        JsonObject.parse(output("node", script(), file.toString(), result.toString(), hook));
    long calls = checked(JoinCase.of(hook, data), result);
    if (calls != Objects.requireNonNull(node.integer("calls"))) {
      throw new IllegalStateException("Java makes " + calls + " calls, JavaScript " + node);
    }
    double median = Objects.requireNonNull(node.decimal("median")).doubleValue();
    return new Measured(size, median(hook, size), median, calls, peakHeap(hook, size));
  }

  /** The calls of a run, whose result must be that of the other side. */
  private static long checked(JoinCase joinCase, Path expected) throws Exception {
    Object result = Json.parse(Json.bytes(joinCase.run(joinCase.context())));
    if (!Objects.equals(result, Json.parse(Files.readAllBytes(expected)))) {
      throw new IllegalStateException("Java and JavaScript give different results");
    }
    return joinCase.calls();
  }

  private double median(String hook, int size) throws Exception {
    return new Runner(
            new OptionsBuilder()
                .include(JoinBenchmark.class.getName())
                .param("hook", hook)
                .param("posts", Integer.toString(size))
                .warmupIterations(iterations)
                .measurementIterations(iterations)
                .verbosity(VerboseMode.SILENT)
                .build())
        .runSingle()
        .getPrimaryResult()
        .getStatistics()
        .getPercentile(50);
  }

  private static long peakHeap(String hook, int size) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classPath = System.getProperty("java.class.path");
    return Long.parseLong(
        output(
            java,
            "-XX:+UseSerialGC",
            "-Xmn2m",
            "-Xmx1g",
            "-cp",
            classPath,
            PeakHeap.class.getName(),
            hook,
            Integer.toString(size)));
  }

  private String script() {
    return javaScript.resolve("joins.js").toString();
  }

  private static String output(String... command) throws Exception {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(command[0] + " ended with " + process.exitValue());
    }
    return text.strip();
  }
}
