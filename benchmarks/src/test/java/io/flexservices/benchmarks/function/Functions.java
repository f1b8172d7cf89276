package io.flexservices.benchmarks.function;

import io.flexservices.benchmarks.report.Machine;
import io.flexservices.benchmarks.report.Runtimes;
import io.flexservices.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Measures functions, and prints tables and goals. Ends with 1 where a goal is missed. See {@code
 * benchmarks/functions}.
 */
public final class Functions {
  private static final Set<Role> WARM =
      EnumSet.complementOf(
          EnumSet.of(
              Role.FLOOR_ARCHIVE,
              Role.FIXTURE_ARCHIVE,
              Role.FLOOR_25_CACHE,
              Role.FIXTURE_25_CACHE));
  private static final Set<Role> LARGE = EnumSet.of(Role.FEW_HANDLERS, Role.TREE, Role.NODE);
  private static final Set<Role> AGED = EnumSet.of(Role.FIXTURE);

  private final List<Contestant> contestants;
  private final Effort effort;
  private final Path log;

  private Functions(List<Contestant> contestants, Effort effort, Path log) {
    this.contestants = contestants;
    this.effort = effort;
    this.log = log;
  }

  /**
   * Measures.
   *
   * @param arguments the project's directory, a JDK 25 or an empty word, and {@code --quick} or
   *     nothing
   */
  public static void main(String[] arguments) throws Exception {
    Path root = Path.of(arguments[0]).toRealPath();
    Path jdk25 = arguments[1].isEmpty() ? null : Path.of(arguments[1]);
    Effort effort = List.of(arguments).contains("--quick") ? Effort.quick() : Effort.full();
    Path work = Files.createDirectories(root.resolve("benchmarks/target/functions"));
    String jdk = jdk25 == null ? "no JDK 25" : Runtimes.jdk(jdk25);
    String machine = Machine.words(List.of(Runtimes.jdk(), jdk, Runtimes.node()));
    System.out.println(machine + "\n");
    List<Contestant> contestants = Contestants.of(root, work, jdk25);
    Results results = new Functions(contestants, effort, work.resolve("log")).measure();
    Files.write(
        root.resolve("benchmarks/target/functions.json"), Json.bytes(json(machine, results)));
    System.exit(FunctionGoals.of(results).print());
  }

  private Results measure() throws Exception {
    Files.deleteIfExists(log);
    for (Contestant each : contestants) {
      checkOnce(each);
    }
    ColdStarts cold = ColdStarts.of(contestants, effort.rounds(), log);
    System.out.println(cold.table());
    WarmCalls warm = WarmCalls.of(only(WARM), effort, log);
    System.out.println(warm.table());
    LargeBodies large = LargeBodies.of(only(LARGE), effort.largeBodies(), log);
    System.out.println(large.table());
    Drift drift = Drift.of(only(AGED).get(0), effort.drift(), log);
    System.out.println(drift.table());
    return new Results(cold, warm, large, drift);
  }

  /** So that nobody is fast by failing; and no first round has to read programs from the disk. */
  private void checkOnce(Contestant contestant) throws Exception {
    try (FunctionProcess process = FunctionProcess.start(contestant, log)) {
      process.check(Events.get());
      process.check(Events.echo());
    }
  }

  private List<Contestant> only(Set<Role> roles) {
    return contestants.stream().filter(each -> roles.contains(each.role())).toList();
  }

  private static Map<String, Object> json(String machine, Results results) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("machine", machine);
    json.put("cold", results.cold().toJson());
    json.put("warm", results.warm().toJson());
    json.put("large", results.large().toJson());
    json.put("drift", results.drift().toJson());
    return json;
  }
}
