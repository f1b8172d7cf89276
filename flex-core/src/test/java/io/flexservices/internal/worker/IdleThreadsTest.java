package io.flexservices.internal.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A thread that waits is given work or leaves, and never both. */
@Timeout(60)
class IdleThreadsTest {
  private static final HandlerRun WORK = new HandlerRun(() -> {});

  @Test
  void aThreadThatWaitsAwakeIsGivenWork() {
    assertThat(waiting(idle -> assertThat(idle.give(WORK)).isTrue())).isSameAs(WORK);
  }

  @Test
  void aThreadIsGivenOnePieceOfWork() {
    HandlerRun other = new HandlerRun(() -> {});

    HandlerRun given =
        waiting(
            idle -> {
              assertThat(idle.give(WORK)).isTrue();
              assertThat(idle.give(other)).isFalse();
            });
    assertThat(given).isSameAs(WORK);
  }

  @Test
  void whatIsGivenInTheMomentOfAnInterruptIsNotLost() {
    HandlerRun given =
        waiting(
            idle -> {
              Thread.currentThread().interrupt();
              assertThat(idle.give(WORK)).isTrue();
            });

    assertThat(Thread.interrupted()).isTrue();
    assertThat(given).isSameAs(WORK);
  }

  @Test
  void anInterruptWhileItIsAwakeEndsTheWait() {
    assertThat(waiting(idle -> Thread.currentThread().interrupt())).isNull();
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void aThreadThatIsToSleepIsNotAwakeForAMoment() {
    Wakefulness wakefulness =
        wakefulness(
            () -> {
              throw new AssertionError("it looked at the clock");
            });

    assertThat(new IdleThreads(wakefulness, Duration.ZERO).await(false)).isNull();
  }

  @Test
  void aThreadThatLeftIsGivenNothing() {
    IdleThreads idle = new IdleThreads(Wakefulness.never(), Duration.ZERO);

    assertThat(idle.await(true)).isNull();
    assertThat(idle.give(WORK)).isFalse();
  }

  /** What a thread is given to which something happens once, while it waits awake. */
  private static HandlerRun waiting(Consumer<IdleThreads> happening) {
    AtomicReference<Runnable> once = new AtomicReference<>();
    LongSupplier clock =
        () -> {
          once.getAndSet(() -> {}).run();
          return 0;
        };
    IdleThreads idle = new IdleThreads(wakefulness(clock), Duration.ofMinutes(1));
    once.set(() -> happening.accept(idle));
    return idle.await(true);
  }

  private static Wakefulness wakefulness(LongSupplier clock) {
    return new Wakefulness(Duration.ofNanos(1), clock);
  }
}
