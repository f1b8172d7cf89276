package io.flexservices.hooks.loader;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.HookMethod;
import io.flexservices.hooks.HookStage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BatchLoaderTest {
  private final List<List<Object>> batches = new CopyOnWriteArrayList<>();
  private final List<HookContext> contexts = new CopyOnWriteArrayList<>();
  private final HookContext context = context();

  /** Gives each key's text. */
  private CompletionStage<List<String>> texts(List<Object> keys, HookContext of) {
    batches.add(List.copyOf(keys));
    contexts.add(of);
    return CompletableFuture.completedStage(keys.stream().map(String::valueOf).toList());
  }

  private static HookContext context() {
    return HookContext.of(HookStage.AFTER, HookMethod.FIND, "posts").build();
  }

  private static <T extends @Nullable Object> T inTurn(
      HookContext context, Callable<CompletableFuture<T>> work) throws Exception {
    return context.inTurn(work).get(30, TimeUnit.SECONDS);
  }

  @Test
  void gathersKeysUntilNothingElseCanRun() throws Exception {
    BatchLoader<String> loader = BatchLoader.of(this::texts);
    String found =
        inTurn(
            context,
            () ->
                loader
                    .load(1)
                    .thenCombine(loader.load(2), (a, b) -> a + b)
                    .thenCompose(
                        ab -> loader.load(3).thenCombine(loader.load(1), (c, a) -> ab + c + a)));
    assertThat(found).isEqualTo("1231");
    assertThat(batches).containsExactly(List.of(1, 2), List.of(3));
    assertThat(contexts).containsOnly(context);
  }

  @Test
  void sendsTheBatchesOfAllLoadersSideBySide() throws Exception {
    CompletableFuture<List<String>> slow = new CompletableFuture<>();
    BatchLoader<String> first =
        BatchLoader.of(
            (keys, of) -> {
              batches.add(keys);
              return slow;
            });
    BatchLoader<String> second =
        BatchLoader.of(
            (keys, of) -> {
              slow.complete(List.of("first"));
              return texts(keys, of);
            });
    assertThat(inTurn(context, () -> first.load(1).thenCombine(second.load(2), String::concat)))
        .isEqualTo("first2");
  }

  @Test
  void outsideOfAnyCallEachLoadIsABatchAndMayBeWaitedFor() {
    BatchLoader<String> loader = BatchLoader.of(this::texts);
    assertThat(loader.load(1).join()).isEqualTo("1");
    assertThat(loader.load(1).thenApply(text -> text + "!").join()).isEqualTo("1!");
    assertThat(loader.loadMany(List.of(2, 3, 2)).join()).containsExactly("2", "3", "2");
    assertThat(batches).containsExactly(List.of(1), List.of(1), List.of(2, 3));
    assertThat(contexts).allMatch(of -> of.params().user() == null);
  }

  @Test
  void aLoaderThatCallsShareMixesNeitherKeysNorValues() throws Exception {
    HookContext other = context();
    CompletableFuture<String> begun = new CompletableFuture<>();
    BatchLoader<String> loader = BatchLoader.of(this::texts);
    CompletableFuture<String> first = context.inTurn(() -> begun.thenCompose(go -> loader.load(1)));
    assertThat(inTurn(other, () -> loader.load(1))).isEqualTo("1");
    begun.complete("go");
    assertThat(inTurn(context, () -> loader.load(1))).isEqualTo("1");
    assertThat(first.get(30, TimeUnit.SECONDS)).isEqualTo("1");
    assertThat(contexts).contains(other);
    assertThat(batches).allMatch(keys -> keys.equals(List.of(1)));
  }

  @Test
  void worksForTheContextThatItWasGiven() throws Exception {
    HookContext own = context();
    BatchLoader<String> loader =
        BatchLoader.of(this::texts, LoaderOptions.defaults().withContext(own));
    inTurn(context, () -> loader.load(1));
    assertThat(contexts).containsExactly(own);
  }

  @Test
  void refusesToBeWaitedForInsideACall() throws Exception {
    BatchLoader<String> loader = BatchLoader.of(this::texts);
    String message =
        "What a loader gives was waited for inside a hook or a resolver, but its batch is sent only"
            + " when that has returned. Return the future, or what thenApply and thenCombine make"
            + " of it; loadMany gives the values of several keys.";
    inTurn(
        context,
        () -> {
          CompletableFuture<String> load = loader.load(1);
          CompletableFuture<String> made = load.thenApply(text -> text + "!");
          for (CompletableFuture<?> future : List.of(load, made, loader.loadMany(List.of(2)))) {
            assertThatThrownBy(future::join)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(message);
            assertThatThrownBy(future::get).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> future.get(1, TimeUnit.SECONDS))
                .isInstanceOf(IllegalStateException.class);
          }
          return load.thenApply(text -> load.join() + made.getNow("?")); // it is there by now
        });
  }

  @Test
  void refusesNullAndListsAsKeys() {
    BatchLoader<String> loader = BatchLoader.of(this::texts);
    assertThatThrownBy(() -> loader.load(nothing()))
        .isInstanceOf(NullPointerException.class)
        .hasMessage(
            "A loader was asked for the key null; a record may lack the field that it was taken"
                + " from.");
    assertThatThrownBy(() -> loader.load(List.of(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A loader was asked for a list as one key; loadMany takes several keys.");
    assertThat(loader.loadMany(Arrays.asList(1, null)).join()).containsExactly("1", null);
    assertThat(loader.loadMany(List.of()).join()).isEmpty();
    assertThat(batches).containsExactly(List.of(1));
  }

  @SuppressWarnings("NullAway")
  private static Object nothing() {
    return new HashMap<String, Object>().get("nothing");
  }

  @Test
  void numbersAreKeysByTheirValueAndTextsAreOthers() throws Exception {
    BatchLoader<String> loader = BatchLoader.of(this::texts);
    List<Object> keys =
        List.of(1, 1L, 1.0, new BigDecimal("1.00"), "1", 1.5, new BigDecimal("1.50"));
    assertThat(inTurn(context, () -> loader.loadMany(keys)))
        .containsExactly("1", "1", "1", "1", "1", "1.5", "1.5");
    assertThat(batches).containsExactly(List.of(1, "1", 1.5));
    assertThat(BatchLoader.getUniqueKeys(keys)).containsExactly(1, 1.5);
  }

  @Test
  void aMillionKeysAreOneBatch() throws Exception {
    BatchLoader<String> loader = BatchLoader.of(this::texts);
    List<Integer> keys = IntStream.range(0, 1_000_000).boxed().toList();
    assertThat(inTurn(context, () -> loader.loadMany(keys))).hasSize(1_000_000).endsWith("999999");
    assertThat(batches).hasSize(1);
  }

  @Test
  void cutsBatchesAndKeepsThemApart() throws Exception {
    BatchLoader<String> loader =
        BatchLoader.of(
            (keys, of) -> {
              if (keys.contains(3)) {
                throw new IllegalStateException("three");
              }
              return texts(keys, of);
            },
            LoaderOptions.defaults().withMaxBatchSize(2));
    CompletableFuture<?>[] loads = new CompletableFuture<?>[4];
    inTurn(
        context,
        () -> {
          Arrays.setAll(loads, i -> loader.load(i));
          return CompletableFuture.completedFuture("begun");
        });
    assertThat(loads[0]).isCompletedWithValue(cast("0"));
    assertThat(loads[3]).isCompletedExceptionally();
    assertThat(batches).containsExactly(List.of(0, 1));
  }

  @SuppressWarnings("unchecked") // for a future of anything
  private static <T> T cast(Object value) {
    return (T) value;
  }

  @Test
  void withoutBatchesOrCacheEachLoadIsItsOwn() throws Exception {
    BatchLoader<String> alone =
        BatchLoader.of(this::texts, LoaderOptions.defaults().withBatch(false));
    assertThat(inTurn(context, () -> alone.loadMany(List.of(1, 2, 1)))).hasSize(3);
    BatchLoader<String> forgetful =
        BatchLoader.of(this::texts, LoaderOptions.defaults().withCache(false));
    assertThat(inTurn(context, () -> forgetful.loadMany(List.of(1, 2, 1)))).hasSize(3);
    assertThat(batches).containsExactly(List.of(1), List.of(2), List.of(1, 2, 1));
  }

  @Test
  void functionsThatDoNotKeepTheirWordFailTheirLoads() {
    String must =
        "The function of a batch loader must give a stage of a list with one value for each key, in"
            + " the order of the keys, but it gave ";
    String see = ". BatchLoader.getResultsByKey makes such a list.";
    assertFails((keys, of) -> nullStage(), must + "null in place of a stage" + see);
    assertFails(
        (keys, of) -> CompletableFuture.completedStage(null), must + "a stage of null" + see);
    assertFails(
        (keys, of) -> CompletableFuture.completedStage(List.of("a", "b")),
        must + "2 values for 1 keys" + see);
    assertFails(
        (keys, of) -> {
          throw new IllegalStateException("thrown");
        },
        "thrown");
    assertFails(
        (keys, of) -> CompletableFuture.failedStage(new IllegalStateException("failed")), "failed");
    assertFails(
        (keys, of) ->
            CompletableFuture.completedStage(List.of(new IllegalStateException("of its key"))),
        "of its key");
  }

  @SuppressWarnings("NullAway")
  private static CompletionStage<List<Object>> nullStage() {
    return null;
  }

  private static void assertFails(BatchFunction<Object> function, String message) {
    assertThat(context().inTurn(() -> BatchLoader.of(function).load(1)))
        .failsWithin(30, TimeUnit.SECONDS)
        .withThrowableThat()
        .havingCause()
        .isInstanceOf(IllegalStateException.class)
        .withMessage(message);
  }

  @Test
  void aFailedLoadIsForgotten() throws Exception {
    boolean[] fails = {true};
    BatchLoader<String> loader =
        BatchLoader.of(
            (keys, of) -> {
              if (fails[0]) {
                throw new IllegalStateException("once");
              }
              return texts(keys, of);
            });
    String found =
        inTurn(
            context,
            () ->
                loader
                    .load(1)
                    .exceptionallyCompose(
                        failure -> {
                          fails[0] = false;
                          return loader.load(1);
                        }));
    assertThat(found).isEqualTo("1");
  }

  @Test
  void aCacheMapLastsAndIsToldForWhom() throws Exception {
    Map<Object, @Nullable Object> kept = new HashMap<>();
    List<HookContext> asked = new ArrayList<>();
    ValueCache cache =
        new ValueCache() {
          @Override
          public @Nullable Kept get(Object key, HookContext of) {
            asked.add(of);
            return kept.containsKey(key) ? new Kept(kept.get(key)) : null;
          }

          @Override
          public void put(Object key, @Nullable Object value, HookContext of) {
            kept.put(key, value);
          }

          @Override
          public void remove(Object key, HookContext of) {
            kept.remove(key);
          }

          @Override
          public void clear(HookContext of) {
            kept.clear();
          }
        };
    BatchLoader<String> loader =
        BatchLoader.of(this::texts, LoaderOptions.defaults().withCacheMap(cache));
    inTurn(context, () -> loader.load(1));
    assertThat(inTurn(context(), () -> loader.load(1.0))).isEqualTo("1");
    assertThat(batches).hasSize(1);
    assertThat(asked.get(0)).isSameAs(context);
    loader.clear(1);
    BatchLoader.of(this::texts, LoaderOptions.defaults().withCacheMap(cache).withContext(context))
        .prime(2, "primed")
        .prime(2, "late");
    assertThat(kept).isEqualTo(Map.of(2L, "primed"));
    assertThat(inTurn(context(), () -> loader.load(2))).isEqualTo("primed");
    loader.clearAll();
    assertThat(kept).isEmpty();
  }

  @Test
  void whatWasPrimedInACallStaysInIt() throws Exception {
    BatchLoader<String> loader = BatchLoader.of(this::texts);
    assertThat(inTurn(context, () -> loader.prime(1, "here").prime(1, "late").load(1)))
        .isEqualTo("here");
    assertThat(inTurn(context(), () -> loader.load(1))).isEqualTo("1");
    assertThat(inTurn(context, () -> loader.clear(1).load(1))).isEqualTo("1");
  }

  @Test
  void refusesToBePrimedForEverybody() {
    LoaderOptions forOne = LoaderOptions.defaults().withContext(context);
    for (LoaderOptions options : List.of(LoaderOptions.defaults(), forOne)) {
      BatchLoader<String> loader = BatchLoader.of(this::texts, options);
      assertThatThrownBy(() -> loader.prime(1, "for all"))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "A loader was primed outside of a hook, where a cacheMap alone keeps values, for the"
                  + " context that the loader works for. Give it both by withCacheMap and"
                  + " withContext, or prime it inside a hook.");
      assertThat(loader.load(1).join()).isEqualTo("1");
    }
  }

  @Test
  void whatFollowsALoadTakesItsTurnWhereverTheBatchEnds() throws Exception {
    List<Integer> unsafe = new ArrayList<>();
    BatchLoader<Object> loader =
        BatchLoader.of(
            (keys, of) -> CompletableFuture.supplyAsync(() -> new ArrayList<>(keys)),
            LoaderOptions.defaults().withBatch(false));
    context
        .inTurn(
            () ->
                CompletableFuture.allOf(
                    IntStream.range(0, 2_000)
                        .mapToObj(key -> loader.load(key).thenRunAsync(() -> unsafe.add(key)))
                        .toArray(CompletableFuture<?>[]::new)))
        .get(30, TimeUnit.SECONDS);
    assertThat(unsafe).hasSize(2_000).doesNotHaveDuplicates();
  }

  @Test
  void resultsFollowTheKeysByTheirText() {
    List<Map<String, Object>> records =
        List.of(Map.of("id", 1L, "n", 1), Map.of("id", "2", "n", 2), Map.of("id", 1, "n", 3));
    assertThat(
            BatchLoader.<Map<String, Object>>getResultsByKey(
                List.of("1", 2.0, 3), records, "id", ResultType.REQUIRED))
        .containsExactly(records.get(0), records.get(1), null);
    assertThat(
            BatchLoader.<List<Map<String, Object>>>getResultsByKey(
                List.of("1", 3), records, "id", ResultType.LIST))
        .containsExactly(List.of(records.get(0), records.get(2)), null);
  }

  @Test
  void tellsWhatDoesNotFit() {
    List<String> errors = new ArrayList<>();
    ResultOptions options =
        new ResultOptions((index, detail) -> errors.add(index + " " + detail), "?");
    List<Map<String, Object>> records = List.of(Map.of("id", 1), Map.of("id", 1));
    assertThat(
            BatchLoader.<Map<String, Object>, Object>getResultsByKey(
                List.of(1, 2),
                records,
                one -> requireNonNull(one.get("id")),
                ResultType.of("!"),
                options))
        .containsExactly(records.get(0), "?");
    assertThat(errors)
        .containsExactly(
            "0 This result needs a single result object. A collection of 2 elements was found.");
    assertThatThrownBy(() -> ResultType.of("[]]"))
        .hasMessage(
            "Invalid result type \"[]]\"; there are [\"\", \"!\", \"[]\", \"[]!\", \"[!]\", \"[!]!\"]");
  }
}
