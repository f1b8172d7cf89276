package io.flexservices.conformance.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Runs mutated inputs against an adapter. The system properties {@code flex.fuzz.count} and {@code
 * flex.fuzz.seed} say how many, and from where; without a seed each run takes the one of the build.
 * An input that fails is kept beside the tests' other files and tried again by every build.
 */
final class Fuzzing {
  private static final int COUNT = Integer.getInteger("flex.fuzz.count", 100_000);
  private static final long SEED = Long.getLong("flex.fuzz.seed", 20_260_101L);
  private static final int BATCHES = 10;
  private static final int CALLERS = 8;
  private static final long GROWTH = 32L * 1024 * 1024;
  private static final Path KEPT = Path.of("src/test/resources/fuzz");

  private final String adapter;
  private final Subject subject;
  private final PrintStream out = System.err;
  private final ExecutorService threads = Executors.newFixedThreadPool(CALLERS);

  Fuzzing(String adapter, Subject subject) {
    this.adapter = adapter;
    this.subject = subject;
  }

  /** Takes an input, on any thread, and throws where what comes of it is not as it should be. */
  interface Subject {
    void take(byte[] input) throws Exception;
  }

  /** The inputs that were kept, newest failures and old ones. */
  static Stream<Path> kept(String adapter) throws IOException {
    return Files.list(KEPT.resolve(adapter)).sorted();
  }

  /** All inputs, each made from the seed and its number alone. */
  void run(Function<RandomGenerator, byte[]> inputs) {
    out.printf("Fuzzing %s: %,d inputs from seed %d%n", adapter, COUNT, SEED);
    long started = System.nanoTime();
    long memory = Long.MAX_VALUE;
    for (int batch = 0; batch < BATCHES; batch++) {
      int from = (int) ((long) COUNT * batch / BATCHES);
      int to = (int) ((long) COUNT * (batch + 1) / BATCHES);
      takeAll(from, to, inputs);
      // The first batches load classes and fill caches.
      if (batch == 2) {
        memory = used();
      }
    }
    assertThat(used() - memory).as("bytes of memory that were not given back").isLessThan(GROWTH);
    threads.shutdown();
    out.printf("Fuzzed %s in %d ms%n", adapter, (System.nanoTime() - started) / 1_000_000);
  }

  /** Several at once, as a busy service has it, and since most of the time goes by in waiting. */
  private void takeAll(int from, int to, Function<RandomGenerator, byte[]> inputs) {
    AtomicInteger next = new AtomicInteger(from);
    List<Future<?>> callers = new ArrayList<>();
    for (int caller = 0; caller < CALLERS; caller++) {
      callers.add(
          threads.submit(
              () -> {
                for (int i = next.getAndIncrement(); i < to; i = next.getAndIncrement()) {
                  take(i, inputs.apply(new SplittableRandom(SEED * 1_000_003 + i)));
                }
              }));
    }
    callers.forEach(Fuzzing::await);
  }

  private static void await(Future<?> caller) {
    try {
      caller.get();
    } catch (ExecutionException e) {
      throw new AssertionError(String.valueOf(e.getCause().getMessage()), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void take(int number, byte[] input) {
    try {
      subject.take(input);
    } catch (Throwable e) {
      Path file = KEPT.resolve(adapter).resolve("seed" + SEED + "-" + number);
      keep(file, input);
      throw new AssertionError(
          "Input %d of seed %d fails; it is kept in %s".formatted(number, SEED, file), e);
    }
  }

  private static void keep(Path file, byte[] input) {
    try {
      Files.write(file, input);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long used() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
