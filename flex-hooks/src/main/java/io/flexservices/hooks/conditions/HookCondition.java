package io.flexservices.hooks.conditions;

import static java.util.Objects.requireNonNull;

import io.flexservices.hooks.HookContext;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Something that holds for a call or does not.
 *
 * <pre>{@code
 * HookCondition isDraft = context -> "draft".equals(context.valueAt("data.state"));
 * HookCondition isMember = HookCondition.async(context -> members(context).thenApply(...));
 * }</pre>
 *
 * <p>Asked once for each call, and for several calls at once. It may block. What it throws ends the
 * call as a failing hook does.
 */
@FunctionalInterface
public interface HookCondition {
  /**
   * Whether it holds.
   *
   * @throws Exception anything; see above
   */
  boolean test(HookContext context) throws Exception;

  /**
   * Begins to find out.
   *
   * @return complete with whether it holds; null in place of a boolean counts as false
   * @throws Exception anything; see above
   */
  default CompletionStage<? extends @Nullable Boolean> start(HookContext context) throws Exception {
    return CompletableFuture.completedStage(test(context));
  }

  /** A condition that does not block: its answer comes with the stage that it returns. */
  static HookCondition async(AsyncCondition condition) {
    return new StageCondition(requireNonNull(condition, "condition == null"));
  }

  /** A condition that holds always, or never. */
  static HookCondition always(boolean holds) {
    return context -> holds;
  }

  /** The asynchronous form of a condition. */
  @FunctionalInterface
  interface AsyncCondition {
    /**
     * Begins to find out.
     *
     * @return complete with whether it holds; null in place of a boolean counts as false
     * @throws Exception anything; see {@link HookCondition}
     */
    CompletionStage<? extends @Nullable Boolean> start(HookContext context) throws Exception;
  }
}
