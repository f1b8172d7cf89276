package io.flexservices.hooks.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class CallQueueTest {
  private final CallQueue queue = new CallQueue(1);
  private final List<CompletableFuture<String>> begun = new ArrayList<>();

  private CompletableFuture<String> call() {
    CompletableFuture<String> answer = new CompletableFuture<>();
    return queue.call(
        () -> {
          begun.add(answer);
          return answer;
        });
  }

  @Test
  void aFailedCallMakesRoomForTheNext() {
    CompletableFuture<String> first = call();
    CompletableFuture<String> thrown =
        queue.call(
            () -> {
              throw new IllegalStateException("thrown");
            });
    CompletableFuture<String> last = call();
    assertThat(begun).hasSize(1);

    begun.get(0).completeExceptionally(new IllegalStateException("failed"));

    assertThat(first).isCompletedExceptionally();
    assertThat(thrown).isCompletedExceptionally();
    begun.get(1).complete("last");
    assertThat(last).isCompletedWithValue("last");
  }

  @Test
  void aCancelledCallIsCancelledOrNotBegun() {
    CompletableFuture<String> first = call();
    CompletableFuture<String> second = call();
    CompletableFuture<String> third = call();

    second.cancel(true);
    first.cancel(true);

    assertThat(begun).hasSize(2);
    assertThat(begun.get(0)).isCancelled();
    begun.get(1).complete("third");
    assertThat(third).isCompletedWithValue("third");
  }

  @Test
  void callsThatAreOverAtOnceDeepenNoStack() {
    CompletableFuture<String> first = call();
    List<CompletableFuture<String>> others = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      others.add(queue.call(() -> CompletableFuture.completedFuture("at once")));
    }

    begun.get(0).complete("first");

    assertThat(first).isCompletedWithValue("first");
    assertThat(others).allMatch(other -> "at once".equals(other.getNow("")));
  }
}
