package io.flexservices.benchmarks.server;

import io.flexservices.benchmarks.report.Machine;
import io.flexservices.benchmarks.report.MarkdownTable;
import io.flexservices.benchmarks.report.Runtimes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Measures the local server under load beside the Node Flex SDK's own server and the JDK's, and
 * what it holds for requests in flight; prints tables. Ends with 1 where a goal is missed.
 */
final class Servers {
  private static final double LEAST_OF_NODES_GETS = 8;
  private static final double LEAST_OF_NODES_ECHOES = 6;

  private final Map<Contender, ServerProcess> servers = new EnumMap<>(Contender.class);
  private final ServerGoals goals = new ServerGoals();

  /** The arguments: the directory of the project, and {@code --quick} for a first look. */
  public static void main(String[] arguments) throws Exception {
    Path root = Path.of(arguments[0]).toAbsolutePath();
    boolean quick = List.of(arguments).contains("--quick");
    System.out.println(Machine.words(List.of(Runtimes.jdk(), Runtimes.node())) + "\n");
    Servers servers = new Servers();
    servers.compare(root, Duration.ofSeconds(quick ? 5 : 20), quick ? 5 : 31);
    servers.countInFlight(root.resolve(Contender.FIXTURE));
    System.exit(servers.goals.print());
  }

  private void compare(Path root, Duration warmUp, int rounds) throws IOException {
    MarkdownTable table = Comparison.table();
    try {
      for (Contender contender : Contender.values()) {
        servers.put(contender, contender.start(root));
      }
      compare(MeasuredRequest.get(), warmUp, rounds, LEAST_OF_NODES_GETS, table);
      compare(MeasuredRequest.echo(), warmUp, rounds, LEAST_OF_NODES_ECHOES, table);
    } finally {
      servers.values().forEach(ServerProcess::close);
    }
    System.out.println(table);
  }

  private void compare(
      MeasuredRequest request,
      Duration warmUp,
      int rounds,
      double leastOfNodesRate,
      MarkdownTable table)
      throws IOException {
    Comparison comparison = Comparison.of(request, servers, warmUp, rounds, Duration.ofMillis(500));
    comparison.addTo(table);
    goals.check(request.name(), comparison, leastOfNodesRate);
  }

  private void countInFlight(Path fixture) throws IOException, InterruptedException {
    MarkdownTable table = InFlight.table();
    InFlight inFlight = new InFlight(fixture);
    for (String handlers : List.of("blocking", "asynchronous")) {
      goals.checkInFlight(handlers, inFlight.measure(handlers, table));
    }
    System.out.println(table);
  }
}
