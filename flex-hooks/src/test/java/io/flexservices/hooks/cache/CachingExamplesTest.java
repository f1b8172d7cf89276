package io.flexservices.hooks.cache;

import static io.flexservices.hooks.cache.Caches.cache;
import static io.flexservices.hooks.fields.Fields.discard;
import static io.flexservices.hooks.join.FastJoin.fastJoin;
import static io.flexservices.hooks.loader.BatchLoader.getResultsByKey;
import static io.flexservices.hooks.loader.BatchLoader.getUniqueKeys;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.Flex;
import io.flexservices.FlexService;
import io.flexservices.hooks.CallingParams;
import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.HookMethod;
import io.flexservices.hooks.HookParams;
import io.flexservices.hooks.HookSet;
import io.flexservices.hooks.HookStage;
import io.flexservices.hooks.HookedCall;
import io.flexservices.hooks.Records;
import io.flexservices.hooks.Services;
import io.flexservices.hooks.join.Resolvers;
import io.flexservices.hooks.loader.BatchLoader;
import io.flexservices.hooks.loader.LoaderOptions;
import io.flexservices.hooks.loader.ResultType;
import io.flexservices.hooks.records.MemoryRecords;
import io.flexservices.json.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The examples of the page on caching. */
class CachingExamplesTest {
  private final List<Object> calls = new ArrayList<>();
  private final Records stored =
      MemoryRecords.of("id", List.of(Map.of("id", 101, "name", "Ada"), Map.of("id", 102)));
  private final Records counted =
      params -> {
        calls.add(String.valueOf(params.query().get("id")));
        return stored.find(params);
      };
  private final Services services = Services.none().withRecords("users", counted);

  // One for the service, not one for each request.
  private final RecordCache users = RecordCache.of(100, Duration.ofMinutes(5)).build();

  private final BatchLoader<@Nullable Map<String, @Nullable Object>> userLoader =
      BatchLoader.of(
          (keys, context) ->
              context
                  .service("users")
                  .find(CallingParams.of(context, Map.of("id", Map.of("$in", getUniqueKeys(keys)))))
                  .thenApply(found -> getResultsByKey(keys, found, "id", ResultType.OPTIONAL)),
          LoaderOptions.defaults().withCacheMap(users));

  private final Resolvers ofPosts =
      Resolvers.none()
          .before(context -> context.loaders().put("user.id", userLoader))
          .join(
              "author",
              (post, context) ->
                  context
                      .loaders()
                      .get("user.id")
                      .load(post.get("userId"))
                      .thenAccept(user -> post.put("author", user)));

  private @Nullable Object joined(@Nullable String user) {
    HookContext find =
        HookContext.of(HookStage.BEFORE, HookMethod.FIND, "posts").services(services).build();
    if (user != null) {
      find.params().set(HookParams.USER, Map.of("_id", user));
    }
    Object posts = Json.parse("[{\"id\":1,\"userId\":101},{\"id\":2,\"userId\":9}]");
    return HookedCall.run(
            HookSet.none().after(fastJoin(ofPosts)),
            find,
            context -> CompletableFuture.completedStage(posts))
        .thenApply(HookContext::result)
        .toCompletableFuture()
        .join();
  }

  @Test
  void aSecondJoinMakesNoCall() {
    Object first = joined(null);
    assertThat(calls).hasSize(1);
    assertThat(Json.parse(Json.text(first)))
        .isEqualTo(
            Json.parse(
                "[{\"id\":1,\"userId\":101,\"author\":{\"id\":101,\"name\":\"Ada\"}},"
                    + "{\"id\":2,\"userId\":9,\"author\":null}]"));
    assertThat(joined(null)).isEqualTo(first);
    assertThat(calls).hasSize(1);
  }

  @Test
  void aJoinMayChangeWhatItLoadedWithoutChangingWhatIsKept() {
    Object first = joined(null);
    String text = Json.text(first);
    Map<?, ?> post = (Map<?, ?>) ((List<?>) first).get(0);
    ((Map<?, ?>) post.get("author")).clear();
    assertThat(Json.text(joined(null))).isEqualTo(text);
  }

  @Test
  void anotherUsersJoinMakesItsOwnCalls() {
    joined("ada");
    joined("ada");
    assertThat(calls).hasSize(1);
    joined("bob");
    assertThat(calls).hasSize(2);
  }

  @Test
  void theHookTellsTheLoaderOfAChange() throws Exception {
    joined(null);
    HookContext patch = HookContext.of(HookStage.BEFORE, HookMethod.PATCH, "users").id(101).build();
    cache(users, "id").run(patch);
    joined(null);
    assertThat(calls).containsExactly("{$in=[101, 9]}", "{$in=[101]}");
  }

  @Test
  void isPartOfAService() throws Exception {
    FlexService service =
        new FlexService() {
          @Override
          public void register(Flex flex) {
            flex.onRestore(users::clear);

            HookSet hooks =
                HookSet.none().before(cache(users)).after(cache(users), discard("password"));
            assertThat(hooks.hooks(HookStage.AFTER, HookMethod.GET)).hasSize(2);
          }
        };
    try (var client = io.flexservices.testkit.FlexTestClient.of(service)) {
      assertThat(client.get("/healthcheck").send().status()).isEqualTo(200);
    }
  }

  @Test
  void isSharedByAllUsersWhereItSaysSo() {
    RecordCache currencies = RecordCache.of(200, Duration.ofHours(1)).sharedByAllUsers().build();
    HookContext ada = HookContext.of(HookStage.BEFORE, HookMethod.GET, "currencies").build();
    ada.params().set(HookParams.USER, Map.of("_id", "ada"));
    currencies.put("EUR", Map.of("name", "Euro"), ada);
    HookContext bob = HookContext.of(HookStage.BEFORE, HookMethod.GET, "currencies").build();
    bob.params().set(HookParams.USER, Map.of("_id", "bob"));
    assertThat(currencies.get("EUR", bob)).isNotNull();
  }
}
