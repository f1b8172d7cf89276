package io.flexservices.hooks.kinvey;

import static io.flexservices.hooks.control.Control.actOnDispatch;
import static io.flexservices.hooks.fields.Fields.discard;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.functions.HookType;
import io.flexservices.hooks.HandlerFailure;
import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.HookException;
import io.flexservices.hooks.HookMethod;
import io.flexservices.hooks.HookSet;
import io.flexservices.hooks.Services;
import io.flexservices.hooks.records.MemoryRecords;
import io.flexservices.json.JsonObject;
import io.flexservices.testkit.FlexTestClient;
import io.flexservices.testkit.FlexTestResponse;
import io.flexservices.testkit.FunctionRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hooks as the pre and post hooks of a collection. */
@Timeout(60)
class HookedFunctionTest {
  private @Nullable FlexTestClient client;

  @AfterEach
  void close() {
    if (client != null) {
      client.close();
    }
  }

  private FunctionRequest orders(HookSet hooks) {
    return orders(hooks, Services.none());
  }

  private FunctionRequest orders(HookSet hooks, Services services) {
    client =
        FlexTestClient.of(
            flex -> flex.functions().registerAsync("orders", Hooks.function(hooks, services)));
    return client.function("orders").objectName("orders");
  }

  @Test
  void letsDataAndQueryGoOnBeforeTheData() {
    HookSet hooks =
        HookSet.none()
            .before(
                context -> {
                  context.setValueAt("data.stamp", 1);
                  context.params().query().put("owner", "ann");
                  context.params().query().put("$limit", 3);
                });
    FlexTestResponse response =
        orders(hooks)
            .hook(HookType.PRE)
            .method("PUT")
            .body(Map.of("a", 1))
            .query(Map.of("query", "{\"b\":2}", "sort", Map.of("b", 1)))
            .send();
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.isContinued()).isTrue();
    assertThat(response.json().path("request.body"))
        .isEqualTo(JsonObject.parse("{\"a\":1,\"stamp\":1}"));
    assertThat(response.json().path("request.query"))
        .isEqualTo(
            JsonObject.of(
                Map.of("query", "{\"b\":2,\"owner\":\"ann\"}", "sort", "{\"b\":1}", "limit", 3L)));
  }

  @Test
  void leavesAQueryThatNoHookTouchesAsItCame() {
    Map<String, Object> query = Map.of("query", "{ \"b\" : 2}", "limit", "5");
    FlexTestResponse response =
        orders(HookSet.none()).hook(HookType.PRE).method("GET").query(query).send();
    assertThat(response.json().path("request.query")).isEqualTo(JsonObject.of(query));
  }

  @ParameterizedTest
  @CsvSource({
    "GET, , FIND",
    "GET, 1, GET",
    "POST, , CREATE",
    "PUT, 1, UPDATE",
    "PATCH, 1, PATCH",
    "DELETE, 1, REMOVE",
    "delete, , REMOVE"
  })
  void tellsTheMethodByTheRequest(String httpMethod, @Nullable String id, HookMethod method) {
    List<HookContext> seen = new ArrayList<>();
    FunctionRequest request = orders(HookSet.none().before(seen::add)).hook(HookType.PRE);
    request.method(httpMethod).as("ann", "u1").body(Map.of("a", 1L));
    if (id != null) {
      request.entityId(id);
    }
    request.send();
    HookContext context = seen.get(0);
    assertThat(context.method()).isEqualTo(method);
    assertThat(context.id()).isEqualTo(id);
    assertThat(context.path()).isEqualTo("orders");
    assertThat(context.params().provider()).isEqualTo("rest");
    assertThat(context.params().user()).isEqualTo(Map.of("_id", "u1", "username", "ann"));
    boolean writes = List.of("POST", "PUT", "PATCH").contains(httpMethod);
    assertThat(context.data()).isEqualTo(writes ? Map.of("a", 1L) : null);
  }

  /** Kinvey takes an entity by its id, whatever the query says. */
  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "PATCH", "DELETE"})
  void letsARequestByIdGoOnForAnEntityThatMeetsConditionsOfHooks(String httpMethod) {
    Services services =
        Services.none()
            .withRecords(
                "orders",
                MemoryRecords.of(
                    "_id",
                    List.of(
                        Map.of("_id", "1", "owner", "ann"), Map.of("_id", "2", "owner", "bob"))));
    HookSet hooks =
        HookSet.none()
            .before(
                context -> {
                  context.params().query().put("owner", "ann");
                  context.params().query().put("$skip", 1);
                  context.setId("1"); // does not travel
                });
    FunctionRequest request = orders(hooks, services).hook(HookType.PRE).method(httpMethod);
    FlexTestResponse own = request.entityId("1").body(Map.of("a", 1)).send();
    assertThat(own.status()).isEqualTo(200);
    assertThat(own.isContinued()).isTrue();
    FlexTestResponse foreign = request.entityId("2").send();
    assertThat(foreign.status()).isEqualTo(404);
    assertThat(foreign.isContinued()).isFalse();
    assertThat(foreign.json().path("response.body.debug")).isEqualTo("No record found for id '2'");
  }

  @Test
  void refusesARequestByIdWhereConditionsOfHooksCannotBeLookedUp() {
    HookSet hooks = HookSet.none().before(context -> context.params().query().put("owner", "ann"));
    FlexTestResponse response =
        orders(hooks).hook(HookType.PRE).method("DELETE").entityId("1").send();
    assertThat(response.status()).isEqualTo(405);
    assertThat(response.isContinued()).isFalse();
    assertThat(response.json().path("response.body.debug"))
        .isEqualTo(
            "Hooks limit which entity is meant, and cannot look it up: no service is registered for"
                + " orders");
  }

  @Test
  void leavesARequestByIdAloneWhereHooksAddNoConditions() {
    HookSet hooks = HookSet.none().before(context -> context.params().query().put("$limit", 1));
    FlexTestResponse response =
        orders(hooks)
            .hook(HookType.PRE)
            .method("GET")
            .entityId("1")
            .query(Map.of("query", "{}"))
            .send();
    assertThat(response.isContinued()).isTrue();
  }

  @Test
  void sendsNoDispatchOfACallThatWasRefused() {
    HookSet hooks =
        HookSet.none()
            .after(
                actOnDispatch(discard("cost")),
                context -> {
                  throw HookException.forbidden("Strangers see nothing");
                })
            .error(context -> context.setResult(Map.of("error", "harmless")));
    FlexTestResponse response =
        orders(hooks)
            .hook(HookType.POST)
            .method("GET")
            .entityId("1")
            .response(200, Map.of("secret", "s", "cost", 1))
            .send();
    assertThat(response.json().path("response.body"))
        .isEqualTo(JsonObject.parse("{\"error\":\"harmless\"}"));
  }

  @Test
  void endsTheRequestWithTheResultOfAHook() {
    HookSet hooks = HookSet.none().before(context -> context.setResult(List.of(1)));
    FlexTestResponse response = orders(hooks).hook(HookType.PRE).method("GET").send();
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.isContinued()).isFalse();
    assertThat(response.json().path("response.body").toString()).isEqualTo("[1]");
  }

  @Test
  void endsTheRequestWithTheErrorOfAHook() {
    HookSet hooks =
        HookSet.none()
            .before(
                context -> {
                  throw HookException.badRequest("Invalid data", Map.of("a", "Too small"));
                });
    FlexTestResponse response =
        orders(hooks).hook(HookType.PRE).method("POST").body(Map.of("a", 0)).send();
    assertThat(response.status()).isEqualTo(400);
    assertThat(response.isContinued()).isFalse();
    assertThat(response.json().path("response.body.error")).isEqualTo("BadRequest");
    assertThat(response.json().path("response.body.debug.errors.a")).isEqualTo("Too small");
    assertThat(response.json().path("request.body.a")).isEqualTo(0L);
  }

  @Test
  void changesTheResponseAfterTheData() {
    HookSet hooks =
        HookSet.none()
            .before(
                context -> {
                  throw new AssertionError("is not called");
                })
            .after(context -> context.records().forEach(record -> record.remove("secret")));
    FlexTestResponse response =
        orders(hooks)
            .hook(HookType.POST)
            .method("GET")
            .response(200, List.of(Map.of("a", 1, "secret", 2), Map.of("a", 2)))
            .send();
    assertThat(response.isContinued()).isTrue();
    assertThat(response.json().path("response.body").toString()).isEqualTo("[{\"a\":1},{\"a\":2}]");
  }

  @Test
  void changesTheEntitiesOfAnInsertOfMany() {
    HookSet hooks =
        HookSet.none()
            .after(context -> context.records().forEach(record -> record.put("seen", true)));
    FlexTestResponse response =
        orders(hooks)
            .hook(HookType.POST)
            .method("POST")
            .response(201, Map.of("entities", List.of(Map.of()), "errors", List.of()))
            .send();
    assertThat(response.json().path("response.body"))
        .isEqualTo(JsonObject.parse("{\"entities\":[{\"seen\":true}],\"errors\":[]}"));
  }

  @Test
  void letsAnErrorOfTheDataOutAsItIs() {
    List<String> seen = new ArrayList<>();
    HookSet hooks =
        HookSet.none()
            .after(context -> seen.add("after"))
            .error(context -> seen.add(((HandlerFailure) context.error()).status() + ""));
    Map<String, Object> error = Map.of("error", "EntityNotFound", "description", "d");
    FlexTestResponse response =
        orders(hooks).hook(HookType.POST).method("GET").response(404, error).send();
    assertThat(seen).containsExactly("404");
    assertThat(response.json().path("response.body")).isEqualTo(JsonObject.of(error));
    assertThat(response.json().path("response.status")).isEqualTo(404L);
    assertThat(response.isContinued()).isTrue();
  }

  @Test
  void putsTheResultOfAnErrorHookInItsPlace() {
    HookSet hooks = HookSet.none().error(context -> context.setResult(Map.of("a", 1)));
    FlexTestResponse response =
        orders(hooks).hook(HookType.POST).method("GET").response(404, Map.of("e", 1)).send();
    assertThat(response.json().path("response.body")).isEqualTo(JsonObject.parse("{\"a\":1}"));
  }

  @Test
  void refusesToBeAnEndpoint() {
    FlexTestResponse response = orders(HookSet.none()).send();
    assertThat(response.status()).isEqualTo(501);
    assertThat(response.json().path("response.body.debug"))
        .isEqualTo(
            "The function \"orders\" runs hooks: it is for pre and post hooks of a collection, not"
                + " for an endpoint");
  }

  @Test
  void refusesAMethodWithoutHooks() {
    FlexTestResponse response = orders(HookSet.none()).hook(HookType.PRE).method("OPTIONS").send();
    assertThat(response.status()).isEqualTo(405);
    assertThat(response.json().path("response.body.debug"))
        .isEqualTo("There are no hooks for the method OPTIONS");
  }

  @Test
  void refusesAQueryThatIsNotJson() {
    FlexTestResponse response =
        orders(HookSet.none())
            .hook(HookType.PRE)
            .method("GET")
            .query(Map.of("query", "name=ann"))
            .send();
    assertThat(response.status()).isEqualTo(400);
    assertThat((String) response.json().path("response.body.debug"))
        .startsWith("query must be a JSON object. ");
  }
}
