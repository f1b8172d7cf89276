package io.flexservices.hooks.kinvey;

import static io.flexservices.hooks.control.Control.actOnDispatch;
import static io.flexservices.hooks.control.Control.runParallel;
import static io.flexservices.hooks.fields.Fields.discard;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.completion.Outcome;
import io.flexservices.context.HandlerOptions;
import io.flexservices.data.DataEvent;
import io.flexservices.data.DataHandler;
import io.flexservices.hooks.HandlerFailure;
import io.flexservices.hooks.Hook;
import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.HookException;
import io.flexservices.hooks.HookMethod;
import io.flexservices.hooks.HookParams;
import io.flexservices.json.JsonObject;
import io.flexservices.testkit.FlexTestClient;
import io.flexservices.testkit.FlexTestResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Hooks around the handlers of a service object, as Kinvey's requests meet them. */
@Timeout(60)
class HookedServiceObjectTest {
  private final List<String> trace = new ArrayList<>();
  private @Nullable FlexTestClient client;

  @AfterEach
  void close() {
    if (client != null) {
      client.close();
    }
  }

  private FlexTestClient widgets(Consumer<HookedServiceObject> setUp) {
    client =
        FlexTestClient.of(flex -> setUp.accept(Hooks.on(flex.data().serviceObject("widgets"))));
    return client;
  }

  private Hook traced(String name) {
    return context -> trace.add(name);
  }

  /** Answers with what the handler sees. */
  private static final DataHandler MIRROR =
      (context, complete, modules) -> {
        Map<String, @Nullable Object> seen = new LinkedHashMap<>();
        seen.put("event", context.event().eventName());
        seen.put("id", context.entityId());
        seen.put("body", context.bodyValue());
        seen.put("query", context.query());
        seen.put("json", context.toJson());
        return complete.setBody(seen).ok().next();
      };

  private static JsonObject record(Object... members) {
    return JsonObject.of(map(members));
  }

