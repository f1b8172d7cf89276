package io.flexservices.conformance.platforms;

import io.flexservices.conformance.platform.RunningTarget;
import io.flexservices.conformance.platform.Target;
import io.flexservices.conformance.platforms.PlatformCase.Trial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every case on every target's real runtime; and the page that users read says what was found. */
class PlatformsIT {
  private static final Duration TIME_OUT = Duration.ofSeconds(90);

  private final Page page = new Page();

  @TestFactory
  Stream<DynamicNode> holdsOnEveryPlatform() {
    Stream<DynamicNode> targets = Arrays.stream(Target.values()).map(this::onTarget);
    // Dynamic tests run in their order: by then every case has run.
    return Stream.concat(
        targets,
        Stream.of(DynamicTest.dynamicTest("the page says so", () -> page.check(CaseGroup.GROUPS))));
  }

  private DynamicNode onTarget(Target target) {
    return DynamicContainer.dynamicContainer(
        target.label(), Arrays.stream(Setup.values()).flatMap(setup -> tests(target, setup)));
  }

  /** The children are made, run and let go one after another, so the target lives as long. */
  private Stream<DynamicTest> tests(Target target, Setup setup) {
    List<Row> rows = rows(target, setup);
    if (rows.isEmpty()) {
      return Stream.empty();
    }
    return Stream.of(setup)
        .flatMap(
            chosen -> {
              RunningTarget running = target.start(chosen.options());
              Caller caller = new Caller(target, running.url());
              return rows.stream().map(row -> test(row, caller)).onClose(running::close);
            });
  }

  private DynamicTest test(Row row, Caller caller) {
    return DynamicTest.dynamicTest(
        row.group.title() + ": " + row.tried.title(),
        () -> {
          run(row, caller);
          page.record(row.group, row.tried, caller.target(), row.trial.cell());
        });
  }

  /** The build's reports know a dynamic test by its number alone, so the failure names the case. */
  private static void run(Row row, Caller caller) {
    try {
      Assertions.assertTimeoutPreemptively(TIME_OUT, () -> row.trial.steps().run(caller));
    } catch (Throwable e) {
      throw new AssertionError(
          "%s, %s: %s".formatted(caller.target().label(), row.tried.title(), e.getMessage()), e);
    }
  }

  private static List<Row> rows(Target target, Setup setup) {
    List<Row> rows = new ArrayList<>();
    for (CaseGroup group : CaseGroup.GROUPS) {
      for (PlatformCase tried : group.cases()) {
        Trial trial = tried.on(target);
        if (trial != null && tried.setup() == setup) {
          rows.add(new Row(group, tried, trial));
        }
      }
    }
    return rows;
  }

  /** A case on one target. */
  private record Row(CaseGroup group, PlatformCase tried, Trial trial) {}
}
