package io.flexservices.conformance;

import io.flexservices.conformance.platform.RunningTarget;
import io.flexservices.conformance.platform.Target;
import io.flexservices.conformance.platform.TargetOptions;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** A case that does little but wait, on all targets at once. */
final class SideBySide {
  private static final int TARGETS = Target.values().length;

  private SideBySide() {}

  /** A case on one target. */
  interface Case {
    void check(Target target, RunningTarget running) throws Exception;
  }

  /**
   * A test for each target. None of them begins before all targets have started: that takes the
   * processors away from whoever has to answer in time.
   */
  static Stream<DynamicTest> onAllTargets(Function<Target, TargetOptions> options, Case tried) {
    CountDownLatch starting = new CountDownLatch(TARGETS);
    ExecutorService threads = Executors.newFixedThreadPool(TARGETS);
    List<DynamicTest> tests =
        Arrays.stream(Target.values())
            .map(
                target -> {
                  Future<?> result =
                      threads.submit(() -> check(target, options.apply(target), starting, tried));
                  return DynamicTest.dynamicTest(target.label(), () -> await(target, result));
                })
            .toList();
    threads.shutdown();
    return tests.stream();
  }

  private static Void check(
      Target target, TargetOptions options, CountDownLatch starting, Case tried) throws Exception {
    try (RunningTarget running = start(target, options, starting)) {
      starting.await();
      tried.check(target, running);
      return null;
    }
  }

  private static RunningTarget start(
      Target target, TargetOptions options, CountDownLatch starting) {
    try {
      return target.start(options);
    } finally {
      starting.countDown();
    }
  }

  /**
   * The build's reports know a dynamic test by its number alone, so the failure names the target.
   */
  private static void await(Target target, Future<?> result) throws InterruptedException {
    try {
      result.get();
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      throw new AssertionError(target.label() + ": " + cause.getMessage(), cause);
    }
  }
}
