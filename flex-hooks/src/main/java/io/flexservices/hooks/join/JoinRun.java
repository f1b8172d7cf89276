package io.flexservices.hooks.join;

import static java.util.Objects.requireNonNull;

import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.internal.PlainObjects;
import io.flexservices.hooks.internal.Turn;
import io.flexservices.json.Throwables;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * One run of a join over records. It lives in its call's turn: all of it is used by one thread at a
 * time, and it counts what is under way in place of holding a future for each.
 */
final class JoinRun {
  private final HookContext context;
  private final Turn turn = requireNonNull(Turn.current(), "outside of a turn");
  private final CompletableFuture<@Nullable Object> ended = new CompletableFuture<>();
  private int underWay = 1;

  private JoinRun(HookContext context) {
    this.context = context;
  }

  /** Complete when all steps are done for all records, or failed as the first that fails is. */
  static CompletionStage<?> of(List<Step> steps, @Nullable Object records, HookContext context) {
    JoinRun run = new JoinRun(context);
    run.join(steps, records);
    run.finish();
    return run.ended;
  }

  private void join(List<Step> steps, @Nullable Object records) {
    if (records instanceof Map<?, ?> record) {
      for (Step step : steps) {
        resolve(step, PlainObjects.of(record));
      }
    } else if (records instanceof List<?> list && !steps.isEmpty()) {
      for (Object record : list) {
        if (record instanceof Map<?, ?>) {
          join(steps, record);
        }
      }
    }
  }

  private void resolve(Step step, Map<String, @Nullable Object> record) {
    if (ended.isDone()) {
      return; // something failed
    }
    try {
      Object given = step.resolver().resolve(step.arguments(), record, context);
      if (given instanceof CompletionStage<?> stage) {
        await(step, stage);
      } else {
        resolved(step, given);
      }
    } catch (Exception | StackOverflowError e) {
      ended.completeExceptionally(e);
    }
  }

  private void await(Step step, CompletionStage<?> stage) {
    underWay++;
    CompletableFuture<?> awaited = stage.toCompletableFuture();
    if (awaited.isDone() && !awaited.isCompletedExceptionally()) {
      ended(step, awaited.join(), null); // many are: what was loaded for another record
    } else {
      awaited.whenComplete((value, failure) -> inTurn(() -> ended(step, value, failure)));
    }
  }

  /** A stage of the user's own may end on any thread. */
  private void inTurn(Runnable piece) {
    if (turn.isCurrent()) {
      piece.run();
    } else {
      turn.execute(piece);
    }
  }

  private void ended(Step step, @Nullable Object value, @Nullable Throwable failure) {
    if (failure == null) {
      resolved(step, value);
      finish();
    } else {
      ended.completeExceptionally(Throwables.unwrapped(failure));
    }
  }

  private void resolved(Step step, @Nullable Object value) {
    if (step.inner() != null && value != null) {
      join(step.inner(), value);
    }
  }

  private void finish() {
    underWay--;
    if (underWay == 0) {
      ended.complete(null);
    }
  }
}
