package io.flexservices.benchmarks.server;

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
  private final Goals goals = new Goals();

  /** The arguments: the directory of the project, and {@code --quick} for a first look. */
  public static void main(String[] arguments) throws Exception {
    Path root = Path.of(arguments[0]).toAbsolutePath();
    boolean quick = List.of(arguments).contains("--quick");
    Servers servers = new Servers();
    servers.compare(root, Duration.ofSeconds(quick ? 5 : 20), quick ? 5 : 31);
    servers.countInFlight(root.resolve(Contender.FIXTURE));
    servers.goals.missed().forEach(System.out::println);
    System.exit(servers.goals.missed().isEmpty() ? 0 : 1);
  }

  private void compare(Path root, Duration warmUp, int rounds) throws IOException {
    System.out.println(
        "| request | server | requests/s | p50, ms | p99, ms | processor for a request, ms"
            + " | local over it: requests/s | p50 | p99 |");
    System.out.println("|---|---|---|---|---|---|---|---|---|");
    try {
      for (Contender contender : Contender.values()) {
        servers.put(contender, contender.start(root));
      }
      compare(MeasuredRequest.get(), warmUp, rounds, LEAST_OF_NODES_GETS);
      compare(MeasuredRequest.echo(), warmUp, rounds, LEAST_OF_NODES_ECHOES);
    } finally {
      servers.values().forEach(ServerProcess::close);
    }
  }

  private void compare(
      MeasuredRequest request, Duration warmUp, int rounds, double leastOfNodesRate)
      throws IOException {
    Comparison comparison = Comparison.of(request, servers, warmUp, rounds, Duration.ofMillis(500));
    comparison.print();
    goals.check(request.name(), comparison, leastOfNodesRate);
  }

  private void countInFlight(Path fixture) throws IOException, InterruptedException {
    System.out.println();
    System.out.println("| handlers of 1,000 requests | held, MB | of the heap, MB | threads |");
    System.out.println("|---|---|---|---|");
    InFlight inFlight = new InFlight(fixture);
    for (String handlers : List.of("blocking", "asynchronous")) {
      goals.checkInFlight(handlers, inFlight.measure(handlers));
    }
  }
}
