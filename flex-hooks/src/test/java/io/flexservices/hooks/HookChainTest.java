package io.flexservices.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.hooks.loader.BatchLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HookChainTest {
  /**
   * Otherwise it would run beside others, and its loads would be neither gathered nor remembered.
   */
  @Test
  void aHookAfterOneThatWasCompletedElsewhereRunsInTheTurn() throws Exception {
    List<List<Object>> batches = new ArrayList<>();
    BatchLoader<Object> loader =
        BatchLoader.of(
            (keys, context) -> {
              batches.add(List.copyOf(keys));
              return CompletableFuture.completedStage(keys);
            });
    CompletableFuture<String> elsewhere = new CompletableFuture<>();
    HookSet hooks =
        HookSet.none()
            .before(
                Hook.async(context -> elsewhere),
                context -> {
                  loader.load(1);
                  loader.load(2);
                });
    HookContext context = HookContext.of(HookStage.BEFORE, HookMethod.FIND, "posts").build();
    CompletionStage<HookContext> ended =
        HookedCall.run(hooks, context, called -> CompletableFuture.completedStage(null));
    CompletableFuture.runAsync(() -> elsewhere.complete("done"));
    ended.toCompletableFuture().get(30, TimeUnit.SECONDS);
    assertThat(batches).containsExactly(List.of(1, 2));
  }
}
