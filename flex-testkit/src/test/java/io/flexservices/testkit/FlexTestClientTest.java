package io.flexservices.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexservices.Flex;
import io.flexservices.FlexOptions;
import io.flexservices.FlexService;
import io.flexservices.FlexSettings;
import io.flexservices.functions.HookType;
import io.flexservices.json.JsonException;
import io.flexservices.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FlexTestClientTest {
  /** Answers what the handlers see. */
  private static final FlexService ECHO =
      flex -> {
        flex.data()
            .serviceObject("things")
            .onGetById((context, complete, modules) -> complete.setBody(context.toJson()).next())
            .onGetByQuery((context, complete, modules) -> complete.setBody(context.query()).next())
            .onGetAll((context, complete, modules) -> complete.setBody(List.of(1, 2)).ok().done())
            .onInsert(
                (context, complete, modules) -> complete.setBody(context.body()).created().next())
            .onUpdate((context, complete, modules) -> complete.setBody(context.body()).next())
            .onDeleteById(
                (context, complete, modules) -> complete.setBody(context.toJson()).next());
        flex.functions()
            .register(
                "echo",
                (context, complete, modules) -> {
                  modules.tempObjectStore().set("seen", true);
                  return complete.setBody(context.toJson()).ok().next();
                })
            .register(
                "a/b",
                (context, complete, modules) -> complete.setBody(context.toJson()).ok().next())
            .register(
                "properties",
                (context, complete, modules) ->
                    complete
                        .setBody(
                            Map.of(
                                "office",
                                String.valueOf(
                                    modules.requestContext().getCustomRequestProperty("office"))))
                        .ok()
                        .next())
            .register(
                "log",
                (context, complete, modules) -> {
                  context.logger().warn("careful");
                  return complete.ok().next();
                });
        flex.auth()
            .register(
                "sso",
                (context, complete, modules) -> complete.setToken(context.body()).ok().next());
      };

  private final FlexTestClient client = FlexTestClient.of(ECHO);

  @Test
  void tellsTheHandlerWhoAsks() {
    JsonObject seen = client.get("/things/42").as("ann", "u1").send().json();

    assertThat(seen.string("entityId")).isEqualTo("42");
    assertThat(seen.string("username")).isEqualTo("ann");
    assertThat(seen.string("userId")).isEqualTo("u1");
  }

  @Test
  void sendsTheOriginalHeadersAsJson() {
    JsonObject seen = client.get("/things/42").originalHeader("x-a", "1, 2").send().json();

    assertThat(seen.object("headers"))
        .isEqualTo(JsonObject.of(Map.of("x-kinvey-api-version", "3", "x-a", "1, 2")));
  }

  @Test
  void decodesThePathOnce() {
    assertThat(client.get("/things/a%2Fb%2525").send().json().string("entityId"))
        .isEqualTo("a/b%25");
  }

  @Test
  void joinsTheQueryOfThePathAndTheParameters() {
    JsonObject query =
        client.get("/things?limit=2&a=%26").query("query", "{\"a\":\"1&2\"}").send().json();

    assertThat(query)
        .isEqualTo(JsonObject.of(Map.of("limit", "2", "a", "&", "query", "{\"a\":\"1&2\"}")));
  }

  @Test
  void sendsJsonByPostAndPut() {
    FlexTestResponse inserted = client.post("/things").json(Map.of("name", "é")).send();
    FlexTestResponse updated = client.put("/things/1").json(Map.of("name", "x")).send();

    assertThat(inserted.status()).isEqualTo(201);
    assertThat(inserted.json().string("name")).isEqualTo("é");
    assertThat(updated.json().string("name")).isEqualTo("x");
  }

  @Test
  void deletes() {
    assertThat(client.delete("/things/7").send().json().string("method")).isEqualTo("DELETE");
  }

  @Test
  void showsArraysHeadersAndWhetherKinveyGoesOn() {
    FlexTestResponse done = client.get("/things").send();

    assertThat(done.jsonArray().asList()).isEqualTo(List.of(1L, 2L));
    assertThat(done.header("content-type")).isEqualTo("application/json; charset=utf-8");
    assertThat(done.isContinued()).isFalse();
    assertThat(client.get("/things/1").send().isContinued()).isTrue();
  }

  @Test
  void refusesToReadAnArrayAsAnObject() {
    FlexTestResponse array = client.get("/things").send();
    FlexTestResponse object = client.get("/things/1").send();

    assertThatThrownBy(array::json)
        .isInstanceOf(JsonException.class)
        .hasMessage("The JSON text is not an object");
    assertThatThrownBy(object::jsonArray)
        .isInstanceOf(JsonException.class)
        .hasMessage("The body of the answer is no JSON array");
  }

  @Test
  void answersMalformedRequestsAsAnAdapterDoes() {
    assertThat(client.get("/things/%zz").send().status()).isEqualTo(400);
    assertThat(client.post("/things").text("{").send().status()).isEqualTo(400);
    assertThat(client.request("PATCH", "/things").send().header("Allow"))
        .isEqualTo("GET, HEAD, POST, PUT, DELETE");
  }

  @Test
  void callsAFunctionWithEverythingThatWasSaid() {
    JsonObject answer =
        client
            .function("echo")
            .hook(HookType.PRE)
            .method("PUT")
            .objectName("things")
            .entityId("7")
            .body(Map.of("x", 1))
            .query(Map.of("limit", 3))
            .tempObjectStore(Map.of("token", "t"))
            .send()
            .json();

    assertThat(answer.path("request.body.hookType")).isEqualTo("pre");
    assertThat(answer.path("request.body.method")).isEqualTo("PUT");
    assertThat(answer.path("request.body.objectName")).isEqualTo("things");
    assertThat(answer.path("request.body.entityId")).isEqualTo("7");
    assertThat(answer.path("request.body.body.x")).isEqualTo(1L);
    assertThat(answer.path("request.body.query.limit")).isEqualTo(3L);
    assertThat(answer.path("request.tempObjectStore"))
        .isEqualTo(JsonObject.of(Map.of("token", "t", "seen", true)));
  }

  @Test
  void givesAPostHookTheResponse() {
    JsonObject answer =
        client
            .function("echo")
            .hook(HookType.POST)
            .response(404, Map.of("error", "X"))
            .send()
            .json();

    assertThat(answer.path("response.body.body.error")).isEqualTo("X");
    assertThat(answer.path("response.body.status")).isEqualTo(404L);
  }

  @Test
  void findsAFunctionWhoseNameHasASlash() {
    assertThat(client.function("a/b").send().status()).isEqualTo(200);
  }

  @Test
  void sendsCustomRequestProperties() {
    JsonObject answer =
        client
            .function("properties")
            .customRequestProperty("office", "Paris")
            .customRequestProperty("floor", null)
            .send()
            .json();

    assertThat(answer.path("response.body.office")).isEqualTo("Paris");
  }

  @Test
  void logsIn() {
    JsonObject answer =
        client.login("sso").credentials("ann", "pw").options(Map.of("a", 1)).send().json();

    assertThat(answer.path("token.username")).isEqualTo("ann");
    assertThat(answer.path("token.password")).isEqualTo("pw");
    assertThat(answer.path("token.options.a")).isEqualTo(1L);
  }

  @Test
  void sendsTheSecretOfTheServiceUnlessToldOtherwise() {
    FlexTestClient guarded = FlexTestClient.of(new Guarded());

    assertThat(guarded.get("/things").send().status()).isEqualTo(200);
    assertThat(guarded.get("/things").authKey("wrong").send().status()).isEqualTo(401);
    assertThat(guarded.get("/things").authKey(null).send().status()).isEqualTo(401);
  }

  @Test
  void runsTheServiceWithSettings() {
    FlexSettings settings = FlexSettings.of(Map.of(), Map.of("FLEX_SHARED_SECRET", "other"));
    FlexTestClient guarded = FlexTestClient.of(new Guarded(), settings);

    assertThat(guarded.get("/things").authKey("other").send().status()).isEqualTo(200);
    assertThat(guarded.get("/things").authKey("s3cr3t").send().status()).isEqualTo(401);
  }

  @Test
  void keepsTheLogLines() {
    client.function("log").requestId("r1").send();

    assertThat(client.logLines())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.string("message")).isEqualTo("careful");
              assertThat(line.string("level")).isEqualTo("warning");
              assertThat(line.string("requestId")).isEqualTo("r1");
              assertThat(line.string("platform")).isEqualTo("test");
            });
  }

  private static final class Guarded implements FlexService {
    @Override
    public void register(Flex flex) {
      ECHO.register(flex);
    }

    @Override
    public FlexOptions options() {
      return FlexOptions.defaults().withSharedSecret("s3cr3t");
    }
  }
}
