package io.flexservices.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left of a request's time. */
class DeadlineTest {
  private final AtomicLong nanos = new AtomicLong();

  @Test
  void countsDown() {
    Deadline deadline = in(Duration.ofMillis(100));
    assertThat(deadline.remaining()).isEqualTo(Duration.ofMillis(100));
    pass(Duration.ofMillis(60));
    assertThat(deadline.remaining()).isEqualTo(Duration.ofMillis(40));
    assertThat(deadline.isSpent()).isFalse();
    assertThat(deadline.budget()).isEqualTo(Duration.ofMillis(100));
  }

  @Test
  void isSpentAtItsEndAndNeverNegative() {
    Deadline deadline = in(Duration.ofMillis(100));
    pass(Duration.ofMillis(100));
    assertThat(deadline.isSpent()).isTrue();
    assertThat(deadline.remaining()).isZero();
    pass(Duration.ofDays(1));
    assertThat(deadline.remaining()).isZero();
  }

  @Test
  void isSpentFromTheBeginningWithoutABudget() {
    assertThat(in(Duration.ZERO).isSpent()).isTrue();
    assertThat(in(Duration.ofSeconds(-1)).remaining()).isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MAX_VALUE, Long.MIN_VALUE, -1, Long.MAX_VALUE - 1_000})
  void survivesAClockThatOverflows(long start) {
    nanos.set(start);
    Deadline deadline = in(Duration.ofSeconds(1));
    assertThat(deadline.isSpent()).isFalse();
    pass(Duration.ofMillis(400));
    assertThat(deadline.remaining()).isEqualTo(Duration.ofMillis(600));
    pass(Duration.ofMillis(600));
    assertThat(deadline.isSpent()).isTrue();
  }

  @Test
  void boundsABudgetThatNoClockHolds() {
    Deadline deadline = in(Duration.ofMillis(Long.MAX_VALUE));
    assertThat(deadline.isSpent()).isFalse();
    assertThat(deadline.remaining()).isEqualTo(Duration.ofDays(36_500));
  }

  @Test
  void choosesTheEarlierOfTwo() {
    Deadline early = in(Duration.ofSeconds(1));
    Deadline late = in(Duration.ofSeconds(2));
    assertThat(early.earlierOf(late)).isSameAs(early);
    assertThat(late.earlierOf(early)).isSameAs(early);
    pass(Duration.ofSeconds(10));
    assertThat(late.earlierOf(Deadline.in(Duration.ofHours(1)))).isSameAs(late);
  }

  private Deadline in(Duration budget) {
    return Deadline.in(budget, nanos::get);
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }
}
