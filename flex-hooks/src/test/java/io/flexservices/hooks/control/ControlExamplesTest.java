package io.flexservices.hooks.control;

import static io.flexservices.hooks.Texts.object;
import static io.flexservices.hooks.control.Control.actOnDefault;
import static io.flexservices.hooks.control.Control.actOnDispatch;
import static io.flexservices.hooks.control.Control.debug;
import static io.flexservices.hooks.control.Control.disallow;
import static io.flexservices.hooks.control.Control.runParallel;
import static io.flexservices.hooks.control.Control.softDelete;
import static io.flexservices.hooks.control.Control.stashBefore;
import static io.flexservices.hooks.fields.Fields.discard;
import static io.flexservices.hooks.fields.Fields.setNow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexservices.hooks.Hook;
import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.HookMethod;
import io.flexservices.hooks.HookParams;
import io.flexservices.hooks.HookSet;
import io.flexservices.hooks.HookStage;
import io.flexservices.hooks.HookedCall;
import io.flexservices.hooks.Services;
import io.flexservices.hooks.records.MemoryRecords;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What the page on control shows. */
class ControlExamplesTest {
  private final List<String> lines = new ArrayList<>();
  private final CompletableFuture<String> greeted = new CompletableFuture<>();

  @Test
  void whoMayCallWhat() {
    HookSet hooks =
        HookSet.none()
            .before(HookMethod.CREATE, disallow())
            .before(HookMethod.REMOVE, disallow("user"))
            .before(
                HookMethod.UPDATE,
                disallow(context -> isLocked() ? List.of("rest") : List.of("user")));
    assertThatThrownBy(() -> call(hooks, HookMethod.CREATE))
        .hasMessageContaining("Provider 'rest' can not call 'create'. (disallow)");
    assertThatThrownBy(() -> call(hooks, HookMethod.REMOVE))
        .hasMessageContaining("Provider 'rest' can not call 'remove'. (disallow)");
    assertThatThrownBy(() -> call(hooks, HookMethod.UPDATE))
        .hasMessageContaining("Provider 'rest' can not call 'update'. (disallow)");
  }

  @Test
  void inPlaceOfARemoval() {
    HookSet hooks = HookSet.none().before(softDelete());
    assertThat(call(hooks, HookMethod.REMOVE).valueAt("result.deleted")).isEqualTo(true);
  }

  @Test
  void inPlaceOfARemovalByTime() {
    Clock clock = Clock.systemUTC();
    SoftDeleteOptions byTime =
        SoftDeleteOptions.defaults()
            .withDeletedQuery(Collections.singletonMap("deletedAt", null))
            .withRemoveData(context -> Map.of("deletedAt", clock.instant().toString()));
    HookSet hooks = HookSet.none().before(softDelete(byTime));
    assertThat(call(hooks, HookMethod.REMOVE).valueAt("result.deletedAt")).isNotNull();
  }

  @Test
  void whatWasThereBefore() {
    HookSet hooks =
        HookSet.none()
            .before(HookMethod.UPDATE, stashBefore())
            .after(
                HookMethod.UPDATE,
                context -> context.setValueAt("result.was", context.valueAt("params.before.body")));
    assertThat(call(hooks, HookMethod.UPDATE).valueAt("result.was")).isEqualTo("old");
  }

  @Test
  void besideTheCall() throws Exception {
    HookSet hooks = HookSet.none().after(HookMethod.CREATE, runParallel(context -> greet(context)));
    call(hooks, HookMethod.CREATE);
    assertThat(greeted.get(30, TimeUnit.SECONDS)).isEqualTo("Jo");
  }

  @Test
  void whatGoesOn() {
    Consumer<String> log = lines::add; // in a service: flex.logger()::info
    HookSet hooks =
        HookSet.none()
            .before(debug(log, "step 1"), setNow("updatedAt"), debug(log, "step 2", "user._id"));
    call(hooks, HookMethod.CREATE);
    assertThat(lines).hasSize(2).last().asString().contains("updatedAt").contains("\"u1\"");
  }

  @Test
  void whatClientsGet() {
    Hook hook = actOnDispatch(discard("body"), actOnDefault(setNow("readAt")));
    HookContext context = call(HookSet.none().after(hook), HookMethod.CREATE);
    assertThat(context.dispatch()).isEqualTo(object("{'name':'Jo'}"));
    assertThat(context.records().get(0)).containsKeys("name", "body", "readAt");
  }

  @Test
  void oneOutOfMany() {
    Hook forClients = Hook.combine(discard("body"), setNow("readAt"));
    HookContext context = call(HookSet.none().after(forClients), HookMethod.CREATE);
    assertThat(context.records().get(0)).containsOnlyKeys("name", "readAt");
  }

  private void greet(HookContext context) {
    greeted.complete(String.valueOf(context.valueAt("result.name")));
  }

  private static boolean isLocked() {
    return true;
  }

  private static HookContext call(HookSet hooks, HookMethod method) {
    Services services =
        Services.none()
            .withRecords("posts", MemoryRecords.of("id", List.of(Map.of("id", 1, "body", "old"))));
    HookContext context =
        HookContext.of(HookStage.BEFORE, method, "posts")
            .id(1)
            .data(object("{'name':'Jo','body':'new'}"))
            .services(services)
            .params(
                new HookParams(
                    object("{'provider':'rest','securityContext':'user','user':{'_id':'u1'}}")))
            .build();
    return HookedCall.run(hooks, context, called -> CompletableFuture.completedStage(called.data()))
        .toCompletableFuture()
        .join();
  }
}
