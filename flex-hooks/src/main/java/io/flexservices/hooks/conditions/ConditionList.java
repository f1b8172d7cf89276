package io.flexservices.hooks.conditions;

import io.flexservices.hooks.HookContext;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Conditions that are asked side by side; what they say is summed up when all have answered. */
final class ConditionList {
  private final List<HookCondition> conditions;

  ConditionList(HookCondition... conditions) {
    this.conditions = List.of(conditions);
  }

  /**
   * One condition out of them.
   *
   * @param sum how their answers are summed up: those, and what to look for
   */
  HookCondition summedUp(BiPredicate<List<Boolean>, Predicate<Boolean>> sum) {
    return HookCondition.async(
        context -> answers(context).thenApply(said -> sum.test(said, holds -> holds)));
  }

  private CompletionStage<List<Boolean>> answers(HookContext context) throws Exception {
    List<CompletableFuture<? extends @Nullable Boolean>> asked = new ArrayList<>();
    for (HookCondition condition : conditions) {
      asked.add(condition.start(context).toCompletableFuture());
    }
    return CompletableFuture.allOf(asked.toArray(CompletableFuture<?>[]::new))
        .thenApply(
            all -> asked.stream().map(answer -> Boolean.TRUE.equals(answer.join())).toList());
  }
}
