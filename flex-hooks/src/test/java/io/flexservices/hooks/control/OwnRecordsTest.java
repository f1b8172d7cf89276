package io.flexservices.hooks.control;

import static io.flexservices.hooks.Texts.object;
import static io.flexservices.hooks.Texts.run;
import static io.flexservices.hooks.control.Control.softDelete;
import static io.flexservices.hooks.control.Control.stashBefore;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexservices.hooks.Hook;
import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.HookException;
import io.flexservices.hooks.HookMethod;
import io.flexservices.hooks.HookParams;
import io.flexservices.hooks.HookSet;
import io.flexservices.hooks.HookStage;
import io.flexservices.hooks.HookedCall;
import io.flexservices.hooks.Records;
import io.flexservices.hooks.Services;
import io.flexservices.hooks.Texts;
import io.flexservices.hooks.records.MemoryRecords;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class OwnRecordsTest {
  private final List<HookParams> lookUps = new ArrayList<>();
  private final Records users =
      MemoryRecords.of(
          "id",
          List.of(
              object("{'id':0,'name':'Jane','key':'a'}"),
              object("{'id':1,'name':'Jack','key':'a'}"),
              object("{'id':2,'name':'Jack','key':'a','deleted':true}"),
              object("{'id':3,'name':'Rick','key':'b'}"),
              object("{'id':5,'name':'Mick','key':'b','deleted':true}")));

  @Test
  void deletedRecordsAreHidden() {
    assertThat(ids(call(HookMethod.FIND, null, "{}").result())).containsExactly(0L, 1L, 3L);
    assertThat(ids(call(HookMethod.FIND, null, "{'query':{'key':'b'}}").result()))
        .containsExactly(3L);
    assertThat(ids(call(HookMethod.FIND, null, "{'disableSoftDelete':true}").result()))
        .containsExactly(0L, 1L, 2L, 3L, 5L);
    assertThat(call(HookMethod.GET, 0L, "{}").result())
        .isEqualTo(object("{'id':0,'name':'Jane','key':'a'}"));
    assertNotFound(() -> call(HookMethod.GET, 2L, "{}"));
    assertNotFound(() -> call(HookMethod.GET, 99L, "{}"));
    assertThat(call(HookMethod.GET, 2L, "{'disableSoftDelete':true}").valueAt("result.deleted"))
        .isEqualTo(true);
  }

  @Test
  void deletedRecordsAreNotPatched() {
    assertThat(call(HookMethod.PATCH, 0L, "{}").result())
        .isEqualTo(object("{'id':0,'name':'Jane','key':'a','y':'y'}"));
    assertNotFound(() -> call(HookMethod.PATCH, 2L, "{}"));
    assertThat(ids(call(HookMethod.PATCH, null, "{}").result())).containsExactly(0L, 1L, 3L);
  }

  @Test
  void removedRecordsAreMarked() {
    assertThat(call(HookMethod.REMOVE, 0L, "{}").result())
        .isEqualTo(object("{'id':0,'name':'Jane','key':'a','deleted':true}"));
    assertNotFound(() -> call(HookMethod.GET, 0L, "{}"));
    assertNotFound(() -> call(HookMethod.REMOVE, 2L, "{}"));
  }

  @Test
  void manyRecordsAreMarkedByAQuery() {
    assertThat(ids(call(HookMethod.REMOVE, null, "{'query':{'key':'a'}}").result()))
        .containsExactly(0L, 1L);
    assertThat(call(HookMethod.FIND, null, "{'query':{'key':'a'}}").result()).isEqualTo(List.of());
    assertThat(call(HookMethod.REMOVE, null, "{'query':{'key':'z'}}").result())
        .isEqualTo(List.of());
  }

  @Test
  void whatMarksARecordIsChosen() throws Exception {
    Map<String, @Nullable Object> noTime = Collections.singletonMap("deletedAt", null);
    SoftDeleteOptions values =
        SoftDeleteOptions.defaults()
            .withDeletedQuery(noTime)
            .withRemoveData(Map.of("deletedAt", 5));
    SoftDeleteOptions functions =
        SoftDeleteOptions.defaults()
            .withDeletedQuery(context -> noTime)
            .withRemoveData(context -> Map.of("deletedAt", 5));
    SoftDeleteOptions stages =
        SoftDeleteOptions.defaults()
            .withDeletedQueryAsync(context -> CompletableFuture.supplyAsync(() -> noTime))
            .withRemoveDataAsync(
                context -> CompletableFuture.supplyAsync(() -> Map.of("deletedAt", 5)));
    for (Hook hook :
        List.of(softDelete(values), softDelete(functions), softDelete(context -> stages))) {
      HookContext context = run(hook, context(HookMethod.REMOVE, 1L, "{}"));
      assertThat(context.params().query()).isEqualTo(object("{'deletedAt':null}"));
      assertThat(Texts.plain(context.result()))
          .isEqualTo(object("{'id':1,'name':'Jack','key':'a','deletedAt':5}"));
      users.patch(1L, noTime, new HookParams()).toCompletableFuture().join();
    }
  }

  @Test
  void anOptionThatFailsEndsTheCall() {
    SoftDeleteOptions options =
        SoftDeleteOptions.defaults()
            .withRemoveData(
                context -> {
                  throw new IllegalStateException("no clock");
                });
    assertThatThrownBy(() -> run(softDelete(options), context(HookMethod.REMOVE, 1L, "{}")))
        .hasMessage("no clock");
  }

  @ParameterizedTest
  @EnumSource(
      value = HookMethod.class,
      names = {"GET", "UPDATE", "PATCH", "REMOVE"})
  void theRecordIsStashedAsItIs(HookMethod method) throws Exception {
    HookContext context = run(stashBefore(), context(method, 0L, "{}"));
    assertThat(context.params().asMap())
        .isEqualTo(object("{'before':{'id':0,'name':'Jane','key':'a'}}"));
  }

  @ParameterizedTest
  @EnumSource(
      value = HookMethod.class,
      mode = Mode.EXCLUDE,
      names = {"GET", "UPDATE", "PATCH", "REMOVE"})
  void nothingIsStashedBeforeOtherMethods(HookMethod method) {
    assertThatIllegalStateException()
        .isThrownBy(() -> run(stashBefore(), context(method, 0L, "{}")))
        .withMessage(
            "The 'stashBefore' hook can only be used on the"
                + " '[\"get\",\"update\",\"patch\",\"remove\"]' service method(s).");
  }

  @Test
  void theParamIsChosen() throws Exception {
    HookContext context = run(stashBefore("was"), context(HookMethod.PATCH, 3L, "{}"));
    run(stashBefore(called -> called.method().documentName()), context);
    assertThat(context.valueAt("params.was.name")).isEqualTo("Rick");
    assertThat(context.valueAt("params.patch.name")).isEqualTo("Rick");
  }

  @Test
  void theStashIsNotWhatTheLookUpGave() throws Exception {
    Map<String, @Nullable Object> shared = object("{'id':1,'tags':['a']}");
    Services services = Services.none().withRecords("users", new Seen(shared));
    HookContext context = context(HookMethod.PATCH, 1L, "{}", services);
    run(stashBefore(), context);
    shared.put("tags", List.of());
    assertThat(context.valueAt("params.before.tags")).isEqualTo(List.of("a"));
  }

  @Test
  void theLookUpOfAGetHasItsParams() throws Exception {
    String params = "{'provider':'rest','eyecatcher':-1,'query':{'key':'a'}}";
    run(stashBefore(), context(HookMethod.GET, 0L, params, seen()));
    assertThat(lookUps.get(0).asMap())
        .isEqualTo(
            object(
                "{'provider':'rest','eyecatcher':-1,'query':{'key':'a'},"
                    + "'disableStashBefore':true}"));
  }

  @Test
  void theLookUpOfOthersHasWhoCallsAlone() throws Exception {
    String params = "{'provider':'rest','eyecatcher':-1,'query':{'key':'a'},'user':{'_id':1}}";
    run(stashBefore(), context(HookMethod.PATCH, 0L, params, seen()));
    assertThat(lookUps.get(0).asMap())
        .isEqualTo(
            object(
                "{'provider':'rest','user':{'_id':1},'query':{},'_populate':'skip',"
                    + "'disableStashBefore':true}"));
  }

  @Test
  void nothingIsStashedWhereNoRecordIsMeant() throws Exception {
    String query = "{'query':{}}";
    assertThat(run(stashBefore(), context(HookMethod.REMOVE, null, query)).params().asMap())
        .isEqualTo(object(query));
    assertThatThrownBy(() -> run(stashBefore(), context(HookMethod.REMOVE, null, "{}")))
        .isInstanceOf(HookException.class)
        .hasMessage("Id is required. (stashBefore)");
    String disabled = "{'disableStashBefore':true}";
    assertThat(run(stashBefore(), context(HookMethod.REMOVE, 0L, disabled)).params().asMap())
        .isEqualTo(object(disabled));
  }

  @Test
  void aRecordThatCannotBeReadIsNotStashed() throws Exception {
    assertThat(run(stashBefore(), context(HookMethod.PATCH, 99L, "{}")).params().asMap()).isEmpty();
  }

  @Test
  void theRecordsHaveToBeRegistered() {
    assertThatIllegalStateException()
        .isThrownBy(() -> run(stashBefore(), context(HookMethod.PATCH, 1L, "{}", Services.none())))
        .withMessage(
            "The 'stashBefore' hook needs the records of \"users\":"
                + " register them among the services by that name.");
    assertThatIllegalStateException()
        .isThrownBy(() -> run(softDelete(), context(HookMethod.REMOVE, 1L, "{}", Services.none())))
        .withMessage(
            "The 'softDelete' hook needs the records of \"users\":"
                + " register them among the services by that name.");
  }

  @Test
  void bothRunBeforeMethodsAlone() {
    HookContext context = HookContext.of(HookStage.AFTER, HookMethod.GET, "users").build();
    assertThatIllegalStateException()
        .isThrownBy(() -> run(softDelete(), context))
        .withMessage("The 'softDelete' hook can only be used as a 'before' hook.");
    assertThatIllegalStateException()
        .isThrownBy(() -> run(stashBefore(), context))
        .withMessage("The 'stashBefore' hook can only be used as a 'before' hook.");
  }

  /** A call of the service, with the hook for all methods. */
  private HookContext call(HookMethod method, @Nullable Object id, String params) {
    HookContext context = context(method, id, params);
    return HookedCall.run(HookSet.none().before(softDelete()), context, this::called)
        .toCompletableFuture()
        .join();
  }

  private CompletionStage<? extends @Nullable Object> called(HookContext context) {
    Object id = context.id();
    return switch (context.method()) {
      case FIND -> users.find(context.params());
      case GET -> users.get(id == null ? "none" : id, context.params());
      case PATCH -> users.patch(id, object("{'y':'y'}"), context.params());
      default -> throw new IllegalStateException("The hook did not stand in for the method");
    };
  }

  private Services seen() {
    return Services.none().withRecords("users", new Seen(object("{'id':0}")));
  }

  private HookContext context(HookMethod method, @Nullable Object id, String params) {
    return context(method, id, params, Services.none().withRecords("users", users));
  }

  private static HookContext context(
      HookMethod method, @Nullable Object id, String params, Services services) {
    return HookContext.of(HookStage.BEFORE, method, "users")
        .id(id)
        .params(new HookParams(object(params)))
        .services(services)
        .build();
  }

  private static void assertNotFound(Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOfSatisfying(
            HookException.class,
            refusal -> assertThat(refusal.kind()).isEqualTo(HookException.Kind.NOT_FOUND));
  }

  private static List<@Nullable Object> ids(@Nullable Object records) {
    List<@Nullable Object> ids = new ArrayList<>();
    if (records instanceof List<?> list) {
      list.forEach(record -> ids.add(record instanceof Map<?, ?> user ? user.get("id") : record));
    }
    return ids;
  }

  /** Records that give one record, and remember with what params they were asked. */
  private final class Seen implements Records {
    private final Map<String, @Nullable Object> record;

    Seen(Map<String, @Nullable Object> record) {
      this.record = record;
    }

    @Override
    public CompletionStage<List<Map<String, @Nullable Object>>> find(HookParams params) {
      return CompletableFuture.completedStage(List.of(record));
    }

    @Override
    public CompletionStage<Map<String, @Nullable Object>> get(Object id, HookParams params) {
      lookUps.add(params.copy());
      return CompletableFuture.completedStage(record);
    }
  }
}
