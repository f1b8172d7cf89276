package io.flexservices.benchmarks.server;

import io.flexservices.benchmarks.report.Statistics;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What one server did in one round.
 *
 * @param perSecond the requests that it answered in a second
 * @param median of the times that a request took, in microseconds
 * @param p99 the time within which 99 of 100 were answered, in microseconds
 * @param processor the server's time of a processor for a request, in microseconds
 */
record Round(double perSecond, double median, double p99, double processor) {
  static Round of(ServerProcess server, Load load, Duration time) throws IOException {
    Duration before = server.processorTime();
    Sample sample = load.run(time);
    Duration taken = server.processorTime().minus(before);
    return new Round(
        sample.perSecond(),
        sample.median() / 1e3,
        sample.p99() / 1e3,
        taken.toNanos() / 1e3 / sample.requests());
  }

  /** What is in the middle of several rounds, for each of the figures. */
  static Round median(List<Round> rounds) {
    return new Round(
        median(rounds, Round::perSecond),
        median(rounds, Round::median),
        median(rounds, Round::p99),
        median(rounds, Round::processor));
  }

  private static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
    return Statistics.median(rounds.stream().mapToDouble(figure).boxed().toList());
  }

  /** Each figure as a multiple of another's in the same round. */
  Round over(Round other) {
    return new Round(
        perSecond / other.perSecond,
        median / other.median,
        p99 / other.p99,
        processor / other.processor);
  }
}
