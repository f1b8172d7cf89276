package io.flexservices.hooks.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TurnTest {
  private static final Supplier<Duration> LONG = () -> Duration.ofDays(1);

  private final Turn turn = new Turn("owner", LONG);
  private final List<String> log = new ArrayList<>();

  @Test
  void runsPiecesInOrderAndNotInsideEachOther() {
    turn.execute(
        () -> {
          turn.execute(() -> log.add("inner"));
          log.add("outer");
        });
    assertThat(log).containsExactly("outer", "inner");
    assertThat(Turn.current()).isNull();
  }

  @Test
  void runsOnePieceAtATimeWhicheverThreadBringsThem() throws Exception {
    int[] count = new int[1]; // not safe by itself
    ExecutorService threads = Executors.newFixedThreadPool(8);
    for (int i = 0; i < 8; i++) {
      threads.execute(
          () -> {
            for (int n = 0; n < 20_000; n++) {
              turn.execute(() -> count[0]++);
            }
          });
    }
    threads.shutdown();
    assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    assertThat(count[0]).isEqualTo(160_000);
  }

  @Test
  void doesNotDeepenTheStack() {
    int[] left = {100_000};
    turn.execute(
        new Runnable() {
          @Override
          public void run() {
            if (--left[0] > 0) {
              turn.execute(this);
            }
          }
        });
    assertThat(left[0]).isZero();
  }

  @Test
  void runsWhatWaitsForIdlenessWhenNothingElseIsReady() {
    turn.execute(
        () -> {
          turn.whenIdle(() -> log.add("idle"));
          turn.execute(
              () -> {
                log.add("first");
                turn.execute(() -> log.add("second"));
              });
        });
    assertThat(log).containsExactly("first", "second", "idle");
  }

  @Test
  void workBegunInsideBelongsToTheTurnAndWhatFollowsItFromOutsideDoesNot() {
    List<Boolean> inTurn = new ArrayList<>();
    turn.run(
            () ->
                turn.run(() -> CompletableFuture.completedStage("a"))
                    .thenAccept(a -> inTurn.add(turn.equals(Turn.current()))))
        .thenRun(() -> inTurn.add(turn.equals(Turn.current())));
    assertThat(inTurn).containsExactly(true, false);
  }

  @Test
  void workMayEndOnAnotherThread() throws Exception {
    CompletableFuture<String> elsewhere = new CompletableFuture<>();
    CompletableFuture<String> ran = turn.run(() -> elsewhere);
    assertThat(ran).isNotDone();
    CompletableFuture.runAsync(() -> elsewhere.complete("done"));
    assertThat(ran.get(30, TimeUnit.SECONDS)).isEqualTo("done");
  }

  @Test
  void workThatThrowsFails() {
    IllegalStateException failure = new IllegalStateException("no");
    assertThat(
            turn.run(
                () -> {
                  throw failure;
                }))
        .failsWithin(0, TimeUnit.SECONDS)
        .withThrowableThat()
        .withCause(failure);
  }

  @Test
  void aPieceThatThrowsStrandsNoOther() {
    assertThatThrownBy(
            () ->
                turn.execute(
                    () -> {
                      turn.execute(() -> log.add("next"));
                      throw new IllegalStateException("broken");
                    }))
        .hasMessage("broken");
    turn.execute(() -> log.add("later"));
    assertThat(log).containsExactly("next", "later");
    assertThat(Turn.current()).isNull();
  }

  @Test
  void aTurnInsideAnotherGivesTheOtherBack() {
    Turn inner = new Turn("inner", LONG);
    List<Object> owners = new ArrayList<>();
    turn.execute(
        () -> {
          inner.execute(() -> owners.add(Turn.current().owner()));
          owners.add(Turn.current().owner());
        });
    assertThat(owners).containsExactly("inner", "owner");
  }

  @Test
  void whatFollowsAnAdoptedStageTakesItsTurn() throws Exception {
    CompletableFuture<String> elsewhere = new CompletableFuture<>();
    CompletableFuture<Boolean> inTurn =
        turn.run(() -> turn.adopt(elsewhere).thenApplyAsync(value -> turn.equals(Turn.current())));
    CompletableFuture.runAsync(() -> elsewhere.complete("done"));
    assertThat(inTurn.get(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void anAdoptedStageMayBeWaitedForInsideTheTurn() throws Exception {
    CompletableFuture<String> elsewhere = new CompletableFuture<>();
    CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS)
        .execute(() -> elsewhere.complete("done"));
    CompletableFuture<String> waited =
        turn.run(
            () -> {
              String first = turn.adopt(elsewhere).thenApply(value -> value + "!").join();
              return CompletableFuture.completedStage(first + turn.adopt(elsewhere).get());
            });
    assertThat(waited.get(30, TimeUnit.SECONDS)).isEqualTo("done!done");
  }

  @Test
  void workBegunOutsideMayBeWhatAPieceWaitsFor() {
    CompletableFuture<String> awaited = new CompletableFuture<>();
    turn.execute(
        () -> {
          CompletableFuture.runAsync(
              () ->
                  turn.run(() -> CompletableFuture.completedStage("in turn: "))
                      .thenApply(value -> value + turn.equals(Turn.current()))
                      .thenAccept(awaited::complete));
          log.add(turn.adopt(awaited).join());
          log.add("goes on in turn: " + turn.equals(Turn.current()));
        });
    assertThat(log).containsExactly("in turn: false", "goes on in turn: true");
  }

  @Test
  void waitingInsideTheTurnEndsWithItsTime() {
    CompletableFuture<String> never = new CompletableFuture<>();
    assertThat(
            turn.run(
                () -> {
                  assertThatThrownBy(() -> turn.adopt(never).get(10, TimeUnit.MILLISECONDS))
                      .isInstanceOf(TimeoutException.class);
                  return CompletableFuture.completedStage("over");
                }))
        .isCompletedWithValue("over");
  }

  @Test
  void waitingInsideTheTurnEndsWithTheTimeOfTheRequest() {
    Deque<Duration> left = new ArrayDeque<>(List.of(Duration.ofMillis(1), Duration.ZERO));
    Turn limited = new Turn("limited", left::remove);
    CompletableFuture<String> never = new CompletableFuture<>();
    assertThat(
            limited.run(
                () -> {
                  assertThatThrownBy(() -> limited.adopt(never).join())
                      .isInstanceOf(IllegalStateException.class)
                      .hasMessage(
                          "A hook or resolver waited for a stage until the time of its request was"
                              + " over");
                  return CompletableFuture.completedStage("over");
                }))
        .isCompletedWithValue("over");
  }

  @Test
  void waitsInsideEachOtherEndWithAnErrorInPlaceOfTheStack() {
    CompletableFuture<String> awaited = new CompletableFuture<>();
    List<Throwable> failures = new ArrayList<>();
    Runnable waiting =
        () -> {
          try {
            turn.adopt(awaited).join();
          } catch (IllegalStateException e) {
            failures.add(e);
            awaited.complete("over");
          }
        };
    turn.execute(
        () -> {
          for (int i = 0; i < 100; i++) {
            turn.execute(waiting);
          }
        });
    assertThat(failures)
        .singleElement()
        .hasToString(
            "java.lang.IllegalStateException: More than 64 hooks or resolvers of one call wait"
                + " inside each other. Return the stage in place of waiting for it.");
  }
}
