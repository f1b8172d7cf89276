package io.flexservices.benchmarks;

import io.flexservices.json.Json;
import io.flexservices.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
  private static final int[] SIZES = {1_000, 10_000};

  /** Of JavaScript's time, for the larger size. */
  private static final double MOST_TIME = 1.0 / 3;

  /** From the smaller size to the larger. */
  private static final double MOST_GROWTH = 12;

  private final Path javaScript;
  private final Path work;

  private Joins(Path javaScript, Path work) {
    this.javaScript = javaScript;
    this.work = work;
  }

  /** The median of a run, and what else is to be compared. */
  private record Measured(int posts, double java, double node, long calls, long heap) {
    double ratio() {
      return java / node;
    }
  }

  public static void main(String[] arguments) throws Exception {
    Joins joins = new Joins(Path.of(arguments[0]), Files.createTempDirectory("joins"));
    List<String> missed = new ArrayList<>();
    for (String hook : HOOKS) {
      List<Measured> all = new ArrayList<>();
      for (int size : SIZES) {
        all.add(joins.measure(hook, size));
      }
      print(hook, all);
      missed.addAll(missed(hook, all.get(0), all.get(1)));
    }
    missed.forEach(System.out::println);
    System.exit(missed.isEmpty() ? 0 : 1);
  }

  private static List<String> missed(String hook, Measured small, Measured large) {
    List<String> missed = new ArrayList<>();
    check(missed, hook, "ratio", large.ratio(), MOST_TIME);
    check(missed, hook, "growth of time", large.java() / small.java(), MOST_GROWTH);
    check(missed, hook, "growth of peak heap", large.heap() / (double) small.heap(), MOST_GROWTH);
    return missed;
  }

  private static void check(
      List<String> missed, String hook, String what, double measured, double most) {
    if (measured > most) {
      missed.add(
          String.format(Locale.ROOT, "%s: %s %.2f, more than %.2f", hook, what, measured, most));
    }
  }

  private static void print(String hook, List<Measured> all) {
    System.out.println(hook + " | Java ms | JavaScript ms | ratio | calls of both | peak heap MiB");
    for (Measured one : all) {
      System.out.printf(
          Locale.ROOT,
          "%8d | %7.2f | %13.2f | %5.2f | %13d | %.1f%n",
          one.posts(),
          one.java(),
          one.node(),
          one.ratio(),
          one.calls(),
          one.heap() / (double) (1 << 20));
    }
    Measured small = all.get(0);
    Measured large = all.get(1);
    System.out.printf(
        Locale.ROOT,
        "growth from %d to %d: time %.1f, peak heap %.1f%n",
        small.posts(),
        large.posts(),
        large.java() / small.java(),
        large.heap() / (double) small.heap());
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

  private static double median(String hook, int size) throws Exception {
    return new Runner(
            new OptionsBuilder()
                .include(JoinBenchmark.class.getName())
                .param("hook", hook)
                .param("posts", Integer.toString(size))
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
