package io.flexservices.benchmarks.server;

import io.flexservices.benchmarks.report.Figures;
import io.flexservices.benchmarks.report.MarkdownTable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** All servers under the same load, one after the other in each round. */
final class Comparison {
  private static final int CONNECTIONS = 32;

  private final MeasuredRequest request;
  private final Map<Contender, List<Round>> rounds = new EnumMap<>(Contender.class);

  private Comparison(MeasuredRequest request) {
    this.request = request;
  }

  /**
   * Compares what servers make of a request.
   *
   * @param warmUp how long each server answers requests before anything counts
   * @param rounds how many, each of the time given for each server
   */
  static Comparison of(
      MeasuredRequest request,
      Map<Contender, ServerProcess> servers,
      Duration warmUp,
      int rounds,
      Duration time)
      throws IOException {
    Comparison comparison = new Comparison(request);
    for (ServerProcess server : servers.values()) {
      load(server, request).run(warmUp);
    }
    for (int i = 0; i < rounds; i++) {
      for (Map.Entry<Contender, ServerProcess> server : servers.entrySet()) {
        comparison
            .rounds
            .computeIfAbsent(server.getKey(), contender -> new ArrayList<>())
            .add(Round.of(server.getValue(), load(server.getValue(), request), time));
      }
    }
    return comparison;
  }

  private static Load load(ServerProcess server, MeasuredRequest request) {
    return new Load(server.port(), request, CONNECTIONS);
  }

  /** A table without rows. */
  static MarkdownTable table() {
    return MarkdownTable.of(
        "request",
        "server",
        "requests/s",
        "p50, ms",
        "p99, ms",
        "processor for a request, ms",
        "local over it: requests/s",
        "p50",
        "p99");
  }

  /** Adds a row for each server: its own figures, and the local server's over its. */
  void addTo(MarkdownTable table) {
    for (Contender contender : rounds.keySet()) {
      Round own = Round.median(all(contender));
      Round local = localOver(contender);
      table.row(
          request.name(),
          contender.label(),
          Figures.whole(own.perSecond()),
          Figures.hundredths(own.median() / 1e3),
          Figures.hundredths(own.p99() / 1e3),
          Figures.thousandths(own.processor() / 1e3),
          Figures.hundredths(local.perSecond()),
          Figures.hundredths(local.median()),
          Figures.hundredths(local.p99()));
    }
  }

  /** The local server's figures as multiples of another's: the median of the rounds. */
  Round localOver(Contender contender) {
    List<Round> ratios = new ArrayList<>();
    for (int i = 0; i < all(contender).size(); i++) {
      ratios.add(all(Contender.LOCAL).get(i).over(all(contender).get(i)));
    }
    return Round.median(ratios);
  }

  private List<Round> all(Contender contender) {
    return rounds.getOrDefault(contender, List.of());
  }
}
