package io.flexservices.internal.worker;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * What it costs to hand a request over to a handler's thread and its answer back: as it is, with
 * threads that sleep at once, and beside both what two bare wake-ups cost, one for each way. Prints
 * percentiles in microseconds, and at the end the median of the rounds' medians. Run by hand, on an
 * idle machine:
 *
 * <pre>
 * mvn -q -pl flex-core test-compile
 * java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC \
 *     -cp flex-core/target/test-classes:flex-core/target/classes \
 *     io.flexservices.internal.worker.HandOffBenchmark
 * </pre>
 */
final class HandOffBenchmark {
  private static final int ROUNDS = 5;

  private HandOffBenchmark() {}

  /** What happens between two requests; a server that waits for the next one is asleep. */
  private enum Gap {
    NONE(5_000, 0, false),
    BUSY_20_US(5_000, 20_000, false),
    ASLEEP_1_MS(500, 1_000_000, true),
    BUSY_1_MS(500, 1_000_000, false);

    private final int requests;
    private final long nanos;
    private final boolean asleep;

    Gap(int requests, long nanos, boolean asleep) {
      this.requests = requests;
      this.nanos = nanos;
      this.asleep = asleep;
    }

    private void pass() {
      long end = System.nanoTime() + nanos;
      for (long left = nanos; left > 0; left = end - System.nanoTime()) {
        if (asleep) {
          LockSupport.parkNanos(left);
        } else {
          Thread.onSpinWait();
        }
      }
    }
  }

  /** One way there and back. */
  private interface HandOff {
    void thereAndBack() throws Exception;
  }

  /** Runs it. */
  public static void main(String[] arguments) throws Exception {
    Wakefulness wakefulness = Wakefulness.on(Runtime.getRuntime().availableProcessors());
    System.out.println("awake for " + wakefulness.time().toNanos() / 1_000 + " microseconds");
    try (HandlerThreads awake = new HandlerThreads(16, wakefulness);
        HandlerThreads asleep = new HandlerThreads(16, Wakefulness.never());
        BareWakeUps bare = new BareWakeUps()) {
      Map<Gap, double[]> bares = new EnumMap<>(Gap.class);
      Map<Gap, double[]> sleepers = new EnumMap<>(Gap.class);
      Map<Gap, double[]> ours = new EnumMap<>(Gap.class);
      for (int round = 0; round < ROUNDS; round++) {
        for (Gap gap : Gap.values()) {
          note(bares, round, gap, "bare wake-ups", bare::thereAndBack);
          note(sleepers, round, gap, "sleeping at once", () -> thereAndBack(asleep));
          note(ours, round, gap, "as it is", () -> thereAndBack(awake));
        }
      }
      for (Gap gap : Gap.values()) {
        summary(gap, median(bares, gap), median(sleepers, gap), median(ours, gap));
      }
    }
  }

  private static void thereAndBack(HandlerThreads threads) throws Exception {
    Promise<String> answer = new Promise<>();
    HandlerRun unused = threads.start(() -> answer.give("done"));
    threads.wakefulness().await(answer);
    answer.await(Duration.ofSeconds(1));
  }

  private static void note(
      Map<Gap, double[]> medians, int round, Gap gap, String what, HandOff handOff)
      throws Exception {
    long[] sorted = measure(gap, handOff);
    medians.computeIfAbsent(gap, key -> new double[ROUNDS])[round] = at(sorted, 50);
    System.out.printf(
        "round %d, %-11s %-16s p50 %6.1f, p90 %6.1f, p99 %6.1f%n",
        round + 1, gap, what, at(sorted, 50), at(sorted, 90), at(sorted, 99));
  }

  private static long[] measure(Gap gap, HandOff handOff) throws Exception {
    long[] nanos = new long[gap.requests];
    for (int i = 0; i < nanos.length; i++) {
      gap.pass();
      long begun = System.nanoTime();
      handOff.thereAndBack();
      nanos[i] = System.nanoTime() - begun;
    }
    Arrays.sort(nanos);
    return nanos;
  }

  private static void summary(Gap gap, double bare, double sleeping, double ours) {
    System.out.printf(
        "%-11s bare %6.1f, sleeping at once %6.1f, as it is %6.1f: bare %+.1f, by %.2f%n",
        gap, bare, sleeping, ours, ours - bare, ours / bare);
  }

  private static double median(Map<Gap, double[]> medians, Gap gap) {
    double[] sorted = medians.get(gap).clone();
    Arrays.sort(sorted);
    return sorted[ROUNDS / 2];
  }

  private static double at(long[] sorted, int percent) {
    return sorted[sorted.length * percent / 100] / 1_000.0;
  }
}
