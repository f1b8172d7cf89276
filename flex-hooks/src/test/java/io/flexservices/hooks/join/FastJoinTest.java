package io.flexservices.hooks.join;

import static io.flexservices.hooks.join.FastJoin.fastJoin;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexservices.hooks.Hook;
import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.HookMethod;
import io.flexservices.hooks.HookParams;
import io.flexservices.hooks.HookStage;
import io.flexservices.hooks.Loaders;
import io.flexservices.hooks.Services;
import io.flexservices.hooks.loader.BatchLoader;
import io.flexservices.json.Json;
import io.flexservices.json.JsonException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class FastJoinTest {
  private final List<Object> log = new ArrayList<>();

  private static Map<String, @Nullable Object> record(int id) {
    return new HashMap<>(Map.of("id", id));
  }

  private static HookContext context(@Nullable Object result) {
    return context(result, Services.none());
  }

  private static HookContext context(@Nullable Object result, Services services) {
    HookContext context =
        HookContext.of(HookStage.AFTER, HookMethod.FIND, "posts").services(services).build();
    context.setResult(result);
    return context;
  }

  private static void run(Hook hook, HookContext context) throws Exception {
    hook.start(context).toCompletableFuture().get(30, TimeUnit.SECONDS);
  }

  private Resolvers logged() {
    return Resolvers.none()
        .before(context -> log.add("before"))
        .join("plain", (record, context) -> log.add("plain " + record.get("id")))
        .join("args", (arguments, record, context) -> log.add(arguments.values()))
        .join(
            "inner",
            (record, context) -> List.of(record(7), "no record"),
            Resolvers.none()
                .before(context -> log.add("inner before"))
                .after(context -> log.add("inner after"))
                .join("deep", (arguments, record, context) -> log.add("deep" + arguments.values())))
        .after(context -> log.add("after"));
  }

  @Test
  void runsAllResolversAndOnlyTheTopmostBeforeAndAfter() throws Exception {
    run(fastJoin(logged()), context(List.of(record(1), record(2))));
    assertThat(log)
        .containsExactly(
            "before", "plain 1", List.of(), "deep[]", "plain 2", List.of(), "deep[]", "after");
  }

  @Test
  void runsWhatTheQueryNames() throws Exception {
    Map<String, Object> query =
        Map.of(
            "plain",
            false,
            "args",
            List.of(1, "a"),
            "inner",
            Map.of("args", 5, "deep", List.of(2)));
    run(fastJoin(logged(), query), context(record(1)));
    assertThat(log).containsExactly("before", List.of(1, "a"), "deep[2]", "after");
  }

  @Test
  void withoutNamesNoJoinsInsideRun() throws Exception {
    run(fastJoin(logged(), Map.of("inner", true)), context(record(1)));
    run(fastJoin(logged(), Map.of("inner", List.of(1))), context(record(1)));
    assertThat(log).containsExactly("before", "after", "before", "after");
  }

  @Test
  void argumentsMayBeNull() throws Exception {
    Map<String, @Nullable Object> inner = new HashMap<>(Map.of("deep", true));
    inner.put("args", null);
    run(fastJoin(logged(), Map.of("inner", inner)), context(record(1)));
    assertThat(log).containsExactly("before", "deep[]", "after");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"unknown\": true, \"__proto__\": {\"plain\": true}}",
        "{\"inner\": {\"inner\": {\"inner\": {\"inner\": {\"deep\": true}}}}}",
        "[\"plain\"]",
        "\"plain\"",
        "7",
        "true"
      })
  void queriesOfStrangersDoNoHarm(String query) throws Exception {
    run(fastJoin(logged(), context -> Json.parse(query)), context(record(1)));
    assertThat(log).containsExactly("before", "after");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "false", "0", "\"\""})
  void aQueryThatIsNoneRunsAll(String query) throws Exception {
    run(fastJoin(context -> logged(), context -> Json.parse(query)), context(record(1)));
    assertThat(log).containsExactly("before", "plain 1", List.of(), "deep[]", "after");
  }

  @Test
  void argumentsAreWhatTheyAre() throws Exception {
    List<Object> many = new ArrayList<>(IntStream.range(0, 500).boxed().toList());
    run(fastJoin(logged(), Map.of("args", many)), context(record(1)));
    assertThat(log).contains(many);
    Arguments arguments = new Arguments(Arrays.asList(List.of("a"), null, 2.5, List.of(1), "x"));
    assertThat(arguments.names(0, List.of("b"))).containsExactly("a");
    assertThat(arguments.names(3, List.of("b"))).containsExactly("b");
    assertThat(arguments.names(9, List.of("b"))).containsExactly("b");
    assertThat(arguments.whole(2, 7)).isEqualTo(2);
    assertThat(arguments.whole(4, 7)).isEqualTo(7);
    assertThat(arguments.get(1)).isNull();
  }

  @Test
  void joinsARecordAListAPageAndTheDataWhereThereIsNoResult() throws Exception {
    Hook join =
        fastJoin(Resolvers.none().join("id", (record, context) -> log.add(record.get("id"))));
    run(join, context(record(1)));
    run(join, context(List.of(record(2), "no record", record(3))));
    run(join, context(new HashMap<>(Map.of("total", 1, "data", List.of(record(4))))));
    run(join, context(null));
    run(join, HookContext.of(HookStage.BEFORE, HookMethod.CREATE, "posts").data(record(5)).build());
    assertThat(log).containsExactly(1, 2, 3, 4, 5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"_populate", "_graphql"})
  void doesNothingInCallsThatJoinsMake(String param) throws Exception {
    HookContext context = context(record(1));
    context.params().set(param, "skip");
    run(fastJoin(logged()), context);
    assertThat(log).isEmpty();
  }

  @Test
  void loadersBeginEmptyAndThoseBeforeAreRestored() throws Exception {
    Loaders former = new Loaders();
    HookContext context = context(record(1));
    context.exchangeLoaders(former);
    run(fastJoin(Resolvers.none().join("a", (record, of) -> log.add(of.loaders()))), context);
    assertThat(log.get(0)).isNotSameAs(former);
    assertThat(context.loaders()).isSameAs(former);
    Hook failing =
        fastJoin(
            Resolvers.none()
                .before(
                    of -> {
                      throw new IllegalStateException("before");
                    }));
    assertThatThrownBy(() -> run(failing, context)).hasRootCauseMessage("before");
    assertThat(context.loaders()).isSameAs(former);
  }

  @Test
  void aResolverThatFailsEndsTheCallAndLateOnesDoNoHarm() {
    CompletableFuture<String> late = new CompletableFuture<>();
    Resolvers resolvers =
        Resolvers.none()
            .join("late", (record, context) -> late.thenApply(value -> record.put("late", value)))
            .join(
                "fails",
                (record, context) -> CompletableFuture.failedStage(new IllegalStateException("no")))
            .join("never asked", (record, context) -> log.add("asked"));
    HookContext context = context(List.of(record(1), record(2)));
    CompletionStage<?> joined = startOf(fastJoin(resolvers), context);
    assertThat(joined.toCompletableFuture())
        .failsWithin(0, TimeUnit.SECONDS)
        .withThrowableThat()
        .havingRootCause()
        .withMessage("no");
    assertThat(late.complete("x")).isTrue();
    assertThat(log).isEmpty();
  }

  private static CompletionStage<?> startOf(Hook hook, HookContext context) {
    try {
      return hook.start(context);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aResolverThatNeverEndsLeavesTheCallOpenAndNoThreadWaiting() {
    Hook join = fastJoin(Resolvers.none().join("never", (record, of) -> new CompletableFuture<>()));
    CompletionStage<?> joined = startOf(join, context(record(1)));
    assertThatThrownBy(() -> joined.toCompletableFuture().get(20, TimeUnit.MILLISECONDS))
        .isInstanceOf(TimeoutException.class);
  }

  @Test
  void aRecordThatContainsItselfIsRefusedWhenItIsPrinted() throws Exception {
    HookContext context = context(record(1));
    Resolvers resolvers =
        Resolvers.none()
            .join(
                "self",
                (record, of) -> {
                  record.put("self", record);
                  return record;
                },
                Resolvers.none().join("again", (record, of) -> log.add("again")));
    run(fastJoin(resolvers), context);
    assertThat(log).containsExactly("again");
    assertThatThrownBy(() -> Json.text(context.result()))
        .isInstanceOf(JsonException.class)
        .hasMessageContaining("contains itself");
  }

  @Test
  void waitingForALoadInAResolverFailsTheJoin() {
    BatchLoader<Object> loader =
        BatchLoader.of((keys, of) -> CompletableFuture.completedStage(new ArrayList<>(keys)));
    Hook join = fastJoin(Resolvers.none().join("waits", (record, of) -> loader.load(1).join()));
    assertThatThrownBy(() -> run(join, context(record(1))))
        .hasRootCauseInstanceOf(IllegalStateException.class)
        .hasMessageContaining("was waited for inside a hook or a resolver");
  }

  @Test
  void aHundredThousandRecordsNeedNoDeeperStack() throws Exception {
    BatchLoader<Map<String, Object>> loader =
        BatchLoader.of(
            (keys, of) ->
                CompletableFuture.completedStage(
                    keys.stream().map(key -> new HashMap<>(Map.of("id", key))).toList()));
    Resolvers deep =
        Resolvers.none()
            .join(
                "next",
                (record, of) -> loader.load(record.get("id") + "x"),
                Resolvers.none().join("last", (record, of) -> loader.load(record.get("id") + "y")));
    Resolvers resolvers =
        Resolvers.none()
            .join(
                "first",
                (record, of) ->
                    loader
                        .load(requireNonNull(record.get("id")))
                        .thenApply(
                            found -> {
                              record.put("found", found);
                              return found;
                            }),
                deep);
    List<Map<String, @Nullable Object>> records =
        IntStream.range(0, 100_000).mapToObj(FastJoinTest::record).toList();
    run(fastJoin(resolvers), context(records));
    assertThat(records).allMatch(record -> record.containsKey("found"));
  }

  @Test
  void resolversOfOneRecordNeverMeetWhereverWhatTheyAskForEnds() throws Exception {
    Services services =
        Services.none()
            .withRecords(
                "slow",
                params ->
                    CompletableFuture.supplyAsync(() -> List.of(new HashMap<>(params.query()))));
    Resolvers resolvers = Resolvers.none();
    for (int i = 0; i < 50; i++) {
      String name = "field" + i;
      resolvers =
          resolvers.join(
              name,
              (record, of) ->
                  requireNonNull(of.service("slow"))
                      .find(new HookParams())
                      .thenApply(found -> record.put(name, found)));
    }
    List<Map<String, @Nullable Object>> records =
        IntStream.range(0, 50).mapToObj(FastJoinTest::record).toList();
    run(fastJoin(resolvers), context(records, services));
    assertThat(records).allMatch(record -> record.size() == 51);
  }

  @Test
  void batchesMayEndOnAnotherThread() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    BatchLoader<Object> loader =
        BatchLoader.of(
            (keys, of) ->
                CompletableFuture.supplyAsync(
                    () -> {
                      begun.countDown();
                      return new ArrayList<>(keys);
                    }));
    List<Map<String, @Nullable Object>> records =
        IntStream.range(0, 1_000).mapToObj(FastJoinTest::record).toList();
    Resolvers resolvers =
        Resolvers.none()
            .join(
                "same",
                (record, of) ->
                    loader
                        .load(requireNonNull(record.get("id")))
                        .thenApply(same -> record.put("same", same)));
    run(fastJoin(resolvers), context(records));
    assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(records).allMatch(record -> record.get("id").equals(record.get("same")));
  }

  @Test
  void mayBeRunWithinAnotherHook() throws Exception {
    BatchLoader<Object> loader =
        BatchLoader.of((keys, of) -> CompletableFuture.supplyAsync(() -> new ArrayList<>(keys)));
    Resolvers resolvers =
        Resolvers.none().join("a", (record, of) -> loader.load(1).thenApply(log::add));
    HookContext context = context(record(1));
    run(Hook.combine(of -> fastJoin(resolvers).run(of), of -> log.add("then")), context);
    assertThat(log).containsExactly(1, "then");
  }
}
