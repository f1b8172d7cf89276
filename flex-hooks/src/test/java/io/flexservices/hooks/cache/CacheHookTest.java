package io.flexservices.hooks.cache;

import static io.flexservices.hooks.cache.Caches.cache;
import static io.flexservices.hooks.cache.Calls.after;
import static io.flexservices.hooks.cache.Calls.before;
import static io.flexservices.hooks.cache.Calls.found;
import static io.flexservices.hooks.cache.Calls.get;
import static io.flexservices.hooks.cache.Calls.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexservices.hooks.Hook;
import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.HookMethod;
import io.flexservices.hooks.HookSet;
import io.flexservices.hooks.HookStage;
import io.flexservices.hooks.HookedCall;
import io.flexservices.hooks.Services;
import io.flexservices.hooks.records.MemoryRecords;
import io.flexservices.json.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** When records are kept, served and forgotten. */
class CacheHookTest {
  private final TestClock clock = new TestClock();
  private final RecordCache records = RecordCache.of(2, Duration.ofMinutes(1)).clock(clock).build();
  private final Hook hook = cache(records, "id");

  @ParameterizedTest
  @EnumSource(names = {"GET", "CREATE", "UPDATE", "PATCH"})
  void servesARecordThatAMethodGave(HookMethod method) throws Exception {
    hook.run(after(method, "{\"id\":1,\"a\":1}"));
    assertThat(get(hook, 1)).isEqualTo("{\"id\":1,\"a\":1}");
    assertThat(get(hook, 2)).isNull();
  }

  @Test
  void servesEachRecordThatWasFound() throws Exception {
    hook.run(after(HookMethod.FIND, "[{\"id\":1,\"a\":1},{\"id\":2,\"a\":2}]"));
    assertThat(get(hook, 2)).isEqualTo("{\"id\":2,\"a\":2}");
    hook.run(after(HookMethod.FIND, "{\"total\":1,\"data\":[{\"id\":3}]}"));
    assertThat(get(hook, 3)).isEqualTo("{\"id\":3}");
  }

  @Test
  void asksTheServiceWhereThereIsAQuery() throws Exception {
    hook.run(after(HookMethod.GET, "{\"id\":1,\"a\":1}"));
    HookContext selecting = query(before(HookMethod.GET, 1), "{\"$select\":[\"a\"]}");
    assertThat(found(hook, selecting)).isNull();
    assertThat(found(hook, query(before(HookMethod.GET, 1), "{}"))).isNotNull();
  }

  @Test
  void keepsNoRecordOfWhichFieldsWereSelected() throws Exception {
    hook.run(query(after(HookMethod.GET, "{\"id\":1}"), "{\"$select\":[\"id\"]}"));
    assertThat(get(hook, 1)).isNull();
    hook.run(query(after(HookMethod.FIND, "[{\"id\":1}]"), "{\"a\":2}"));
    assertThat(get(hook, 1)).isNotNull();
  }

  @ParameterizedTest
  @EnumSource(names = {"UPDATE", "PATCH"})
  void forgetsARecordBeforeItIsChanged(HookMethod method) throws Exception {
    hook.run(after(HookMethod.FIND, "[{\"id\":1},{\"id\":2}]"));
    HookContext change = before(method, 1);
    change.setData(new LinkedHashMap<>(Map.of("a", 2)));
    assertThat(found(hook, change)).isNull();
    assertThat(get(hook, 1)).isNull();
    assertThat(get(hook, 2)).isNotNull();
  }

  /** A patch of a query names no records; which ones it changes is known when it is over. */
  @Test
  void forgetsEverythingBeforeAChangeOfUnknownRecords() throws Exception {
    hook.run(after(HookMethod.FIND, "[{\"id\":1},{\"id\":2}]"));
    HookContext change = before(HookMethod.PATCH, null);
    change.setData(new LinkedHashMap<>(Map.of("a", 2)));
    hook.run(change);
    assertThat(get(hook, 1)).isNull();
    assertThat(get(hook, 2)).isNull();
  }

  @Test
  void forgetsTheRecordsThatAChangeNamesInItsData() throws Exception {
    hook.run(after(HookMethod.FIND, "[{\"id\":1},{\"id\":2}]"));
    HookContext change = before(HookMethod.UPDATE, null);
    change.setData(Json.parse("[{\"id\":2,\"a\":1}]"));
    hook.run(change);
    assertThat(get(hook, 1)).isNotNull();
    assertThat(get(hook, 2)).isNull();
  }

