package io.flexservices.hooks.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexservices.data.DataContext;
import io.flexservices.data.DataHandler;
import io.flexservices.data.ServiceObject;
import io.flexservices.hooks.Hook;
import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.HookMethod;
import io.flexservices.hooks.HookParams;
import io.flexservices.hooks.HookStage;
import io.flexservices.hooks.Records;
import io.flexservices.hooks.Services;
import io.flexservices.hooks.kinvey.HookedServiceObject;
import io.flexservices.hooks.kinvey.Hooks;
import io.flexservices.json.Json;
import io.flexservices.testkit.FlexTestClient;
import io.flexservices.testkit.FlexTestResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The entities of a service object, read by hooks of another in the same process. */
@Timeout(60)
class ServiceObjectRecordsTest {
  private final List<DataContext> calls = new ArrayList<>();
  private @Nullable FlexTestClient client;

  @AfterEach
  void close() {
    if (client != null) {
      client.close();
    }
  }

  /** What a hook of "posts" gets that works on the records of "users". */
  private FlexTestResponse answer(
      Consumer<ServiceObject> users, Function<Records, CompletionStage<?>> work) {
    client =
        FlexTestClient.of(
            flex -> {
              ServiceObject object = flex.data().serviceObject("users");
              users.accept(object);
              Services services =
                  Services.none().with("users", RecordsSources.serviceObject(object));
              Hooks.on(flex.data().serviceObject("posts"), services)
                  .before(hookOf(work))
                  .onGetAll((context, complete, modules) -> complete.next());
            });
    return client.get("/posts").as("ann", "u1").requestId("r1").send();
  }

  private static Hook hookOf(Function<Records, CompletionStage<?>> work) {
    return Hook.async(
        context -> work.apply(context.service("users")).thenAccept(context::setResult));
  }

  private static HookParams query(Map<String, ?> query) {
    return new HookParams(Map.of("query", new LinkedHashMap<>(query)));
  }

  private DataHandler answering(Object body) {
    return (context, complete, modules) -> {
      calls.add(context);
      return complete.setBody(body).ok().next();
    };
  }

  @Test
  void findsByTheHandlerWithAQuery() {
    FlexTestResponse response =
        answer(
            users -> users.onGetByQuery(answering(List.of(Map.of("_id", "1")))),
            users -> users.find(query(Map.of("name", "Ann", "$limit", 2))));
    assertThat(response.text()).isEqualTo("[{\"_id\":\"1\"}]");
    DataContext call = calls.get(0);
    assertThat(call.query().asMap()).isEqualTo(Map.of("query", "{\"name\":\"Ann\"}", "limit", "2"));
    assertThat(call.userId()).isEqualTo("u1");
    assertThat(call.username()).isEqualTo("ann");
    assertThat(call.requestId()).isEqualTo("r1");
    assertThat(call.method()).isEqualTo("GET");
    assertThat(call.serviceObjectName()).isEqualTo("users");
    assertThat(call.remainingTime()).isPositive();
    assertThat(call.toJson().names())
        .containsExactly("method", "headers", "username", "userId", "serviceObjectName", "query");
    assertThat(call).isInstanceOf(ServiceCall.class);
  }

  @Test
  void looksThroughAllWhereThereIsNoHandlerWithAQuery() {
    FlexTestResponse response =
        answer(
            users ->
                users.onGetAll(
                    answering(List.of(Map.of("_id", "1", "a", 1), Map.of("_id", "2", "a", 2)))),
            users -> users.find(query(Map.of("a", 2))));
    assertThat(Json.parse(response.text())).isEqualTo(List.of(Map.of("_id", "2", "a", 2L)));
    assertThat(calls.get(0).query()).isNull();
  }

  @Test
  void limitsByThePageSizeOfTheParams() {
    HookParams params = new HookParams(Map.of("paginate", Map.of("default", 1)));
    FlexTestResponse response =
        answer(
            users -> users.onGetAll(answering(List.of(Map.of("_id", "1"), Map.of("_id", "2")))),
            users -> users.find(params));
    assertThat(response.text()).isEqualTo("[{\"_id\":\"1\"}]");
  }

  @Test
  void saysWhichHandlerReturnedNothing() {
    assertThat(answer(users -> users.onGetById((context, complete, modules) -> null), byId()))
        .extracting(FlexTestResponse::status)
        .isEqualTo(550);
    assertThat(client.logLines().toString())
        .contains(
            "The handler of onGetById of users returned null; it must return what next() or done()"
                + " gave it");
    client.close();
    answer(users -> users.onGetByIdAsync((context, complete, modules) -> null), byId());
    assertThat(client.logLines().toString())
        .contains(
            "The handler of onGetById of users returned null; it must return a CompletionStage");
  }

  private static Function<Records, CompletionStage<?>> byId() {
    return records -> records.get("1", new HookParams());
  }

