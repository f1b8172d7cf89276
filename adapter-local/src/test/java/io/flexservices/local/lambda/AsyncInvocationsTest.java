package io.flexservices.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.flexservices.local.lambda.AsyncInvocations.Event;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Lambda's rules, with a function that fails as often as a test wants. */
class AsyncInvocationsTest {
  private static final AsyncRules QUICK =
      AsyncRules.LAMBDA.withWaits(List.of(Duration.ofMillis(1), Duration.ofMillis(2)));

  private final List<String> log = Collections.synchronizedList(new ArrayList<>());
  private final List<String> tries = Collections.synchronizedList(new ArrayList<>());
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
  private AsyncInvocations queue;

  @AfterEach
  void close() {
    queue.close();
  }

  @Test
  void waitsAsLambdaDoes() {
    assertThat(AsyncRules.LAMBDA.waits())
        .containsExactly(Duration.ofMinutes(1), Duration.ofMinutes(2));
    assertThat(AsyncRules.LAMBDA.oldest()).isEqualTo(Duration.ofHours(6));
    queue = queue(event -> failure(), AsyncRules.LAMBDA);
    add("a");
    await().atMost(Probe.LONG).until(() -> !log.isEmpty());
    assertThat(log).containsExactly("a failed, and is tried again in 60000 ms");
    assertThatThrownBy(() -> QUICK.withWaits(List.of(Duration.ofMillis(-1))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void triesWhatFailsTwiceMoreUnderTheSameId() {
    queue = queue(event -> tries.size() < 3 ? failure() : answer(), QUICK);
    add("a");
    await().atMost(Probe.LONG).until(() -> tries.size() == 3);
    queue.close();
    assertThat(tries).containsExactly("a", "a", "a");
    assertThat(queue.deadLetters()).isEmpty();
  }

  @Test
  void givesUpAfterThreeTries() {
    queue = queue(event -> failure(), QUICK);
    add("a");
    await().atMost(Probe.LONG).until(() -> !queue.deadLetters().isEmpty());
    assertThat(tries).containsExactly("a", "a", "a");
    DeadLetter letter = queue.deadLetters().get(0);
    assertThat(letter.condition()).isEqualTo("RetriesExhausted");
    assertThat(letter.tries()).isEqualTo(3);
    assertThat(letter.event()).asString(StandardCharsets.UTF_8).isEqualTo("the event");
    assertThat(letter.error()).asString(StandardCharsets.UTF_8).contains("boom");
    await()
        .atMost(Probe.LONG)
        .until(
            () ->
                log.contains(
                    "DeadLetter[a, RetriesExhausted after 3 tries] goes to the dead letters"));
  }

  @Test
  void givesUpWhatIsTooOldBeforeItIsTried() {
    queue =
        queue(
            event -> {
              now.set(Instant.EPOCH.plus(Duration.ofHours(6).plusMillis(1)));
              return failure();
            },
            QUICK);
    add("a");
    await().atMost(Probe.LONG).until(() -> !queue.deadLetters().isEmpty());
    assertThat(tries).containsExactly("a");
    assertThat(queue.deadLetters().get(0).condition()).isEqualTo("EventAgeExceeded");
  }

  @Test
  void namesWhatIsLostWhenItCloses() {
    queue = queue(event -> failure(), AsyncRules.LAMBDA);
    add("a");
    await().atMost(Probe.LONG).until(() -> !log.isEmpty());
    queue.close();
    assertThat(log).contains("a is lost: the queue ends with this process");
  }

  private void add(String id) {
    queue.add(id, "the event".getBytes(StandardCharsets.UTF_8));
  }

  private AsyncInvocations queue(Function<Event, Result> function, AsyncRules rules) {
    InstantSource clock = now::get;
    return new AsyncInvocations(
        event -> {
          tries.add(event.id());
          return function.apply(event);
        },
        rules,
        clock.withZone(ZoneOffset.UTC),
        log::add);
  }

  private static Result failure() {
    return Result.Failure.of(Result.Kind.ERROR, "Error", "boom");
  }

  private static Result answer() {
    return new Result.Answer(new byte[0]);
  }
}