  @Test
  void forgetsWhatWasRemoved() throws Exception {
    hook.run(after(HookMethod.FIND, "[{\"id\":1},{\"id\":2}]"));
    hook.run(before(HookMethod.REMOVE, 1));
    assertThat(get(hook, 1)).isNotNull();
    hook.run(after(HookMethod.REMOVE, "{\"id\":1}"));
    assertThat(get(hook, 1)).isNull();
    assertThat(get(hook, 2)).isNotNull();
  }

  /** Kinvey answers a removal with a count. */
  @Test
  void forgetsWhatWasRemovedThoughTheResultDoesNotNameIt() throws Exception {
    hook.run(after(HookMethod.FIND, "[{\"id\":1},{\"id\":2}]"));
    HookContext one = after(HookMethod.REMOVE, "{\"count\":1}");
    one.setId(1);
    hook.run(one);
    assertThat(get(hook, 1)).isNull();
    assertThat(get(hook, 2)).isNotNull();
    hook.run(after(HookMethod.REMOVE, "{\"count\":1}"));
    assertThat(get(hook, 2)).isNull();
  }

  /** Keys are made of ids wherever ids are used, also where a record is forgotten. */
  @Test
  void findsAndForgetsRecordsByKeysMadeOfTheirIds() throws Exception {
    Hook byText =
        cache(RecordCache.of(2, Duration.ofMinutes(1)).keyedBy(String::valueOf).build(), "id");
    byText.run(after(HookMethod.GET, "{\"id\":1}"));
    assertThat(get(byText, "1")).isNotNull();
    byText.run(before(HookMethod.PATCH, "1"));
    assertThat(get(byText, 1)).isNull();
  }

  @Test
  void takesTheIdOfTheServiceElseUnderscoreIdElseId() throws Exception {
    Hook plain = cache(records);
    plain.run(after(HookMethod.GET, "{\"_id\":\"a\",\"id\":\"b\"}"));
    plain.run(after(HookMethod.GET, "{\"id\":\"c\"}"));
    assertThat(get(plain, "a")).isNotNull();
    assertThat(get(plain, "b")).isNull();
    assertThat(get(plain, "c")).isNotNull();
    HookContext currencies =
        HookContext.of(HookStage.AFTER, HookMethod.GET, "currencies")
            .services(
                Services.none().withRecords("currencies", MemoryRecords.of("code", List.of())))
            .build();
    currencies.setResult(Map.of("code", "EUR", "_id", "d"));
    plain.run(currencies);
    assertThat(get(plain, "EUR")).isNotNull();
  }

  @Test
  void keepsNoItemWithoutAnId() throws Exception {
    hook.run(after(HookMethod.FIND, "[{\"a\":1},7,null,{\"id\":2}]"));
    assertThat(get(hook, 2)).isNotNull();
  }

  @Test
  void leavesAResultThatIsThereAlready() throws Exception {
    hook.run(after(HookMethod.GET, "{\"id\":1}"));
    HookContext answered = before(HookMethod.GET, 1);
    answered.setResult("own");
    hook.run(answered);
    assertThat(answered.result()).isEqualTo("own");
  }

  @Test
  void isNotForErrors() {
    HookContext context = HookContext.of(HookStage.ERROR, HookMethod.GET, "posts").id(1).build();
    assertThatThrownBy(() -> hook.run(context))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("The 'cache' hook can only be used as a 'before,after' hook.");
  }

  /** What is among the params travels to the calls that hooks make. */
  @Test
  void leavesNoTraceAmongTheParams() throws Exception {
    hook.run(after(HookMethod.GET, "{\"id\":1}"));
    HookContext context = before(HookMethod.GET, 1);
    Map<String, @Nullable Object> params = context.params().copy().asMap();
    assertThat(found(hook, context)).isNotNull();
    assertThat(context.params().copy().asMap()).isEqualTo(params);
  }

  /** Otherwise what is read often would be served for ever. */
  @Test
  void doesNotPutBackWhatCameOutOfTheCache() {
    List<@Nullable Object> asked = new ArrayList<>();
    HookSet hooks = HookSet.none().before(hook).after(hook);
    for (int i = 0; i < 4; i++) {
      HookedCall.run(
              hooks,
              before(HookMethod.GET, 1),
              context -> {
                asked.add(context.id());
                return CompletableFuture.completedStage(Json.parse("{\"id\":1}"));
              })
          .toCompletableFuture()
          .join();
      clock.pass(Duration.ofSeconds(20));
    }
    assertThat(asked).hasSize(2);
  }
}