  @Test
  void getsByIdAmongThoseOfTheQuery() {
    Consumer<ServiceObject> users =
        object -> object.onGetById(answering(Map.of("_id", "1", "owner", "ann")));
    assertThat(answer(users, records -> records.get("1", new HookParams())).status())
        .isEqualTo(200);
    client.close();
    FlexTestResponse missing =
        answer(users, records -> records.get("1", query(Map.of("owner", "bob"))));
    assertThat(missing.status()).isEqualTo(404);
  }

  @Test
  void writesByTheHandlersOfTheEvents() {
    FlexTestResponse response =
        answer(
            users ->
                users
                    .onGetById(answering(Map.of("_id", "1", "a", 1)))
                    .onInsert((context, complete, modules) -> complete.setBody("i").next())
                    .onInsertMany((context, complete, modules) -> complete.setBody("m").next())
                    .onUpdate(
                        (context, complete, modules) -> complete.setBody(context.body()).next())
                    .onDeleteById((context, complete, modules) -> complete.setBody("d").next())
                    .onDeleteByQuery((context, complete, modules) -> complete.setBody("q").next()),
            users ->
                all(
                    users.create(Map.of("a", 1), new HookParams()),
                    users.create(List.of(Map.of()), new HookParams()),
                    users.update("1", Map.of("b", 1), new HookParams()),
                    users.patch("1", Map.of("b", 2), new HookParams()),
                    users.remove("1", new HookParams()),
                    users.remove(null, query(Map.of("a", 1)))));
    assertThat(Json.parse(response.text()))
        .isEqualTo(
            List.of("i", "m", Map.of("b", 1L), Map.of("_id", "1", "a", 1L, "b", 2L), "d", "q"));
  }

  @Test
  void insertsOneByOneWhereThereIsNoHandlerOfMany() {
    FlexTestResponse response =
        answer(
            users ->
                users.onInsert(
                    (context, complete, modules) -> complete.setBody(context.body()).next()),
            users -> users.create(List.of(Map.of("a", 1), Map.of("a", 2)), new HookParams()));
    assertThat(response.text()).isEqualTo("[{\"a\":1},{\"a\":2}]");
  }

  private static CompletionStage<?> all(CompletionStage<?>... stages) {
    List<@Nullable Object> results = new ArrayList<>();
    CompletionStage<?> last = CompletableFuture.completedStage(null);
    for (CompletionStage<?> stage : stages) {
      last = last.thenCompose(before -> stage).thenAccept(results::add);
    }
    return last.thenApply(done -> results);
  }

  @Test
  void passesAnErrorOfTheOtherHandlerOn() {
    FlexTestResponse response =
        answer(
            users ->
                users.onInsert(
                    (context, complete, modules) -> complete.notAllowed("read only").next()),
            users -> users.create(Map.of(), new HookParams()));
    assertThat(response.status()).isEqualTo(405);
    assertThat(response.json().string("debug")).isEqualTo("read only");
  }

  @Test
  void saysWhichHandlerIsMissing() {
    FlexTestResponse response =
        answer(users -> {}, users -> users.update("1", Map.of(), new HookParams()));
    assertThat(response.status()).isEqualTo(405);
    assertThat(response.json().string("debug"))
        .isEqualTo("The event onUpdate of users has no handler");
  }

  @Test
  void runsTheHooksOfTheOtherWithTheParamsOfTheCall() {
    List<HookContext> seen = new ArrayList<>();
    HookParams params = new HookParams(Map.of("query", new LinkedHashMap<>(), "mark", 7));
    FlexTestResponse response =
        answer(
            users -> {
              HookedServiceObject hooked = Hooks.on(users);
              hooked
                  .before(seen::add)
                  .before(HookMethod.FIND, context -> context.params().query().put("_id", "1"))
                  .after(context -> context.setDispatch("for clients"))
                  .onGetAll(answering(List.of(Map.of("_id", "1"))));
            },
            users -> users.find(params));
    assertThat(response.text()).isEqualTo("[{\"_id\":\"1\"}]");
    assertThat(seen.get(0).params().provider()).isNull();
    assertThat(seen.get(0).params().get("mark")).isEqualTo(7);
    assertThat(seen.get(0).request().userId()).isEqualTo("u1");
    assertThat(params.query()).isEmpty();
  }

  @Test
  void belongsToARequest() {
    HookContext alone = HookContext.of(HookStage.BEFORE, HookMethod.FIND, "posts").build();
    List<ServiceObject> objects = new ArrayList<>();
    client =
        FlexTestClient.of(
            flex -> {
              objects.add(flex.data().serviceObject("users").onGetAll(answering(List.of())));
            });
    Records records = RecordsSources.serviceObject(objects.get(0)).open(alone);
    assertThatThrownBy(() -> records.find(new HookParams()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("The call to posts does not belong to a request");
  }
}
