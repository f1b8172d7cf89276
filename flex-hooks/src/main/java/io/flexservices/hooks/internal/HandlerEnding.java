package io.flexservices.hooks.internal;

import io.flexservices.completion.Outcome;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** How a handler ends that is called in the process, where none of Flex's own calls looks at it. */
public final class HandlerEnding {
  private HandlerEnding() {}

  /**
   * Calls a handler.
   *
   * @param handler its name at the beginning of a sentence
   * @return fails as the call does, and with an {@link IllegalStateException} where it gave null in
   *     place of a stage or of an outcome
   */
  public static CompletionStage<Outcome> of(
      String handler, Callable<? extends @Nullable CompletionStage<Outcome>> call) {
    CompletionStage<Outcome> ending;
    try {
      ending = call.call();
    } catch (Exception e) {
      return CompletableFuture.failedStage(e);
    }
    return ending == null
        ? CompletableFuture.failedStage(
            new IllegalStateException(handler + " returned null; it must return a CompletionStage"))
        : ending.thenApply((@Nullable Outcome outcome) -> outcome(handler, outcome));
  }

  private static Outcome outcome(String handler, @Nullable Outcome outcome) {
    if (outcome == null) {
      throw new IllegalStateException(
          handler + " returned null; it must return what next() or done() gave it");
    }
    return outcome;
  }
}
