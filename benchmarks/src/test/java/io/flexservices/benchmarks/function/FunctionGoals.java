package io.flexservices.benchmarks.function;

import io.flexservices.benchmarks.report.Figures;
import io.flexservices.benchmarks.report.Goals;
import java.util.function.ToDoubleFunction;

/** What the project wants of its functions. */
final class FunctionGoals {
  private static final double MEGABYTES = 48;

  private final Results results;
  private final Goals goals = new Goals();

  private FunctionGoals(Results results) {
    this.results = results;
  }

  /** The goals, checked; those that need a JDK 25 only where there is one. */
  static Goals of(Results results) {
    FunctionGoals checked = new FunctionGoals(results);
    checked.coldAgainstTheFloor();
    checked.coldAgainstOthers();
    checked.warm();
    checked.growth();
    checked.largeBodies();
    return checked.goals;
  }

  private void coldAgainstTheFloor() {
    cold("first answer, times the floor's", Role.FIXTURE, Role.FLOOR, 1.30);
    cold("first answer, class data archive", Role.FIXTURE_ARCHIVE, Role.FLOOR_ARCHIVE, 1.15);
    both("first two, times the floor's", Role.FIXTURE, Role.FLOOR);
    both("first two, class data archive", Role.FIXTURE_ARCHIVE, Role.FLOOR_ARCHIVE);
    if (has25()) {
      cold("first answer, AOT cache", Role.FIXTURE_25_CACHE, Role.FLOOR_25_CACHE, 1.40);
      both("first two, AOT cache", Role.FIXTURE_25_CACHE, Role.FLOOR_25_CACHE);
    }
    goals.atMost(
        "RSS after the first answers, MB",
        results.cold().median(Role.FIXTURE, ColdStart::memory),
        MEGABYTES);
  }

  private void coldAgainstOthers() {
    cold("first answer, times Node's", Role.FIXTURE, Role.NODE, 0.60);
    if (has25()) {
      cold("first answer, AOT cache, times Node's", Role.FIXTURE_25_CACHE, Role.NODE, 0.33);
    }
    cold("first answer, times http4k's", Role.FIXTURE, Role.HTTP4K, 0.45);
  }

  private void warm() {
    WarmCalls warm = results.warm();
    goals.atMost(
        "warm GET, times the floor's", warm.get(Role.FIXTURE, 50) / warm.get(Role.FLOOR, 50), 1.3);
    goals.atMost(
        "warm echo, times the floor's",
        warm.echo(Role.FIXTURE, 50) / warm.echo(Role.FLOOR, 50),
        1.6);
    goals.atMost(
        "p99 of the GET, times the floor's",
        warm.get(Role.FIXTURE, 99) / warm.get(Role.FLOOR, 99),
        2);
    goals.atMost(
        "p99 of the echo, times the floor's",
        warm.echo(Role.FIXTURE, 99) / warm.echo(Role.FLOOR, 99),
        2);
    goals.atMost(
        "warm GET, times Node's", warm.get(Role.FIXTURE, 50) / warm.get(Role.NODE, 50), 0.4);
    goals.atMost(
        "warm echo, times Node's", warm.echo(Role.FIXTURE, 50) / warm.echo(Role.NODE, 50), 0.4);
    goals.atMost(
        "after "
            + Figures.whole(results.drift().invocations())
            + " invocations, times after "
            + Figures.whole(Drift.YOUNG),
        results.drift().ratio(),
        1.1);
  }

  private void growth() {
    cold("first answer, 10,000 handlers to 10", Role.MANY_HANDLERS, Role.FEW_HANDLERS, 1.10);
    WarmCalls warm = results.warm();
    goals.atMost(
        "warm GET, 10,000 handlers to 10",
        warm.get(Role.MANY_HANDLERS, 50) / warm.get(Role.FEW_HANDLERS, 50),
        1.05);
  }

  private void largeBodies() {
    double ours = results.large().median(Role.FEW_HANDLERS);
    goals.atMost("4.9 MB, times Jackson's tree", ours / results.large().median(Role.TREE), 0.9);
    goals.atMost("4.9 MB, times Node's", ours / results.large().median(Role.NODE), 0.9);
  }

  private void cold(String what, Role ours, Role theirs, double most) {
    check(what, ours, theirs, ColdStart::first, most);
  }

  private void both(String what, Role ours, Role theirs) {
    check(what, ours, theirs, ColdStart::firstTwo, 1.40);
  }

  private void check(
      String what, Role ours, Role theirs, ToDoubleFunction<ColdStart> value, double most) {
    double ratio = results.cold().median(ours, value) / results.cold().median(theirs, value);
    goals.atMost(what, ratio, most);
  }

  private boolean has25() {
    return !Double.isNaN(results.cold().median(Role.FIXTURE_25, ColdStart::first));
  }
}
