package io.flexservices.benchmarks.archive;

import io.flexservices.benchmarks.report.Figures;
import io.flexservices.benchmarks.report.Machine;
import io.flexservices.benchmarks.report.MarkdownTable;
import io.flexservices.benchmarks.report.Runtimes;
import io.flexservices.benchmarks.report.Statistics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Starts the conformance fixture as a local server, with an archive of its classes and without, in
 * turn, and prints the medians as a table.
 */
public final class ServerStarts {
  private static final int ROUNDS = 11;
  private static final int FEW_ROUNDS = 3;

  private final Path conformance;
  private final Path work;

  private ServerStarts(Path conformance, Path work) {
    this.conformance = conformance;
    this.work = work;
  }

  /**
   * Measures.
   *
   * @param arguments the directory of the conformance module; {@code --quick} for few rounds; the
   *     directories of the JDKs, which otherwise are looked for
   */
  public static void main(String[] arguments) throws Exception {
    List<String> all = new ArrayList<>(List.of(arguments));
    Path conformance = Path.of(all.remove(0)).toRealPath();
    int rounds = all.remove("--quick") ? FEW_ROUNDS : ROUNDS;
    List<Path> jdks = all.isEmpty() ? installed() : all.stream().map(Path::of).toList();
    List<String> runtimes = new ArrayList<>();
    for (Path jdk : jdks) {
      runtimes.add(Runtimes.jdk(jdk));
    }
    System.out.println(Machine.words(runtimes) + "; medians of " + rounds + "\n");
    Path work = Files.createDirectories(conformance.resolve("target/class-data-measured"));
    new ServerStarts(conformance, work).run(jdks, rounds);
  }

  /** This one, and those in {@code /usr/lib/jvm} of release 21 and later. */
  private static List<Path> installed() throws IOException {
    List<Path> jdks = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"))));
    List<Path> homes;
    try (Stream<Path> directories = Files.list(Path.of("/usr/lib/jvm"))) {
      homes = directories.filter(home -> Files.exists(home.resolve("release"))).sorted().toList();
    }
    for (Path home : homes) {
      Path jdk = home.toRealPath();
      if (Runtimes.version(jdk).feature() >= 21 && !jdks.contains(jdk)) {
        jdks.add(jdk);
      }
    }
    return jdks;
  }

  private void run(List<Path> jdks, int rounds) throws Exception {
    Map<String, List<String>> commands = new LinkedHashMap<>();
    Map<String, String> sizes = new LinkedHashMap<>();
    for (Path jdk : jdks) {
      Path directory = work.resolve(jdk.toAbsolutePath().getFileName());
      make(jdk, directory);
      String java = jdk.resolve("bin/java").toString();
      String name = "JDK " + Runtimes.version(jdk);
      commands.put(name, List.of(java, "-jar", fixture().toString()));
      sizes.put(name, "");
      commands.put(name + ", archive", List.of(java, "@" + directory.resolve("java.args")));
      sizes.put(name + ", archive", megabytes(directory));
    }
    Map<String, List<ServerStart>> starts = new LinkedHashMap<>();
    for (int round = 0; round < rounds; round++) {
      for (Map.Entry<String, List<String>> each : commands.entrySet()) {
        starts
            .computeIfAbsent(each.getKey(), key -> new ArrayList<>())
            .add(ServerStart.of(each.getValue(), work));
      }
    }
    MarkdownTable table =
        MarkdownTable.of("", "first answer, ms", "processor for it, ms", "RSS, MB", "archive, MB");
    starts.forEach(
        (name, all) ->
            table.row(
                name,
                median(all, ServerStart::millis),
                median(all, ServerStart::processor),
                median(all, ServerStart::rss),
                sizes.get(name)));
    System.out.println(table);
  }

  private static String median(List<ServerStart> starts, ToDoubleFunction<ServerStart> figure) {
    return Figures.whole(Statistics.median(starts.stream().mapToDouble(figure).boxed().toList()));
  }

  private void make(Path jdk, Path directory) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                jdk.resolve("bin/java").toString(),
                "-cp",
                fixture().toString(),
                "io.flexservices.local.bundle.ClassDataMain",
                "--jar",
                fixture().toString(),
                "--events",
                conformance.resolve("src/lambda/training").toString(),
                "--output",
                directory.toString())
            .redirectErrorStream(true)
            .redirectOutput(work.resolve("making.log").toFile())
            .start();
    if (process.waitFor() != 0) {
      throw new IllegalStateException("No archive was made: see " + work.resolve("making.log"));
    }
  }

  private Path fixture() {
    return conformance.resolve("target/fixture-local.jar");
  }

  private static String megabytes(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      Path archive =
          files.filter(file -> file.toString().matches(".*\\.(jsa|aot)")).findFirst().orElseThrow();
      return Figures.tenths(Files.size(archive) / 1e6);
    }
  }
}
