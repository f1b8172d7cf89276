package io.flexservices.benchmarks.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is wanted of the local server, and by how much it is missed. For one thread. */
final class Goals {
  private static final double MOST_OF_NODES_MEDIAN = 0.45;
  private static final double LEAST_OF_THE_JDKS_RATE = 0.75;
  private static final long MOST_IN_FLIGHT = 100_000_000;

  private final List<String> missed = new ArrayList<>();

  /** The rate and the median beside the other servers. */
  void check(String request, Comparison comparison, double leastOfNodesRate) {
    Round overNode = comparison.localOver(Contender.NODE);
    atLeast(request + ": times Node's rate", overNode.perSecond(), leastOfNodesRate);
    atMost(request + ": times Node's median", overNode.median(), MOST_OF_NODES_MEDIAN);
    atLeast(
        request + ": times the JDK server's rate",
        comparison.localOver(Contender.JDK).perSecond(),
        LEAST_OF_THE_JDKS_RATE);
  }

  /** The bytes that are held for the requests in flight. */
  void checkInFlight(String handlers, long held) {
    atMost(handlers + " handlers in flight: MB held", held / 1e6, MOST_IN_FLIGHT / 1e6);
  }

  /** A sentence for each that is missed. */
  List<String> missed() {
    return List.copyOf(missed);
  }

  private void atLeast(String what, double measured, double least) {
    if (measured < least) {
      missed.add(String.format(Locale.ROOT, "%s %.2f, less than %.2f", what, measured, least));
    }
  }

  private void atMost(String what, double measured, double most) {
    if (measured > most) {
      missed.add(String.format(Locale.ROOT, "%s %.2f, more than %.2f", what, measured, most));
    }
  }
}
