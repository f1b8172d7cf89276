package io.flexservices.hooks.control;

import static io.flexservices.hooks.Texts.before;
import static io.flexservices.hooks.Texts.run;
import static io.flexservices.hooks.control.Control.runParallel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexservices.hooks.Hook;
import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.HookMethod;
import io.flexservices.hooks.HookStage;
import io.flexservices.json.JsonObject;
import io.flexservices.testkit.FlexTestClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RunParallelTest {
  private final List<Runnable> handedOver = new ArrayList<>();
  private final Executor later = handedOver::add;
  private final CompletableFuture<@Nullable Object> seen = new CompletableFuture<>();
  private final CountDownLatch released = new CountDownLatch(1);
  private final Hook noting = context -> seen.complete(context.valueAt("data.name"));

  @Test
  void aHookRunsBesideTheCall() throws Exception {
    Hook waiting =
        context -> {
          released.await();
          noting.run(context);
        };
    run(runParallel(waiting), before(HookMethod.CREATE, "{'name':'Jo'}"));
    assertThat(seen).isNotDone();
    released.countDown();
    assertThat(seen.get(30, TimeUnit.SECONDS)).isEqualTo("Jo");
  }

  @Test
  void theHookHasACopyOfItsOwn() throws Exception {
    HookContext context = before(HookMethod.CREATE, "{'name':'Jo'}");
    run(runParallel(noting, HookContext::copy, later), context);
    context.setValueAt("data.name", "Changed");
    handedOver.get(0).run();
    assertThat(seen).isCompletedWithValue("Jo");
  }

  @Test
  void theCopyIsChosen() throws Exception {
    HookContext context = before(HookMethod.CREATE, "{'name':'Jo'}");
    run(runParallel(noting, UnaryOperator.identity(), later), context);
    context.setValueAt("data.name", "Changed");
    handedOver.get(0).run();
    assertThat(seen).isCompletedWithValue("Changed");
    CompletableFuture<HookContext> given = new CompletableFuture<>();
    run(runParallel(given::complete, UnaryOperator.identity()), context);
    assertThat(given.get(30, TimeUnit.SECONDS)).isSameAs(context);
  }

  @Test
  void whatFailsOutsideOfARequestReachesTheThreadsHandler() throws Exception {
    CompletableFuture<Throwable> reported = new CompletableFuture<>();
    Executor onThread =
        work -> {
          Thread thread = new Thread(work);
          thread.setUncaughtExceptionHandler((where, thrown) -> reported.complete(thrown));
          thread.start();
        };
    run(runParallel(failing(), HookContext::copy, onThread), before(HookMethod.CREATE, "{}"));
    assertThat(reported.get(30, TimeUnit.SECONDS)).hasMessage("no mail");
  }

  @Test
  void theAnswerWaitsForTheHook() throws Exception {
    Hook waiting = context -> released.await();
    try (FlexTestClient client = client(waiting)) {
      CompletableFuture<Integer> status =
          CompletableFuture.supplyAsync(() -> client.function("f").send().status());
      assertThatThrownBy(() -> status.get(200, TimeUnit.MILLISECONDS))
          .isInstanceOf(TimeoutException.class);
      released.countDown();
      assertThat(status.get(30, TimeUnit.SECONDS)).isEqualTo(202);
    }
  }

  @Test
  void whatFailsBesideARequestIsLoggedAndTheAnswerStands() {
    try (FlexTestClient client = client(failing())) {
      assertThat(client.function("f").send().status()).isEqualTo(202);
      assertThat(client.logLines().stream().map(line -> line.string("message")))
          .containsExactly(
              "A hook beside before create of posts, for which nobody waited, failed:"
                  + " IllegalStateException: no mail");
    }
  }

  @Test
  void aCopyIsOfTheSameCall() {
    HookContext context = before(HookMethod.CREATE, "[{'a':{'b':1}}]");
    context.setResult(new ArrayList<>(List.of(JsonObject.of(Map.of("c", 2)).toMap())));
    context.params().set("user", JsonObject.of(Map.of("_id", "u")).toMap());
    HookContext copy = context.copy();
    assertThat(copy).hasToString("before create of posts").isNotSameAs(context);
    assertThat(copy.data()).isEqualTo(context.data()).isNotSameAs(context.data());
    assertThat(copy.params().asMap()).isEqualTo(context.params().asMap());
    copy.setValueAt("params.user._id", "other");
    copy.records().get(0).put("a", 5L);
    assertThat(copy.result()).isEqualTo(context.result()).isNotSameAs(context.result());
    assertThat(((List<?>) copy.result()).get(0)).isNotSameAs(context.valueAt("result.0"));
    assertThat(context.valueAt("params.user._id")).isEqualTo("u");
    assertThat(context.data()).hasToString("[{a={b=1}}]");
    assertThat(before(HookMethod.CREATE, "{}").copy().hasResult()).isFalse();
  }

  private static Hook failing() {
    return context -> {
      throw new IllegalStateException("no mail");
    };
  }

  /** A service whose function runs the hook beside itself. */
  private static FlexTestClient client(Hook beside) {
    Hook hook = runParallel(beside);
    return FlexTestClient.of(
        flex ->
            flex.functions()
                .register(
                    "f",
                    (context, complete, modules) -> {
                      run(
                          hook,
                          HookContext.of(HookStage.BEFORE, HookMethod.CREATE, "posts")
                              .modules(modules)
                              .build());
                      return complete.accepted().done();
                    }));
  }
}
