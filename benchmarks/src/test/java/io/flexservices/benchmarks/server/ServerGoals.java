package io.flexservices.benchmarks.server;

import io.flexservices.benchmarks.report.Goals;

/** What is wanted of the local server. For one thread. */
final class ServerGoals {
  private static final double MOST_OF_NODES_MEDIAN = 0.45;
  private static final double LEAST_OF_THE_JDKS_RATE = 0.75;
  private static final double MOST_MEGABYTES_IN_FLIGHT = 100;

  private final Goals goals = new Goals();

  /** The rate and the median beside the other servers. */
  void check(String request, Comparison comparison, double leastOfNodesRate) {
    Round overNode = comparison.localOver(Contender.NODE);
    goals
        .atLeast(request + ", times Node's rate", overNode.perSecond(), leastOfNodesRate)
        .atMost(request + ", times Node's median", overNode.median(), MOST_OF_NODES_MEDIAN)
        .atLeast(
            request + ", times the JDK server's rate",
            comparison.localOver(Contender.JDK).perSecond(),
            LEAST_OF_THE_JDKS_RATE);
  }

  /** The bytes that are held for the requests in flight. */
  void checkInFlight(String handlers, long held) {
    goals.atMost(
        "1,000 requests in flight, " + handlers + ", MB", held / 1e6, MOST_MEGABYTES_IN_FLIGHT);
  }

  /** Prints them, and gives what the program is to end with. */
  int print() {
    return goals.print();
  }
}
