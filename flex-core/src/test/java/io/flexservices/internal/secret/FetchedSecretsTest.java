package io.flexservices.internal.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.log.JsonLogger;
import io.flexservices.spi.Deadline;
import io.flexservices.testing.MemoryLog;
import io.flexservices.testing.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When secrets are fetched, and who is served in the meantime. */
class FetchedSecretsTest {
  private static final Duration TTL = Duration.ofMinutes(5);

  private final FakeSource source = new FakeSource();
  private final TestClock clock = new TestClock();
  private final MemoryLog log = new MemoryLog();
  private final ExecutorService workers = Executors.newCachedThreadPool();
  private final FetchedSecrets guard =
      new FetchedSecrets(source, "vault:flex", TTL, clock, workers, new JsonLogger(log, clock));

  @AfterEach
  void stop() throws InterruptedException {
    source.goesOn();
    workers.shutdownNow();
    assertThat(workers.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
  }

  @Test
  void fetchesNothingUntilSomebodyAsks() {
    assertThat(source.fetches()).isZero();
    accepts("first");
    assertThat(source.fetches()).isOne();
  }

  @Test
  void acceptsTheCurrentAndThePreviousSecret() {
    source.holds("new", "old");
    accepts("new");
    accepts("old");
    refuses("neither");
    refuses("");
  }

  @Test
  void keepsSecretsForTheirTimeToLive() {
    accepts("first");
    source.holds("second", null);
    clock.forward(TTL.minusMillis(1));
    accepts("first");
    assertThat(source.fetches()).isOne();

    clock.forward(Duration.ofMillis(1));
    accepts("second");
    refuses("first");
    assertThat(source.fetches()).isEqualTo(2);
  }

  @Test
  void fetchesEarlyWhereAKeyMatchesNone() {
    accepts("first");
    source.holds("second", "first");
    clock.forward(FetchedSecrets.EARLY_PAUSE);
    accepts("second");
    accepts("first");
    assertThat(source.fetches()).isEqualTo(2);
  }

  @Test
  void doesNotFetchForEveryWrongKey() {
    accepts("first");
    clock.forward(FetchedSecrets.EARLY_PAUSE);
    for (int i = 0; i < 1_000; i++) {
      refuses("guess" + i);
    }
    assertThat(source.fetches()).isEqualTo(2);

    clock.forward(FetchedSecrets.EARLY_PAUSE.minusMillis(1));
    refuses("guess");
    assertThat(source.fetches()).isEqualTo(2);
  }

  @Test
  void doesNotFetchEarlyForARequestWithoutAKey() {
    accepts("first");
    clock.forward(FetchedSecrets.EARLY_PAUSE);
    refuses("");
    assertThat(source.fetches()).isOne();
  }

  @Test
  void knowsNothingWhereTheFirstFetchFails() {
    source.fails();
    knowsNothing("first");
    assertThat(log.messages())
        .containsExactly(
            "The shared secret could not be fetched from vault:flex, and requests are answered 503"
                + " until it is. IOException: the store is closed");
    assertThat(log.records().get(0).string("level")).isEqualTo("error");
  }

  @Test
  void triesAgainAfterAPauseAndNotBefore() {
    source.fails();
    for (int i = 0; i < 100; i++) {
      knowsNothing("first");
    }
    assertThat(source.fetches()).isOne();

    source.holds("first", null);
    clock.forward(FetchedSecrets.RETRY_PAUSE);
    accepts("first");
    assertThat(source.fetches()).isEqualTo(2);
  }

  @Test
  void usesOldSecretsForAGracePeriodWhereNewOnesCannotBeHad() {
    accepts("first");
    source.fails();
    clock.forward(TTL);
    accepts("first");
    refuses("");
    assertThat(log.messages())
        .containsExactly(
            "The shared secret could not be fetched again from vault:flex; the one of 300 s ago is"
                + " used. IOException: the store is closed");

    clock.forward(FetchedSecrets.GRACE.minusMillis(1));
    accepts("first");
    clock.forward(Duration.ofMillis(1));
    knowsNothing("first");
  }

  @Test
  void asksRarelyDuringTheGracePeriod() {
    accepts("first");
    source.fails();
    clock.forward(TTL);
    for (int i = 0; i < 29; i++) {
      accepts("first");
      clock.forward(Duration.ofSeconds(1));
    }
    assertThat(source.fetches()).isEqualTo(2);

    source.holds("second", null);
    clock.forward(Duration.ofSeconds(1));
    accepts("second");
    assertThat(source.fetches()).isEqualTo(3);
  }

  @Test
  void fetchesAgainAfterARestore() {
    accepts("first");
    source.holds("second", null);
    guard.restored();
    accepts("second");
    refuses("first");
  }

  @Test
  void hasNoGracePeriodAfterARestore() {
    accepts("first");
    source.fails();
    guard.restored();
    knowsNothing("first");
  }

  @Test
  void fetchesAgainWhereTheClockWasSetBack() {
    accepts("first");
    source.holds("second", null);
    clock.forward(Duration.ofDays(-1));
    accepts("second");
  }

  @Test
  void fetchesOnceForAllWhoWait() throws Exception {
    source.stops();
    List<Future<Verdict>> verdicts = new ArrayList<>();
    for (int i = 0; i < 32; i++) {
      verdicts.add(workers.submit(() -> judge("first")));
    }
    source.awaitFetch();
    source.goesOn();
    for (Future<Verdict> verdict : verdicts) {
      assertThat(verdict.get(1, TimeUnit.MINUTES)).isEqualTo(Verdict.ACCEPTED);
    }
    assertThat(source.fetches()).isOne();
  }

  @Test
  void waitsNoLongerThanTheRequestMay() {
    source.stops();
    assertThat(guard.judge("first", Deadline.in(Duration.ofMillis(20)))).isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void doesNotKeepTheRestWaitingForNewerSecrets() throws Exception {
    accepts("first");
    source.stops();
    clock.forward(TTL);
    // The one that fetches gives up waiting and uses the old ones; the others do not even wait.
    assertThat(guard.judge("first", Deadline.in(Duration.ofMillis(20))))
        .isEqualTo(Verdict.ACCEPTED);
    accepts("first");
    assertThat(source.fetches()).isEqualTo(2);
  }

  @Test
  void givesUpAFetchThatIsStuck() {
    source.stops();
    assertThat(guard.judge("first", Deadline.in(Duration.ofMillis(20)))).isEqualTo(Verdict.UNKNOWN);
    clock.forward(FetchedSecrets.STUCK);
    knowsNothing("first");
    assertThat(log.messages())
        .singleElement()
        .asString()
        .endsWith("503 until it is. The fetch took longer than 30 s");

    source.goesOn();
    clock.forward(FetchedSecrets.RETRY_PAUSE);
    accepts("first");
  }

  @Test
  void survivesASourceThatBreaksItsContract() {
    source.returnsNothing();
    knowsNothing("first");
    source.fails(new IllegalStateException("boom"));
    clock.forward(FetchedSecrets.RETRY_PAUSE);
    knowsNothing("first");
    assertThat(log.messages().toString())
        .contains("The source returned null", "IllegalStateException: boom");
  }

  @Test
  void knowsNothingOnceTheServiceIsStopping() {
    workers.shutdownNow();
    knowsNothing("first");
  }

  @Test
  void logsNoSecret() {
    accepts("first");
    source.fails();
    clock.forward(TTL);
    accepts("first");
    refuses("guess");
    assertThat(log.lines().toString()).doesNotContain("first", "guess");
  }

  private Verdict judge(String key) {
    return guard.judge(key, Deadline.in(Duration.ofMinutes(1)));
  }

  private void accepts(String key) {
    assertThat(judge(key)).as(key).isEqualTo(Verdict.ACCEPTED);
  }

  private void refuses(String key) {
    assertThat(judge(key)).as(key).isEqualTo(Verdict.REFUSED);
  }

  private void knowsNothing(String key) {
    assertThat(judge(key)).as(key).isEqualTo(Verdict.UNKNOWN);
  }
}
