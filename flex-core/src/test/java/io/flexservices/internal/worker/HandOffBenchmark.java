package io.flexservices.internal.worker;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * What it costs to hand a request over to a handler's thread and its answer back, beside the same
 * work on one thread. Prints percentiles in microseconds, of requests that follow one another at
 * once and of some that come after a pause, when the thread sleeps. Run by hand, on an idle
 * machine:
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
  private static final int REQUESTS = 20_000;
  private static final long PAUSE_NANOS = 200_000;

  private HandOffBenchmark() {}

  /** Runs it. */
  public static void main(String[] arguments) throws Exception {
    try (HandlerThreads threads = new HandlerThreads(16)) {
      for (int round = 1; round <= ROUNDS; round++) {
        print(round, "at once", measure(threads, 0));
        print(round, "after a pause", measure(threads, PAUSE_NANOS));
      }
    }
  }

  private static long[] measure(HandlerThreads threads, long pause) throws Exception {
    long[] nanos = new long[REQUESTS];
    for (int i = 0; i < REQUESTS; i++) {
      CompletableFuture<String> answer = new CompletableFuture<>();
      long begun = System.nanoTime();
      HandlerRun unused = threads.start(() -> answer.complete("done"));
      answer.get(1, TimeUnit.SECONDS);
      nanos[i] = System.nanoTime() - begun;
      for (long end = System.nanoTime() + pause; System.nanoTime() < end; ) {
        Thread.onSpinWait();
      }
    }
    Arrays.sort(nanos);
    return nanos;
  }

  private static void print(int round, String what, long[] sorted) {
    System.out.printf(
        "round %d, %s: p50 %.1f, p90 %.1f, p99 %.1f%n",
        round, what, at(sorted, 50), at(sorted, 90), at(sorted, 99));
  }

  private static double at(long[] sorted, int percent) {
    return sorted[sorted.length * percent / 100] / 1_000.0;
  }
}
