package io.flexservices.hooks.cache;

import static io.flexservices.hooks.cache.Caches.cache;
import static io.flexservices.hooks.cache.Calls.after;
import static io.flexservices.hooks.cache.Calls.as;
import static io.flexservices.hooks.cache.Calls.before;
import static io.flexservices.hooks.cache.Calls.found;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.Flex;
import io.flexservices.FlexService;
import io.flexservices.hooks.Hook;
import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.HookMethod;
import io.flexservices.hooks.HookParams;
import io.flexservices.hooks.HookSet;
import io.flexservices.hooks.HookStage;
import io.flexservices.hooks.HookedCall;
import io.flexservices.modules.Modules;
import io.flexservices.testkit.FlexTestClient;
import io.flexservices.testkit.PathRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A record is served to whom it was read for. */
class CacheScopeTest {
  private static final String ADA = "{\"_id\":\"ada\"}";
  private static final String BOB = "{\"_id\":\"bob\"}";

  private final AtomicInteger reads = new AtomicInteger();
  private final RecordCache own = RecordCache.of(10, Duration.ofMinutes(1)).build();
  private final RecordCache shared =
      RecordCache.of(10, Duration.ofMinutes(1)).sharedByAllUsers().build();

  @Test
  void aUserIsNotServedWhatAnotherRead() throws Exception {
    Hook hook = cache(own, "id");
    hook.run(as(after(HookMethod.GET, "{\"id\":1}"), ADA));
    assertThat(found(hook, as(before(HookMethod.GET, 1), BOB))).isNull();
    assertThat(found(hook, as(before(HookMethod.GET, 1), "{\"id\":\"ada\"}"))).isNotNull();
    assertThat(found(hook, before(HookMethod.GET, 1))).isNull();
  }

  @Test
  void usersWithoutAnIdAreToldApartByAllThatIsKnown() throws Exception {
    Hook hook = cache(own, "id");
    hook.run(as(after(HookMethod.GET, "{\"id\":1}"), "{\"name\":\"ada\"}"));
    assertThat(found(hook, as(before(HookMethod.GET, 1), "{\"name\":\"bob\"}"))).isNull();
    assertThat(found(hook, as(before(HookMethod.GET, 1), "{\"name\":\"ada\"}"))).isNotNull();
  }

  @Test
  void whatOneUserChangesIsForgottenForAll() throws Exception {
    Hook hook = cache(own, "id");
    hook.run(as(after(HookMethod.GET, "{\"id\":1,\"a\":1}"), ADA));
    hook.run(as(after(HookMethod.PATCH, "{\"id\":1,\"a\":2}"), BOB));
    assertThat(found(hook, as(before(HookMethod.GET, 1), ADA))).isNull();
    assertThat(found(hook, as(before(HookMethod.GET, 1), BOB))).isEqualTo("{\"id\":1,\"a\":2}");
  }

  /** Hooks may have taken fields out for clients. */
  @Test
  void whatAClientWasGivenIsNotServedToTheServiceItself() throws Exception {
    Hook hook = cache(shared, "id");
    HookContext rest = after(HookMethod.GET, "{\"id\":1}");
    rest.params().set(HookParams.PROVIDER, "rest");
    hook.run(rest);
    assertThat(found(hook, before(HookMethod.GET, 1))).isNull();
  }

  @Test
  void usersShareWhereTheCacheIsToldSo() throws Exception {
    Hook hook = cache(shared, "id");
    hook.run(as(after(HookMethod.GET, "{\"id\":1}"), ADA));
    assertThat(found(hook, as(before(HookMethod.GET, 1), BOB))).isNotNull();
  }

  @Test
  void requestsOfOneUserShareAndThoseOfOthersDoNot() {
    try (FlexTestClient client = FlexTestClient.of(serving(own))) {
      assertThat(readsBy(client.get("/users/1").as("ada", "a"))).isEqualTo(1);
      assertThat(readsBy(client.get("/users/1").as("ada", "a"))).isZero();
      assertThat(readsBy(client.get("/users/1").as("bob", "b"))).isEqualTo(1);
      assertThat(readsBy(client.get("/users/1").as("ada", "a").appMetadata(Map.of("_id", "kid2"))))
          .as("another environment")
          .isEqualTo(1);
    }
  }

  @Test
  void theAppsAndTheMastersCredentialsAreScopesOfTheirOwn() {
    for (RecordCache cache : new RecordCache[] {own, shared}) {
      try (FlexTestClient client = FlexTestClient.of(serving(cache))) {
        assertThat(readsBy(client.get("/users/1").as("ada", "a"))).isEqualTo(1);
        for (String secret : new String[] {"kid:app", "kid:master"}) {
          assertThat(readsBy(by(client, secret))).as(secret).isEqualTo(1);
          assertThat(readsBy(by(client, secret))).as(secret).isZero();
        }
      }
    }
  }

  @Test
  void requestsOfAllUsersOfAnAppShareWhereTheCacheIsToldSo() {
    try (FlexTestClient client = FlexTestClient.of(serving(shared))) {
      assertThat(readsBy(client.get("/users/1").as("ada", "a"))).isEqualTo(1);
      assertThat(readsBy(client.get("/users/1").as("bob", "b"))).isZero();
      assertThat(readsBy(client.get("/users/1").as("bob", "b").appMetadata(Map.of("_id", "kid2"))))
          .as("another environment")
          .isEqualTo(1);
    }
  }

  private static PathRequest by(FlexTestClient client, String credentials) {
    String basic = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    return client
        .get("/users/1")
        .appMetadata(Map.of("_id", "kid", "appsecret", "app", "mastersecret", "master"))
        .originalHeader("authorization", "Basic " + basic);
  }

  private int readsBy(PathRequest request) {
    int before = reads.get();
    assertThat(request.send().status()).isEqualTo(200);
    return reads.get() - before;
  }

  private FlexService serving(RecordCache cache) {
    HookSet hooks = HookSet.none().before(cache(cache)).after(cache(cache));
    return new FlexService() {
      @Override
      public void register(Flex flex) {
        flex.data()
            .serviceObject("users")
            .onGetById(
                (context, complete, modules) ->
                    complete.setBody(read(hooks, context.entityId(), modules)).ok().next());
      }
    };
  }

  private Object read(HookSet hooks, String id, Modules modules) {
    HookContext call =
        HookContext.of(HookStage.BEFORE, HookMethod.GET, "users").id(id).modules(modules).build();
    return HookedCall.run(
            hooks,
            call,
            context -> {
              reads.incrementAndGet();
              return CompletableFuture.completedStage(new LinkedHashMap<>(Map.of("_id", id)));
            })
        .thenApply(HookContext::result)
        .toCompletableFuture()
        .join();
  }
}
