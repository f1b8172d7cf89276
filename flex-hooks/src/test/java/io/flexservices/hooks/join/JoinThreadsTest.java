package io.flexservices.hooks.join;

import static io.flexservices.hooks.join.FastJoin.fastJoin;
import static io.flexservices.hooks.records.RecordsSources.collection;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.hooks.CallingParams;
import io.flexservices.hooks.Hook;
import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.RecordsSource;
import io.flexservices.hooks.Services;
import io.flexservices.hooks.kinvey.Hooks;
import io.flexservices.hooks.loader.BatchLoader;
import io.flexservices.hooks.loader.LoaderOptions;
import io.flexservices.testkit.FakeAnswer;
import io.flexservices.testkit.FakeBackend;
import io.flexservices.testkit.FakeCall;
import io.flexservices.testkit.FlexTestClient;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How many requests to the backend joins have under way, each of which holds a thread. */
@Timeout(120)
class JoinThreadsTest {
  private static final int LIMIT = 64;
  private static final int POSTS = 4 * LIMIT;

  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicInteger mostUnderWay = new AtomicInteger();

  /** As many as may be under way wait for each other, so that there are that many at least. */
  private final CyclicBarrier together = new CyclicBarrier(LIMIT);

  static Stream<Named<Resolver>> waysOfOneRequestForEachRecord() {
    LoaderOptions options = LoaderOptions.defaults();
    return Stream.of(
        Named.of(
            "a resolver without a loader",
            (Resolver) (arguments, post, context) -> user(post.get("userId"), context)),
        Named.of("a loader without batches", loading(options.withBatch(false))),
        Named.of("batches of one", loading(options.withMaxBatchSize(1))));
  }

  @ParameterizedTest
  @MethodSource("waysOfOneRequestForEachRecord")
  void asManyAreUnderWayAsAreAllowedAndNoMore(Resolver second) {
    assertThat(mostUnderWay(second, collection("users"))).isEqualTo(LIMIT);
  }

  @ParameterizedTest
  @MethodSource("waysOfOneRequestForEachRecord")
  void theCallsOfOneRequestCountTogetherWhereRecordsHaveHooksOfTheirOwn(Resolver second) {
    Hook nothing = context -> {};
    RecordsSource hooked = Hooks.on("users", collection("users")).before(nothing);

    assertThat(mostUnderWay(second, hooked)).isEqualTo(LIMIT);
  }

  private int mostUnderWay(Resolver second, RecordsSource users) {
    Services services = Services.none().with("first", collection("first")).with("users", users);
    Hook join = fastJoin(Resolvers.none().join("user", afterAnAnswer(second)));
    try (FakeBackend backend = FakeBackend.start();
        FlexTestClient client =
            FlexTestClient.of(
                    flex ->
                        Hooks.on(flex.data().serviceObject("posts"), services)
                            .after(join)
                            .onGetAll(
                                (context, complete, modules) ->
                                    complete.setBody(posts()).ok().next()))
                .withBackend(backend)) {
      backend.otherwise(this::answer);

      assertThat(client.get("/posts").send().status()).isEqualTo(200);
      assertThat(backend.calls()).hasSize(1 + POSTS);
    }
    return mostUnderWay.get();
  }

  /** The answer comes on a thread for calls, on which everything that follows then begins. */
  private static Resolver afterAnAnswer(Resolver second) {
    BatchLoader<Integer> first =
        BatchLoader.of(
            (keys, context) ->
                requireNonNull(context.service("first"))
                    .find(CallingParams.of(context, Map.of()))
                    .thenApply(found -> Collections.nCopies(keys.size(), found.size())));
    return (arguments, post, context) ->
        first
            .load(1)
            .thenCompose(
                found -> {
                  try {
                    return (CompletionStage<?>)
                        requireNonNull(second.resolve(arguments, post, context));
                  } catch (Exception e) {
                    return CompletableFuture.failedStage(e);
                  }
                });
  }

  private static Resolver loading(LoaderOptions options) {
    BatchLoader<Object> users =
        BatchLoader.of(
            (keys, context) ->
                user(keys.get(0), context).thenApply(found -> List.<Object>of(found)),
            options);
    return (arguments, post, context) -> users.load(requireNonNull(post.get("userId")));
  }

  private static CompletionStage<List<Map<String, @Nullable Object>>> user(
      @Nullable Object id, HookContext context) {
    return requireNonNull(context.service("users"))
        .find(CallingParams.of(context, Map.of("_id", requireNonNull(id))));
  }

  private static List<Map<String, Object>> posts() {
    return IntStream.range(0, POSTS)
        .mapToObj(i -> Map.<String, Object>of("_id", "p" + i, "userId", "u" + i))
        .toList();
  }

  private FakeAnswer answer(FakeCall call) {
    if (call.path().contains("users")) {
      mostUnderWay.accumulateAndGet(underWay.incrementAndGet(), Math::max);
      try {
        together.await(60, TimeUnit.SECONDS);
      } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
        throw new IllegalStateException(e);
      } finally {
        underWay.decrementAndGet();
      }
    }
    return FakeAnswer.json(200, List.of());
  }
}
