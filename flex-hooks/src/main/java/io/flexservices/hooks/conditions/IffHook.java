package io.flexservices.hooks.conditions;

import static java.util.Objects.requireNonNull;

import io.flexservices.hooks.Hook;
import io.flexservices.hooks.HookContext;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** What {@link Conditions#iff} makes: a hook that may be given an alternative. */
public final class IffHook implements Hook {
  private final HookCondition condition;
  private final Hook whenTrue;
  private final Hook either;

  IffHook(HookCondition condition, Hook whenTrue) {
    this.condition = requireNonNull(condition, "condition == null");
    this.whenTrue = whenTrue;
    this.either = either(condition, whenTrue, Hook.combine());
  }

  /** With hooks for where the condition does not hold: the {@code else} of the hook documents. */
  public Hook otherwise(Hook... hooks) {
    return either(condition, whenTrue, Hook.combine(hooks));
  }

  @Override
  public void run(HookContext context) throws Exception {
    either.run(context);
  }

  @Override
  public CompletionStage<?> start(HookContext context) throws Exception {
    return either.start(context);
  }

  static Hook either(HookCondition condition, Hook whenTrue, Hook whenFalse) {
    requireNonNull(condition, "condition == null");
    return Hook.async(
        context ->
            condition
                .start(context)
                .thenCompose(
                    holds -> begun(Boolean.TRUE.equals(holds) ? whenTrue : whenFalse, context)));
  }

  private static CompletionStage<?> begun(Hook hook, HookContext context) {
    try {
      return hook.start(context);
    } catch (Exception e) {
      return CompletableFuture.failedStage(e);
    }
  }
}
