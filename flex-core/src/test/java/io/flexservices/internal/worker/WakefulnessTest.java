package io.flexservices.internal.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.flexservices.spi.Deadline;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A thread stays awake for a moment, and for no longer than that. */
@Timeout(60)
class WakefulnessTest {
  private static final Promise<String> NEVER_GIVEN = new Promise<>();

  private final AtomicLong looks = new AtomicLong();

  @Test
  void endsWhenItsTimeIsOver() {
    wakefulness(100, () -> looks.getAndIncrement() * 10).await(NEVER_GIVEN);

    assertThat(looks).hasValue(11);
  }

  @Test
  void endsWhenItsTimeIsOverThoughTheClockTurnsNegative() {
    wakefulness(100, () -> Long.MAX_VALUE - 50 + looks.getAndIncrement() * 10).await(NEVER_GIVEN);

    assertThat(looks).hasValue(11);
  }

  @Test
  void endsWhenTheValueIsGiven() {
    Promise<String> promise = new Promise<>();
    Wakefulness wakefulness =
        wakefulness(
            100,
            () -> {
              if (looks.incrementAndGet() == 3) {
                promise.give("done");
              }
              return 0;
            });
    wakefulness.await(promise);

    assertThat(looks).hasValue(3);
  }

  @Test
  void anInterruptEndsItAndIsKept() {
    Wakefulness wakefulness =
        wakefulness(
            100,
            () -> {
              if (looks.incrementAndGet() == 3) {
                Thread.currentThread().interrupt();
              }
              return 0;
            });
    wakefulness.await(NEVER_GIVEN);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(looks).hasValue(3);
  }

  @Test
  void withoutTimeTheThreadSleepsAtOnce() {
    wakefulness(0, looks::incrementAndGet).await(NEVER_GIVEN);

    assertThat(looks).hasValue(0);
  }

  @Test
  void withOneProcessorThereIsNoTime() {
    assertThat(Wakefulness.on(1).time()).isZero();
    assertThat(Wakefulness.on(2).time()).isEqualTo(Duration.ofNanos(30_000));
    assertThat(Wakefulness.on(64).time()).isEqualTo(Duration.ofNanos(30_000));
  }

  @Test
  void whatComesWithinATenthOfAMillisecondIsClose() {
    Wakefulness wakefulness = wakefulness(1, () -> looks.getAndAdd(60_000));

    Deadline close = wakefulness.close();
    assertThat(close.isSpent()).isFalse();
    assertThat(close.isSpent()).isTrue();
  }

  @Test
  void refusesATimeThatIsNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> wakefulness(-1, System::nanoTime))
        .withMessage("time < 0: PT-0.000000001S");
  }

  private static Wakefulness wakefulness(long nanos, LongSupplier clock) {
    return new Wakefulness(Duration.ofNanos(nanos), clock);
  }
}
