package io.flexservices.internal.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A thread stays awake for a moment, and for no longer than that. */
@Timeout(60)
class WakefulnessTest {
  private static final Future<?> NEVER_DONE = new CompletableFuture<>();

  private final AtomicLong looks = new AtomicLong();

  @Test
  void endsWhenItsTimeIsOver() {
    new Wakefulness(100, () -> looks.getAndIncrement() * 10).await(NEVER_DONE);

    assertThat(looks).hasValue(11);
  }

  @Test
  void endsWhenItsTimeIsOverThoughTheClockTurnsNegative() {
    new Wakefulness(100, () -> Long.MAX_VALUE - 50 + looks.getAndIncrement() * 10)
        .await(NEVER_DONE);

    assertThat(looks).hasValue(11);
  }

  @Test
  void endsWhenTheFutureIsDone() {
    CompletableFuture<String> future = new CompletableFuture<>();
    Wakefulness wakefulness =
        new Wakefulness(
            100,
            () -> {
              if (looks.incrementAndGet() == 3) {
                future.complete("done");
              }
              return 0;
            });
    wakefulness.await(future);

    assertThat(looks).hasValue(3);
  }

  @Test
  void anInterruptEndsItAndIsKept() {
    Wakefulness wakefulness =
        new Wakefulness(
            100,
            () -> {
              if (looks.incrementAndGet() == 3) {
                Thread.currentThread().interrupt();
              }
              return 0;
            });
    wakefulness.await(NEVER_DONE);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(looks).hasValue(3);
  }

  @Test
  void withoutTimeTheThreadSleepsAtOnce() {
    new Wakefulness(0, looks::incrementAndGet).await(NEVER_DONE);

    assertThat(looks).hasValue(0);
  }

  @Test
  void withOneProcessorThereIsNoTime() {
    assertThat(Wakefulness.on(1).nanos()).isZero();
    assertThat(Wakefulness.on(2).nanos()).isBetween(1L, 100_000L);
    assertThat(Wakefulness.on(64)).extracting(Wakefulness::nanos).isEqualTo(30_000L);
  }

  @Test
  void paysWhereOneThingFollowsAnotherClosely() {
    assertThat(Wakefulness.on(2).paysAfter(99_999)).isTrue();
    assertThat(Wakefulness.on(2).paysAfter(100_000)).isFalse();
    assertThat(Wakefulness.never().paysAfter(0)).isFalse();
  }

  @Test
  void refusesATimeThatIsNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Wakefulness(-1, System::nanoTime))
        .withMessage("nanos < 0: -1");
  }
}
