package io.flexservices.internal.worker;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.spi.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DeadlineWatchTest {
  private static final Deadline FAR = Deadline.in(Duration.ofHours(1));

  private final DeadlineWatch watch = new DeadlineWatch();

  @Test
  void tellsOfADeadlineThatPassesAndOfNoOther() throws Exception {
    CompletableFuture<Void> told = new CompletableFuture<>();
    AtomicInteger others = new AtomicInteger();
    DeadlineWatch.Watched far = watch.watch(FAR, others::incrementAndGet);
    DeadlineWatch.Watched near = watch.watch(soon(), () -> told.complete(null));

    told.get(30, SECONDS);

    assertThat(near.done()).isFalse();
    assertThat(far.done()).isTrue();
    assertThat(far.done()).isFalse();
    assertThat(others).hasValue(0);
  }

  @Test
  void tellsOfAnEarlierOneThatComesLater() throws Exception {
    watch.watch(FAR, () -> {});
    for (int i = 0; i < 20; i++) {
      CompletableFuture<Void> told = new CompletableFuture<>();
      watch.watch(soon(), () -> told.complete(null));
      told.get(30, SECONDS);
    }
  }

  @Test
  void startsAgainWhenItHadNothingLeftToWatch() throws Exception {
    for (int i = 0; i < 20; i++) {
      CompletableFuture<Thread> told = new CompletableFuture<>();
      watch.watch(soon(), () -> told.complete(Thread.currentThread()));
      told.get(30, SECONDS).join();
    }
  }

  @Test
  void oneThatFailsKeepsNoOtherFromBeingTold() throws Exception {
    CompletableFuture<Throwable> failure = new CompletableFuture<>();
    CompletableFuture<Void> told = new CompletableFuture<>();
    watch.watch(
        soon(),
        () -> {
          Thread.currentThread()
              .setUncaughtExceptionHandler((thread, thrown) -> failure.complete(thrown));
          throw new IllegalStateException("failed");
        });

    assertThat(failure.get(30, SECONDS)).hasMessage("failed");
    watch.watch(soon(), () -> told.complete(null));
    told.get(30, SECONDS);
  }

  @Test
  void eachIsToldOrDoneAndNeverBoth() throws Exception {
    int size = 1_000;
    AtomicInteger late = new AtomicInteger();
    CountDownLatch over = new CountDownLatch(size);
    List<DeadlineWatch.Watched> all = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      all.add(
          watch.watch(
              Deadline.in(Duration.ofNanos(i * 20_000L)),
              () -> {
                late.incrementAndGet();
                over.countDown();
              }));
    }
    int done = 0;
    for (DeadlineWatch.Watched watched : all) {
      if (watched.done()) {
        done++;
        over.countDown();
      }
    }

    assertThat(over.await(30, SECONDS)).isTrue();
    assertThat(done + late.get()).isEqualTo(size);
  }

  private static Deadline soon() {
    return Deadline.in(Duration.ofMillis(5));
  }
}