  private static Map<String, @Nullable Object> map(Object... members) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    for (int i = 0; i < members.length; i += 2) {
      map.put((String) members[i], members[i + 1]);
    }
    return map;
  }

  @Test
  void runsHooksForAllFirstAndInOrder() {
    FlexTestClient widgets =
        widgets(
            hooked ->
                hooked
                    .before(HookMethod.GET, traced("before get 1"), traced("before get 2"))
                    .before(traced("before all"))
                    .before(HookMethod.CREATE, traced("before create"))
                    .after(HookMethod.GET, traced("after get"))
                    .onGetById(
                        (context, complete, modules) -> {
                          trace.add("handler");
                          return complete.setBody(record("_id", "1")).ok().next();
                        }));
    FlexTestResponse response = widgets.get("/widgets/1").send();
    assertThat(response.status()).isEqualTo(200);
    assertThat(trace)
        .containsExactly("before all", "before get 1", "before get 2", "handler", "after get");
  }

  @Test
  void takesHooksAfterItsHandlers() {
    FlexTestClient widgets =
        widgets(
            hooked -> {
              hooked.onGetAll(MIRROR);
              hooked.after(context -> context.setResult("late"));
            });
    assertThat(widgets.get("/widgets").send().text()).isEqualTo("\"late\"");
  }

  @Test
  void showsTheHandlerWhatHooksMadeOfTheBody() {
    FlexTestClient widgets =
        widgets(
            hooked ->
                hooked
                    .before(HookMethod.CREATE, context -> context.setValueAt("data.name", "B"))
                    .onInsert(
                        (context, complete, modules) ->
                            complete
                                .setBody(List.of(context.body(), context.toJson().value("body")))
                                .created()
                                .done()));
    FlexTestResponse response = widgets.post("/widgets").json(Map.of("name", "a")).send();
    assertThat(response.status()).isEqualTo(201);
    assertThat(response.isContinued()).isFalse();
    assertThat(response.text()).isEqualTo("[{\"name\":\"B\"},{\"name\":\"B\"}]");
  }

  @Test
  void showsTheHandlerWhatHooksMadeOfTheIdAndTheQuery() {
    FlexTestClient widgets =
        widgets(
            hooked ->
                hooked
                    .before(
                        context -> {
                          context.setId("other");
                          context.params().query().put("owner", "ann");
                          context.params().query().put("$sort", Map.of("a", -1));
                        })
                    .onGetById(
                        (context, complete, modules) ->
                            complete.setBody(Map.of("owner", "ann")).ok().next())
                    .onDeleteById(MIRROR));
    JsonObject seen =
        widgets.delete("/widgets/1").query("tls", "true").query("limit", "3").send().json();
    assertThat(seen.string("id")).isEqualTo("other");
    assertThat(seen.path("json.entityId")).isEqualTo("other");
    assertThat(seen.object("query"))
        .isEqualTo(
            record(
                "tls", "true", "query", "{\"owner\":\"ann\"}", "limit", "3", "sort", "{\"a\":-1}"))
        .isEqualTo(seen.path("json.query"));
  }

  @Test
  void leavesAQueryThatNoHookTouchesAsItCame() {
    FlexTestClient widgets = widgets(hooked -> hooked.onGetByQuery(MIRROR));
    String query = "{ \"a\" : {\"$gt\": 1.50} }";
    JsonObject seen = widgets.get("/widgets").query("query", query).query("x", "1").send().json();
    assertThat(seen.object("query")).isEqualTo(record("query", query, "x", "1"));
  }

  @Test
  void givesHooksTheParamsOfTheRequest() {
    List<HookContext> seen = new ArrayList<>();
    FlexTestClient widgets = widgets(hooked -> hooked.before(seen::add).onGetByQuery(MIRROR));
    String key = Base64.getEncoder().encodeToString("kid_test:test-master-secret".getBytes());
    widgets
        .get("/widgets")
        .query("query", "{\"a\":1}")
        .query("sort", "{\"b\":-1}")
        .query("limit", "5")
        .query("skip", "10")
        .query("fields", "a,b")
        .as("ann", "u1")
        .originalHeader("authorization", "Basic " + key)
        .send();
    HookContext context = seen.get(0);
    assertThat(context.path()).isEqualTo("widgets");
    assertThat(context.method()).isEqualTo(HookMethod.FIND);
    assertThat(context.request().userId()).isEqualTo("u1");
    assertThat(context.params().asMap())
        .isEqualTo(
            Map.of(
                "provider",
                "rest",
                "user",
                Map.of("_id", "u1", "username", "ann"),
                "securityContext",
                "master",
                "query",
                Map.of(
                    "a",
                    1L,
                    "$sort",
                    Map.of("b", -1L),
                    "$limit",
                    5L,
                    "$skip",
                    10L,
                    "$select",
                    List.of("a", "b"))));
  }

  @Test
  void hasNeitherUserNorSecurityContextWhereNobodyIsKnown() {
    List<HookContext> seen = new ArrayList<>();
    widgets(hooked -> hooked.before(seen::add).onGetAll(MIRROR)).get("/widgets").send();
    assertThat(seen.get(0).params().asMap())
        .isEqualTo(Map.of("provider", "rest", "query", Map.of()));
  }

  @Test
  void answersTheResultOfAHookInPlaceOfTheHandler() {
    FlexTestClient widgets =
        widgets(
            hooked ->
                hooked
                    .before(context -> context.setResult(map("from", "hook")))
                    .after(context -> context.setValueAt("result.after", true))
                    .onGetById(
                        (context, complete, modules) -> {
                          throw new AssertionError("is not called");
                        }));
    FlexTestResponse response = widgets.get("/widgets/1").send();
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.isContinued()).isTrue();
    assertThat(response.text()).isEqualTo("{\"from\":\"hook\",\"after\":true}");
  }

  @Test
  void letsHooksChangeTheResultAndKeepsTheStatus() {
    Map<String, Object> stored = Map.of("_id", "1", "secret", "s", "tags", List.of("a"));
    FlexTestClient widgets =
        widgets(
            hooked ->
                hooked
                    .after(
                        context -> {
                          context.records().forEach(record -> record.remove("secret"));
                          context.setValueAt("result.tags.1", "b");
                        })
                    .onUpdate(
                        (context, complete, modules) ->
                            complete.setBody(stored).accepted().done()));
    FlexTestResponse response = widgets.put("/widgets/1").json(Map.of("a", 1)).send();
    assertThat(response.status()).isEqualTo(202);
    assertThat(response.isContinued()).isFalse();
    assertThat(response.json()).isEqualTo(record("_id", "1", "tags", List.of("a", "b")));
    assertThat(stored).containsKey("secret");
  }

  @Test
  void showsHooksABodyThatIsAJsonTextAsWhatItSays() {
    FlexTestClient widgets =
        widgets(
            hooked ->
                hooked
                    .after(context -> context.records().forEach(r -> r.remove("secret")))
                    .onGetAll(
                        (context, complete, modules) ->
                            complete.setBody("[{\"a\":1,\"secret\":2}]").ok().next()));
    assertThat(widgets.get("/widgets").send().text()).isEqualTo("[{\"a\":1}]");
  }

  @Test
  void showsHooksTheEntitiesOfAnInsertOfMany() {
    FlexTestClient widgets =
        widgets(
            hooked ->
                hooked
                    .before(
                        HookMethod.CREATE,
                        context -> context.records().forEach(r -> r.put("stamp", 1)))
                    .after(
                        HookMethod.CREATE,
                        context -> context.records().forEach(r -> r.remove("secret")))
                    .onInsertMany(
                        (context, complete, modules) -> {
                          List<Map<String, @Nullable Object>> entities = new ArrayList<>();
                          context
                              .bodyArray()
                              .objects()
                              .forEach(
                                  given -> {
                                    Map<String, @Nullable Object> entity = given.toMap();
                                    entity.put("secret", "s");
                                    entities.add(entity);
                                  });
                          return complete
                              .setBody(Map.of("entities", entities, "errors", List.of()))
                              .created()
                              .next();
                        }));
    FlexTestResponse response =
        widgets.post("/widgets").json(List.of(Map.of("a", 1), Map.of("a", 2))).send();
    assertThat(response.status()).isEqualTo(201);
    assertThat(response.json())
        .isEqualTo(
            JsonObject.parse(
                "{\"entities\":[{\"a\":1,\"stamp\":1},{\"a\":2,\"stamp\":1}],\"errors\":[]}"));
  }

  @Test
  void sendsWhatHooksSetAsDispatch() {
    FlexTestClient widgets =
        widgets(
            hooked ->
                hooked
                    .after(context -> context.setDispatch(Map.of("public", true)))
                    .onGetById(
                        (context, complete, modules) ->
                            complete.setBody(Map.of("private", true)).ok().next()));
    assertThat(widgets.get("/widgets/1").send().text()).isEqualTo("{\"public\":true}");
  }

  /** A copy of the record for clients goes with the result when a later hook refuses the call. */
  @Test
  void sendsNoDispatchOfACallThatWasRefused() {
    FlexTestClient widgets =
        widgets(
            hooked ->
                hooked
                    .after(
                        actOnDispatch(discard("cost")),
                        context -> {
                          throw HookException.forbidden("Strangers see nothing");
                        })
                    .error(context -> context.setResult(Map.of("error", "harmless")))
                    .onGetById(
                        (context, complete, modules) ->
                            complete.setBody(Map.of("secret", "s", "cost", 1)).ok().next()));
    assertThat(widgets.get("/widgets/1").send().text()).isEqualTo("{\"error\":\"harmless\"}");
  }

  @Test
  void showsTheRequestToHooksBesideTheCall() {
    FlexTestClient widgets =
        widgets(
            hooked ->
                hooked
                    .before(runParallel(context -> trace.add(context.request().userId())))
                    .onGetById(MIRROR));
    widgets.get("/widgets/1").as("ann", "u1").send();
    assertThat(trace).containsExactly("u1");
  }

  @Test
  void countsWithTheQueryThatHooksMadeAndNoHooksAfter() {
    FlexTestClient widgets =
        widgets(
            hooked ->
                hooked
                    .before(
                        HookMethod.FIND,
                        context -> context.params().query().put("deleted", Map.of("$ne", true)))
                    .after(context -> trace.add("after"))
                    .onGetCount(MIRROR)
                    .onGetCountByQuery(MIRROR));
    JsonObject byQuery = widgets.get("/widgets/_count").query("query", "{\"a\":1}").send().json();
    assertThat(byQuery.path("query.query")).isEqualTo("{\"a\":1,\"deleted\":{\"$ne\":true}}");
    JsonObject all = widgets.get("/widgets/_count").send().json();
    assertThat(all.string("event")).isEqualTo("onGetCountByQuery");
    assertThat(all.path("query.query")).isEqualTo("{\"deleted\":{\"$ne\":true}}");
    assertThat(trace).isEmpty();
  }

  @Test
  void countsWhatAHookFoundInPlaceOfTheHandler() {
    FlexTestClient widgets =
        widgets(
            hooked ->
                hooked
                    .before(context -> context.setResult(List.of(Map.of(), Map.of())))
                    .onGetCount(MIRROR));
    assertThat(widgets.get("/widgets/_count").send().text()).isEqualTo("{\"count\":2}");
  }

  @Test
  void givesAHandlerWithoutAQueryTheOneThatHooksMadeWhereNoOtherIsThere() {
    FlexTestClient widgets =
        widgets(
            hooked ->
                hooked.before(context -> context.params().query().put("a", 1)).onGetAll(MIRROR));
    JsonObject seen = widgets.get("/widgets").send().json();
    assertThat(seen.string("event")).isEqualTo("onGetAll");
    assertThat(seen.path("query.query")).isEqualTo("{\"a\":1}");
  }

  @Test
  void looksThroughAllEntitiesForConditionsOfHooks() {
    FlexTestClient widgets =
        widgets(
            hooked ->
                hooked
                    .before(context -> context.params().query().put("owner", "ann"))
                    .onGetAll(
                        (context, complete, modules) ->
                            complete
                                .setBody(
                                    List.of(Map.of("_id", "1"), Map.of("_id", "2", "owner", "ann")))
                                .ok()
                                .next()));
    assertThat(widgets.get("/widgets").send().jsonArray().objects())
        .extracting(entity -> entity.string("_id"))
        .containsExactly("2");
  }

  @Test
  void looksThroughThePageOfAllEntitiesForConditionsOfHooks() {
    List<Object> entities = List.of(Map.of("_id", "1"), Map.of("_id", "2", "owner", "ann"), "3");
    FlexTestClient widgets =
        widgets(
            hooked ->
                hooked
                    .before(context -> context.params().query().put("owner", "ann"))
                    .onGetAll(
                        (context, complete, modules) ->
                            complete
                                .setBody(Map.of("total", 3, "limit", 10, "data", entities))
                                .ok()
                                .next()));
    assertThat(widgets.get("/widgets").send().json())
        .isEqualTo(
            JsonObject.parse(
                "{\"total\":1,\"limit\":10,\"data\":[{\"_id\":\"2\",\"owner\":\"ann\"}]}"));
  }

  @Test
  void deletesNothingWhereHooksLimitWhatAndNoHandlerLooks() {
    FlexTestClient widgets =
        widgets(
            hooked ->
                hooked
                    .before(context -> context.params().query().put("owner", "ann"))
                    .onDeleteAll(MIRROR));
    FlexTestResponse response = widgets.delete("/widgets").send();
    assertThat(response.status()).isEqualTo(405);
    assertThat(response.json().string("debug"))
        .isEqualTo("Hooks limit what is deleted, and there is no handler of onDeleteByQuery");
  }

  @Test
  void writesNoEntityThatMissesConditionsOfHooks() {
    FlexTestClient widgets =
        widgets(
            hooked ->
                hooked
                    .before(context -> context.params().query().put("owner", "ann"))
                    .onGetById(
                        (context, complete, modules) -> {
                          trace.add(context.method() + " " + context.bodyValue());
                          return "none".equals(context.entityId())
                              ? complete.notFound("no such widget").done()
                              : complete.setBody(Map.of("owner", context.entityId())).ok().next();
                        })
                    .onUpdate(MIRROR)
                    .onDeleteById(MIRROR));
    assertThat(widgets.put("/widgets/ann").json(Map.of("a", 1)).send().json().string("event"))
        .isEqualTo("onUpdate");
    assertThat(widgets.delete("/widgets/ann").send().json().string("event"))
        .isEqualTo("onDeleteById");
    assertThat(trace).containsExactly("GET null", "GET null");
    assertThat(widgets.put("/widgets/bob").json(Map.of("a", 1)).send().status()).isEqualTo(404);
    assertThat(widgets.delete("/widgets/bob").send().status()).isEqualTo(404);
    assertThat(widgets.delete("/widgets/none").send().json().string("debug"))
        .isEqualTo("no such widget");
  }

  @Test
  void writesNothingWhereHooksLimitWhatAndNoHandlerLooks() {
    FlexTestClient widgets =
        widgets(
            hooked ->
                hooked
                    .before(context -> context.params().query().put("owner", "ann"))
                    .onUpdate(MIRROR)
                    .onDeleteById(MIRROR));
    String refusal = "Hooks limit what is written, and there is no handler of onGetById";
    FlexTestResponse update = widgets.put("/widgets/1").json(Map.of("a", 1)).send();
    assertThat(update.status()).isEqualTo(405);
    assertThat(update.json().string("debug")).isEqualTo(refusal);
    FlexTestResponse removal = widgets.delete("/widgets/1").send();
    assertThat(removal.status()).isEqualTo(405);
    assertThat(removal.json().string("debug")).isEqualTo(refusal);
  }

  @Test
  void takesNothingElseForAnEntityThatMeetsConditionsOfHooks() {
    List<@Nullable Object> answers = new ArrayList<>();
    FlexTestClient widgets =
        widgets(
            hooked ->
                hooked
                    .before(context -> context.params().query().put("owner", "ann"))
                    .onGetById(
                        (context, complete, modules) ->
                            complete.setBody(answers.get(0)).ok().next())
                    .onUpdate(MIRROR)
                    .onDeleteById(MIRROR));
    for (Object answer : new Object[] {List.of(Map.of("owner", "ann")), "ann", null}) {
      answers.add(0, answer);
      assertThat(widgets.get("/widgets/1").send().status()).isEqualTo(404);
      assertThat(widgets.put("/widgets/1").json(Map.of("a", 1)).send().status()).isEqualTo(404);
      assertThat(widgets.delete("/widgets/1").send().status()).isEqualTo(404);
    }
  }

  @Test
  void findsNoEntityThatMissesConditionsOfHooks() {
    FlexTestClient widgets =
        widgets(
            hooked ->
                hooked
                    .before(HookMethod.GET, context -> context.params().query().put("owner", "ann"))
                    .onGetById(
                        (context, complete, modules) ->
                            complete
                                .setBody(Map.of("_id", "1", "owner", context.entityId()))
                                .ok()
                                .next()));
    assertThat(widgets.get("/widgets/ann").send().status()).isEqualTo(200);
    FlexTestResponse response = widgets.get("/widgets/bob").send();
    assertThat(response.status()).isEqualTo(404);
    assertThat(response.json().string("debug")).isEqualTo("No record found for id 'bob'");
  }

  @Test
  void answersTheKinveyErrorOfAHookThatRefusesBefore() {
    FlexTestClient widgets =
        widgets(
            hooked ->
                hooked
                    .before(
                        context -> {
                          throw HookException.badRequest(
                              "Invalid data", Map.of("email", "Already taken."));
                        })
                    .onInsert(MIRROR));
    FlexTestResponse response = widgets.post("/widgets").json(Map.of()).send();
    assertThat(response.status()).isEqualTo(400);
    assertThat(response.isContinued()).isFalse();
    assertThat(response.json())
        .isEqualTo(
            JsonObject.parse(
                "{\"error\":\"BadRequest\",\"description\":\"Unable to understand request\","
                    + "\"debug\":{\"message\":\"Invalid data\","
                    + "\"errors\":{\"email\":\"Already taken.\"}}}"));
  }

  @Test
  void answersTheKinveyErrorOfAHookThatRefusesAfter() {
    FlexTestClient widgets =
        widgets(
            hooked ->
                hooked
                    .after(
                        Hook.async(
                            context ->
                                CompletableFuture.failedFuture(HookException.forbidden("No"))))
                    .onGetById(MIRROR));
    FlexTestResponse response = widgets.get("/widgets/1").send();
    assertThat(response.status()).isEqualTo(403);
    assertThat(response.json().string("debug")).isEqualTo("No");
    assertThat(client.logLines()).isEmpty();
  }

  @Test
  void doesNotRepeatTheTextOfAnyOtherFailure() {
    FlexTestClient widgets =
        widgets(
            hooked ->
                hooked
                    .before(
                        context -> {
                          throw new IllegalStateException("secret text");
                        })
                    .onGetById(MIRROR));
    FlexTestResponse response = widgets.get("/widgets/1").send();
    assertThat(response.status()).isEqualTo(550);
    assertThat(response.json().string("error")).isEqualTo("FlexRuntimeError");
    assertThat(response.text()).doesNotContain("secret text");
    assertThat(client.logLines().toString()).contains("secret text");
  }

  @Test
  void letsAnErrorOfTheHandlerOutAsItIs() {
    FlexTestClient widgets =
        widgets(
            hooked ->
                hooked
                    .after(traced("after"))
                    .error(
                        context -> {
                          HandlerFailure failure = (HandlerFailure) context.error();
                          trace.add(failure.getMessage());
                          trace.add(failure.status() + " " + failure.body());
                        })
                    .onGetById(
                        (context, complete, modules) ->
                            complete.notFound("no such widget").next()));
    FlexTestResponse response = widgets.get("/widgets/1").send();
    assertThat(response.status()).isEqualTo(404);
    assertThat(response.isContinued()).isTrue();
    assertThat(response.json().string("debug")).isEqualTo("no such widget");
    assertThat(trace)
        .containsExactly(
            "The handler widgets.onGetById ended with the status 404",
            "404 {error=NotFound, description=The requested entity or entities were not found in"
                + " the serviceObject, debug=no such widget}");
  }

  @Test
  void answersTheResultThatAnErrorHookSets() {
    FlexTestClient widgets =
        widgets(
            hooked ->
                hooked
                    .error(HookMethod.GET, context -> context.setResult(Map.of("_id", "default")))
                    .onGetById((context, complete, modules) -> complete.notFound().next()));
    FlexTestResponse response = widgets.get("/widgets/1").send();
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.text()).isEqualTo("{\"_id\":\"default\"}");
  }

  @Test
  void answersTheErrorThatAnErrorHookPutsInPlace() {
    FlexTestClient widgets =
        widgets(
            hooked ->
                hooked
                    .error(context -> context.setError(HookException.forbidden("Instead")))
                    .onGetById((context, complete, modules) -> complete.notFound().next()));
    FlexTestResponse response = widgets.get("/widgets/1").send();
    assertThat(response.status()).isEqualTo(403);
    assertThat(response.json().string("debug")).isEqualTo("Instead");
  }

  @Test
  void failsWithTheErrorHookThatFails() {
    FlexTestClient widgets =
        widgets(
            hooked ->
                hooked
                    .error(
                        context -> {
                          trace.add("error");
                          throw HookException.methodNotAllowed("Worse");
                        })
                    .onGetById((context, complete, modules) -> complete.notFound().next()));
    assertThat(widgets.get("/widgets/1").send().status()).isEqualTo(405);
    assertThat(trace).containsExactly("error");
  }

  @Test
  void waitsForAsynchronousHooksAndHandlers() {
    FlexTestClient widgets =
        widgets(
            hooked ->
                hooked
                    .before(later("before"))
                    .after(later("after"))
                    .onGetByIdAsync(
                        (context, complete, modules) ->
                            CompletableFuture.supplyAsync(
                                () -> {
                                  trace.add("handler");
                                  return complete.setBody(Map.of()).ok().next();
                                })));
    assertThat(widgets.get("/widgets/1").send().status()).isEqualTo(200);
    assertThat(trace).containsExactly("before", "handler", "after");
  }

  private Hook later(String name) {
    return Hook.async(
        context ->
            CompletableFuture.runAsync(
                () -> trace.add(name),
                CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS)));
  }

  @Test
  void refusesAQueryThatIsNotJson() {
    FlexTestClient widgets = widgets(hooked -> hooked.onGetByQuery(MIRROR));
    FlexTestResponse response = widgets.get("/widgets").query("query", "{\"a\":").send();
    assertThat(response.status()).isEqualTo(400);
    assertThat(response.json().string("debug")).startsWith("query must be a JSON object. ");
    assertThat(widgets.get("/widgets").query("limit", "many").send().json().string("debug"))
        .isEqualTo("limit must be a number");
    assertThat(
            widgets.get("/widgets").query("query", "{\"$limit\":5}").send().json().string("debug"))
        .isEqualTo("$limit is no condition; use limit");
  }

  @Test
  void saysThatAHandlerReturnedNothing() {
    FlexTestClient widgets =
        widgets(hooked -> hooked.onGetById((context, complete, modules) -> nothing()));
    FlexTestResponse response = widgets.get("/widgets/1").send();
    assertThat(response.status()).isEqualTo(550);
    assertThat(client.logLines().toString())
        .contains("The handler returned null; it must return what next() or done() gave it");
  }

  private static Outcome nothing() {
    return null;
  }

  @Test
  void keepsRequestsApart() throws Exception {
    CyclicBarrier both = new CyclicBarrier(2);
    FlexTestClient widgets =
        widgets(
            hooked ->
                hooked
                    .before(
                        context -> {
                          context.params().set("mine", context.id());
                          both.await(30, TimeUnit.SECONDS);
                        })
                    .after(
                        context -> {
                          both.await(30, TimeUnit.SECONDS);
                          context.setValueAt("result.mine", context.params().get("mine"));
                        })
                    .onGetById(
                        (context, complete, modules) ->
                            complete.setBody(Map.of("_id", context.entityId())).ok().next()));
    CompletableFuture<FlexTestResponse> other =
        CompletableFuture.supplyAsync(() -> widgets.get("/widgets/a").send());
    assertThat(widgets.get("/widgets/b").send().text()).isEqualTo("{\"_id\":\"b\",\"mine\":\"b\"}");
    assertThat(other.get(30, TimeUnit.SECONDS).text()).isEqualTo("{\"_id\":\"a\",\"mine\":\"a\"}");
  }

  @Test
  void endsWithTheRequestsTimeWhereAHookNeverCompletes() {
    client =
        FlexTestClient.of(
            flex ->
                Hooks.on(flex.data().serviceObject("widgets"))
                    .before(Hook.async(context -> new CompletableFuture<>()))
                    .on(
                        DataEvent.ON_GET_ALL,
                        HandlerOptions.within(Duration.ofMillis(200)),
                        MIRROR));
    FlexTestResponse response = client.get("/widgets").send();
    assertThat(response.status()).isEqualTo(550);
    assertThat(response.json().string("debug"))
        .isEqualTo("The handler FlexData widgets.onGetAll was not done within 200 ms");
  }

  @Test
  void isAServiceObjectWithHandlersByTheirEvents() {
    widgets(
        hooked -> {
          assertThat(hooked.name()).isEqualTo("widgets");
          assertThat(hooked.handler(DataEvent.ON_GET_ALL)).isNull();
          hooked.onGetAll(MIRROR);
          assertThat(hooked.handler(DataEvent.ON_GET_ALL)).isNotNull();
        });
  }

  @Test
  void isAmongTheServicesOfItsOwnHooks() {
    FlexTestClient widgets =
        widgets(
            hooked ->
                hooked
                    .before(
                        HookMethod.REMOVE,
                        Hook.async(
                            context ->
                                context
                                    .service()
                                    .patch(context.id(), Map.of("deleted", true), new HookParams())
                                    .thenAccept(context::setResult)))
                    .onGetById(
                        (context, complete, modules) ->
                            complete.setBody(record("_id", context.entityId())).ok().next())
                    .onUpdate(
                        (context, complete, modules) ->
                            complete.setBody(context.body()).ok().next())
                    .onDeleteById(MIRROR));
    assertThat(widgets.delete("/widgets/1").send().text())
        .isEqualTo("{\"_id\":\"1\",\"deleted\":true}");
  }

  @Test
  void patchesWhatIsStoredAndNotWhatHooksShow() {
    FlexTestClient widgets =
        widgets(
            hooked ->
                hooked
                    .before(
                        HookMethod.REMOVE,
                        Hook.async(
                            context ->
                                context
                                    .service()
                                    .patch(context.id(), Map.of("deleted", true), new HookParams())
                                    .thenAccept(context::setResult)))
                    .after(
                        HookMethod.GET,
                        context -> context.records().forEach(record -> record.remove("secret")))
                    .onGetById(
                        (context, complete, modules) ->
                            complete.setBody(record("_id", "1", "secret", "s")).ok().next())
                    .onUpdate(
                        (context, complete, modules) ->
                            complete.setBody(context.body()).ok().next())
                    .onDeleteById(MIRROR));
    assertThat(widgets.delete("/widgets/1").send().json().string("secret")).isEqualTo("s");
    assertThat(widgets.get("/widgets/1").send().json().has("secret")).isFalse();
  }

  @Test
  void failsAsTheHandlerThatThrows() {
    FlexTestClient widgets =
        widgets(
            hooked ->
                hooked
                    .error(context -> trace.add(context.error().getMessage()))
                    .onGetByIdAsync(
                        (context, complete, modules) ->
                            CompletableFuture.failedFuture(
                                new CompletionException(new IllegalStateException("inner")))));
    assertThat(widgets.get("/widgets/1").send().status()).isEqualTo(550);
    assertThat(trace).containsExactly("inner");
  }
}
