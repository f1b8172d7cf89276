package io.flexservices.hooks.conditions;

import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.conditions.HookCondition.AsyncCondition;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A condition by its asynchronous form. */
final class StageCondition implements HookCondition {
  private final AsyncCondition condition;

  StageCondition(AsyncCondition condition) {
    this.condition = condition;
  }

  @Override
  public boolean test(HookContext context) throws Exception {
    try {
      return Boolean.TRUE.equals(start(context).toCompletableFuture().join());
    } catch (CompletionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  @Override
  public CompletionStage<? extends @Nullable Boolean> start(HookContext context) throws Exception {
    return condition.start(context);
  }
}
