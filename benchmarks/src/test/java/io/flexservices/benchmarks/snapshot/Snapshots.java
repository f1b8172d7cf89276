package io.flexservices.benchmarks.snapshot;

import io.flexservices.benchmarks.report.Machine;
import io.flexservices.benchmarks.report.MarkdownTable;
import io.flexservices.benchmarks.report.ProcessFigures;
import io.flexservices.benchmarks.report.Runtimes;
import io.flexservices.local.lambda.EventSource;
import io.flexservices.local.lambda.LocalLambda;
import io.flexservices.local.lambda.LocalLambdaOptions;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The first answers after a restore, of the conformance fixture under Lambda's runtime interface
 * client, with snapshots that were primed for more and for fewer rounds. Prints a table in
 * Markdown; {@code benchmarks/snapshots} runs it.
 *
 * <p>Nothing is stored and restored: one process waits where Lambda takes its snapshot, and goes on
 * from there. So what Lambda itself needs to bring a snapshot back is not in the figures, nor that
 * its memory is read from a store when it is first touched; what the process has to do until it has
 * answered is.
 */
public final class Snapshots {
  private static final String SECRET = "the secret of the benchmark";
  private static final int WARM = 100;

  /** About what a JVM takes by itself where there are 1,024 MB, as in {@code template.yaml}. */
  private static final List<String> HEAP = List.of("-Xms16m", "-Xmx768m");

  private final Path jar;

  private Snapshots(Path jar) {
    this.jar = jar;
  }

  /**
   * A way to start.
   *
   * @param hasSnapshot whether the process goes through one
   * @param rounds in which that is primed
   * @param jvmOptions after those that Lambda has for this JDK
   */
  private record Way(String name, boolean hasSnapshot, int rounds, List<String> jvmOptions) {
    static Way primed(int rounds) {
      return new Way("snapshot, rounds of priming: " + rounds, true, rounds, List.of());
    }
  }

  /**
   * Measures.
   *
   * @param arguments the fixture's deployable jar, and how often each way is measured
   */
  public static void main(String[] arguments) throws Exception {
    new Snapshots(Path.of(arguments[0])).run(Integer.parseInt(arguments[1]));
  }

  private void run(int times) throws Exception {
    System.out.println(Machine.words(List.of(Runtimes.jdk())) + "; medians of " + times + "\n");
    Map<Way, List<Sample>> samples = new LinkedHashMap<>();
    for (Way way : ways()) {
      samples.put(way, new ArrayList<>());
    }
    sample(Way.primed(0)); // what measures gets warm itself
    for (int time = 0; time < times; time++) {
      for (Map.Entry<Way, List<Sample>> entry : samples.entrySet()) {
        entry.getValue().add(sample(entry.getKey()));
      }
    }
    MarkdownTable table = Sample.table("JDK " + Runtime.version().feature());
    samples.forEach((way, all) -> table.row(Sample.median(all).row(way.name())));
    System.out.println(table);
  }

  private static List<Way> ways() {
    List<Way> ways = new ArrayList<>();
    ways.add(new Way("no snapshot", false, 0, List.of()));
    for (int rounds : List.of(0, 1, 10, 50, 200)) {
      ways.add(Way.primed(rounds));
    }
    for (int level : List.of(1, 4)) {
      String name = level == 1 ? "50 rounds, one compiler" : "50 rounds, both compilers";
      ways.add(new Way(name, true, 50, List.of("-XX:TieredStopAtLevel=" + level)));
    }
    return ways;
  }

  private Sample sample(Way way) throws Exception {
    long begin = System.nanoTime();
    try (LocalLambda lambda = LocalLambda.start(options(way))) {
      if (!lambda.started().join()) {
        throw new IllegalStateException("The function did not start: " + way.name());
      }
      double start = millisSince(begin);
      ProcessFigures process = new ProcessFigures(child().pid());
      double startProcessor = process.processorMillis();
      double memory = process.residentMegabytes();
      Map<Path, Long> before = process.processorTimes();
      Caller caller = new Caller(lambda.url(), SECRET);
      double get = caller.get();
      double echo = caller.echo();
      double login = caller.login();
      double processor = process.processorMillisSince(before);
      double warm = 0;
      for (int call = 0; call < WARM; call++) {
        warm += caller.get() / WARM;
      }
      return new Sample(start, startProcessor, memory, get, echo, login, processor, warm);
    }
  }

  /** The only Java process that this one has started: the function. */
  private static ProcessHandle child() {
    List<ProcessHandle> children =
        ProcessHandle.current()
            .children()
            .filter(child -> child.info().command().orElse("").endsWith("/java"))
            .toList();
    if (children.size() != 1) {
      throw new IllegalStateException("Not one function but " + children);
    }
    return children.get(0);
  }

  private LocalLambdaOptions options(Way way) {
    List<String> jvmOptions = new ArrayList<>(HEAP);
    jvmOptions.addAll(way.jvmOptions());
    Map<String, String> environment = new HashMap<>();
    environment.put("FLEX_SERVICE", "io.flexservices.conformance.fixture.FixtureService");
    environment.put("FLEX_SHARED_SECRET", SECRET);
    environment.put("FLEX_PRIMING_ROUNDS", Integer.toString(way.rounds()));
    return LocalLambdaOptions.builder(
            List.of(jar),
            "io.flexservices.aws.FlexLambdaHandler::handleRequest",
            EventSource.AWS_URL)
        .snapStart(way.hasSnapshot())
        .jvmOptions(jvmOptions)
        .environment(environment)
        .log(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
        .build();
  }

  private static double millisSince(long begin) {
    return (System.nanoTime() - begin) / 1e6;
  }
}
