package io.flexservices.hooks.kinvey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexservices.hooks.Hook;
import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.HookException;
import io.flexservices.hooks.HookMethod;
import io.flexservices.hooks.HookParams;
import io.flexservices.hooks.HookSet;
import io.flexservices.hooks.HookStage;
import io.flexservices.hooks.Records;
import io.flexservices.hooks.Services;
import io.flexservices.hooks.records.MemoryRecords;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** Hooks around records that joins read and hooks write. */
class HookedRecordsTest {
  private final List<String> trace = new ArrayList<>();
  private final MemoryRecords users =
      MemoryRecords.of(
          "id", List.of(Map.of("id", 1, "name", "Ann"), Map.of("id", 2, "name", "Bob")));

  private static <T> T now(CompletionStage<T> stage) {
    return stage.toCompletableFuture().join();
  }

  private static HookParams query(Map<String, ?> query) {
    return new HookParams(Map.of("query", new LinkedHashMap<>(query)));
  }

  @Test
  void runsHooksAroundEachMethod() {
    Records hooked =
        Hooks.onRecords("users", users)
            .before(context -> trace.add(context.toString()))
            .after(context -> trace.add(context.toString()))
            .withoutRequest();
    assertThat(hooked.idField()).isEqualTo("id");
    now(hooked.find(new HookParams()));
    now(hooked.get(1, new HookParams()));
    now(hooked.create(Map.of("id", 3), new HookParams()));
    now(hooked.update(3, Map.of("name", "Cid"), new HookParams()));
    now(hooked.patch(3, Map.of("age", 4), new HookParams()));
    assertThat(now(hooked.remove(3, new HookParams())))
        .isEqualTo(Map.of("id", 3, "name", "Cid", "age", 4));
    assertThat(trace)
        .containsExactly(
            "before find of users",
            "after find of users",
            "before get of users",
            "after get of users",
            "before create of users",
            "after create of users",
            "before update of users",
            "after update of users",
            "before patch of users",
            "after patch of users",
            "before remove of users",
            "after remove of users");
  }

  @Test
  void changesQueryAndResultWithoutTouchingTheCallersParams() {
    HookParams params = query(Map.of("name", "Ann"));
    Records hooked =
        Hooks.onRecords("users", users)
            .before(context -> context.params().query().put("name", "Bob"))
            .after(HookMethod.FIND, context -> context.records().get(0).put("seen", true))
            .withoutRequest();
    assertThat(now(hooked.find(params)))
        .isEqualTo(List.of(Map.of("id", 2, "name", "Bob", "seen", true)));
    assertThat(params.query()).isEqualTo(Map.of("name", "Ann"));
  }

  @Test
  void givesTheRecordsOfAPage() {
    Records hooked =
        Hooks.onRecords("users", users)
            .after(context -> context.setResult(Map.of("total", 9, "data", context.records())))
            .withoutRequest();
    assertThat(now(hooked.find(new HookParams()))).hasSize(2);
  }

  @Test
  void failsWithAHookAndAsksErrorHooks() {
    Records hooked =
        Hooks.onRecords("users", users)
            .before(
                context -> {
                  throw HookException.forbidden("Not you");
                })
            .error(HookMethod.FIND, context -> context.setResult(List.of()))
            .withoutRequest();
    assertThat(now(hooked.find(new HookParams()))).isEmpty();
    assertThatThrownBy(() -> now(hooked.get(1, new HookParams())))
        .hasRootCauseInstanceOf(HookException.class)
        .hasRootCauseMessage("Not you");
  }

  @Test
  void knowsTheServicesOfItsCallerAndItself() {
    HookContext caller =
        HookContext.of(HookStage.AFTER, HookMethod.FIND, "posts")
            .services(Services.none().withRecords("others", users))
            .build();
    HookedRecords none =
        Hooks.onRecords("none", MemoryRecords.of("id", List.of()))
            .before(HookMethod.GET, Hook.async(context -> found(context, "others")));
    assertThat(now(none.open(caller).get(7, new HookParams()))).containsEntry("name", "Ann");
    assertThatThrownBy(() -> now(none.withoutRequest().get(7, new HookParams())))
        .hasRootCauseInstanceOf(NullPointerException.class);
    HookedRecords itself = none.hooks(HookSet.none().before(HookMethod.GET, selfInstead()));
    assertThat(now(itself.open(caller).get(7, new HookParams()))).isEqualTo(Map.of("own", 0));
  }

  private static CompletionStage<?> found(HookContext context, String service) {
    return context.service(service).get(1, new HookParams()).thenAccept(context::setResult);
  }

  private static Hook selfInstead() {
    return Hook.async(
        context ->
            context
                .service()
                .find(new HookParams())
                .thenAccept(own -> context.setResult(Map.of("own", own.size()))));
  }
}
