package io.flexservices.internal.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A value is given once, and who waits for it is woken. */
@Timeout(60)
class PromiseTest {
  private static final Duration LONG = Duration.ofDays(36_500);

  private final Promise<String> promise = new Promise<>();

  @Test
  void theFirstValueStays() throws InterruptedException {
    assertThat(promise.isGiven()).isFalse();
    assertThat(promise.give("first")).isTrue();
    assertThat(promise.give("second")).isFalse();

    assertThat(promise.isGiven()).isTrue();
    assertThat(promise.await(Duration.ZERO)).isTrue();
    assertThat(promise.value()).isEqualTo("first");
  }

  @Test
  void nothingIsAValueToo() {
    Promise<String> nothing = new Promise<>();

    assertThat(nothing.give(null)).isTrue();
    assertThat(nothing.isGiven()).isTrue();
    assertThat(nothing.value()).isNull();
  }

  @Test
  void whoWaitsIsWoken() throws InterruptedException {
    Thread giver = whenItSleeps(() -> promise.give("value"));

    assertThat(promise.await(LONG)).isTrue();
    assertThat(promise.value()).isEqualTo("value");
    giver.join();
  }

  @Test
  void theWaitEndsWithItsTime() throws InterruptedException {
    assertThat(promise.await(Duration.ofMillis(1))).isFalse();
    assertThat(promise.await(Duration.ZERO)).isFalse();
    assertThatIllegalStateException().isThrownBy(promise::value);
  }

  @Test
  void anInterruptEndsTheWait() throws InterruptedException {
    Thread waiting = Thread.currentThread();
    Thread interrupter = whenItSleeps(waiting::interrupt);

    assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> promise.await(LONG));
    assertThat(Thread.interrupted()).isFalse();
    interrupter.join();
  }

  @Test
  void whatIsThereAlreadyIsTakenInSpiteOfAnInterrupt() throws InterruptedException {
    promise.give("value");
    Thread.currentThread().interrupt();

    assertThat(promise.await(LONG)).isTrue();
    assertThat(Thread.interrupted()).isTrue();
  }

  /** Does something as soon as this thread sleeps; the test's own time-out ends a vain wait. */
  private static Thread whenItSleeps(Runnable something) {
    Thread sleeper = Thread.currentThread();
    Thread thread =
        new Thread(
            () -> {
              while (sleeper.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
              }
              something.run();
            });
    thread.start();
    return thread;
  }
}
