package io.flexservices.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.completion.FunctionCompletion;
import io.flexservices.completion.Outcome;
import io.flexservices.functions.FunctionContext;
import io.flexservices.functions.HookType;
import io.flexservices.json.Json;
import io.flexservices.json.JsonObject;
import io.flexservices.modules.Modules;
import io.flexservices.testing.TestRequest;
import io.flexservices.testing.TestRuntime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Functions from the request to the envelope. */
class FunctionPipelineTest {
  private final AtomicReference<FunctionContext> seen = new AtomicReference<>();
  private final AtomicReference<BiFunction<FunctionCompletion, Modules, Outcome>> script =
      new AtomicReference<>((complete, modules) -> complete.next());
  private final TestRuntime runtime =
      TestRuntime.of(
          flex ->
              flex.functions()
                  .register(
                      "f",
                      (context, complete, modules) -> {
                        seen.set(context);
                        return script.get().apply(complete, modules);
                      }));

  @AfterEach
  void close() {
    runtime.close();
  }

  @Test
  void showsEveryPropertyOfAPreHook() {
    call(
        """
        {"body": {"x": 1}, "method": "PUT", "hookType": "pre", "objectName": "things",
         "entityId": "e1", "query": {"query": "{}"}}
        """);
    FunctionContext context = seen.get();
    assertThat(context.functionName()).isEqualTo("f");
    assertThat(context.hookType()).isEqualTo(HookType.PRE);
    assertThat(context.method()).isEqualTo("PUT");
    assertThat(context.objectName()).isEqualTo("things");
    assertThat(context.collectionName()).isEqualTo("things");
    assertThat(context.entityId()).isEqualTo("e1");
    assertThat(context.query().string("query")).isEqualTo("{}");
    assertThat(context.username()).isEqualTo("ann");
    assertThat(context.userId()).isEqualTo("u1");
    assertThat(context.requestId()).isEqualTo("r1");
    assertThat(context.header("Host")).isEqualTo("h");
    assertThat(context.body().integer("x")).isEqualTo(1L);
    assertThat(context.status()).isNull();
    assertThat(context.loginOptions()).isNull();
    assertThat(Json.parse(context.toJson().toString()))
        .isEqualTo(
            Json.parse(
                """
                {"method": "PUT", "username": "ann", "userId": "u1", "entityId": "e1",
                 "headers": {"host": "h"}, "objectName": "things", "hookType": "pre",
                 "body": {"x": 1}, "query": {"query": "{}"}}
                """));
  }

  @Test
  void showsEveryPropertyOfAPostHook() {
    call(
        """
        {"hookType": "post", "body": {"ignored": 1}, "objectName": "things",
         "response": {"body": [{"_id": 1}], "headers": {"x-r": "1"}, "status": 404}}
        """);
    FunctionContext context = seen.get();
    assertThat(context.hookType()).isEqualTo(HookType.POST);
    assertThat(context.bodyArray().object(0).integer("_id")).isEqualTo(1L);
    assertThat(context.headers().asMap()).isEqualTo(Map.of("x-r", "1"));
    assertThat(context.status()).isEqualTo(404);
    assertThat(context.toJson().value("status")).isEqualTo(404L);
  }

  @Test
  void takesAPostHooksResponseFromTheHeadersFirst() {
    runtime.handle(
        request("{\"hookType\":\"post\",\"response\":{\"body\":{\"z\":1},\"status\":200}}")
            .header("X-Kinvey-Response-Status", "500")
            .header("X-Kinvey-Response-Headers", "{\"a\":\"b\"}")
            .header("X-Kinvey-Response-Body", "{\"b\":1}"));
    FunctionContext context = seen.get();
    assertThat(context.status()).isEqualTo(500);
    assertThat(context.toJson().value("status")).isEqualTo("500");
    assertThat(context.header("A")).isEqualTo("b");
    assertThat(context.body().integer("b")).isEqualTo(1L);
  }

  @ParameterizedTest
  @CsvSource({"200,", "399,", "400, 400", "'\"404\"', 404", "'\"x\"',", "null,", "true,", "0,"})
  void showsTheStatusOfAnErrorOnly(String status, Integer shown) {
    call("{\"hookType\":\"post\",\"response\":{\"body\":{},\"status\":" + status + "}}");
    assertThat(seen.get().status()).isEqualTo(shown);
    assertThat(seen.get().toJson().has("status")).isEqualTo(shown != null);
  }

  @Test
  void hidesTheUserOfALoginHook() {
    JsonObject envelope = call("{\"body\":{\"x\":1},\"loginOptions\":{\"type\":\"basic\"}}");
    assertThat(seen.get().username()).isNull();
    assertThat(seen.get().userId()).isNull();
    assertThat(seen.get().loginOptions().string("type")).isEqualTo("basic");
    assertThat(envelope.object("request").has("username")).isFalse();
    assertThat(envelope.path("request.loginOptions.type")).isEqualTo("basic");
  }

  @Test
  void isAnEndpointUnlessItSaysOtherwise() {
    JsonObject envelope = call("{\"a\":1}");
    FunctionContext context = seen.get();
    assertThat(context.hookType()).isEqualTo(HookType.CUSTOM_ENDPOINT);
    assertThat(context.method()).isEqualTo("POST");
    assertThat(context.objectName()).isNull();
    assertThat(context.collectionName()).isNull();
    assertThat(context.body().integer("a")).as("the body itself").isEqualTo(1L);
    assertThat(envelope.path("request.objectName")).isEqualTo("");
  }

  @Test
  void keepsNumbersAsNumbers() {
    JsonObject envelope = call("{\"entityId\":5,\"objectName\":7}");
    assertThat(seen.get().entityId()).isEqualTo("5");
    assertThat(seen.get().objectName()).isEqualTo("7");
    assertThat(envelope.path("request.entityId")).isEqualTo(5L);
    assertThat(seen.get().toJson().value("objectName")).isEqualTo(7L);
  }

  @Test
  void prefersTheQueryString() {
    JsonObject envelope =
        runtime.answer(
            TestRequest.post("/_flexFunctions/f?c=1").json(Map.of("query", Map.of("b", 1))));
    assertThat(seen.get().query().asMap()).isEqualTo(Map.of("c", "1"));
    assertThat(envelope.path("request.query.c")).isEqualTo("1");
  }

  @Test
  void readsTextsThatAreJson() {
    JsonObject envelope = call("{\"body\":\"{\\\"a\\\":1}\",\"query\":\"{\\\"b\\\":2}\"}");
    assertThat(seen.get().body().integer("a")).isEqualTo(1L);
    assertThat(seen.get().query().integer("b")).isEqualTo(2L);
    assertThat(envelope.path("request.query.b")).isEqualTo(2L);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"body\":\"text\"} | Request body is not JSON",
        "{\"hookType\":\"post\",\"response\":{\"body\":\"text\"}} | Request body is not JSON",
        "{\"query\":\"text\"} | Request body is not JSON",
        "{\"entityId\":{}} | Request entityId is not a text",
        "{\"method\":[]} | Request method is not a text"
      })
  void refusesATaskThatIsMalformed(String body, String debug) {
    TestRequest request = request(body);
    assertThat(runtime.handle(request).status()).isEqualTo(400);
    JsonObject response = runtime.answer(request).object("response");
    assertThat(response.path("body.debug")).isEqualTo(debug);
    assertThat(response.path("body.description")).isEqualTo("Unable to understand the request");
    assertThat(response.value("statusCode")).isEqualTo(400L);
    assertThat(response.has("continue")).isFalse();
    assertThat(seen.get()).isNull();
  }

  @Test
  void passesOnAResponseBodyThatIsJsonAsWhatItSays() {
    JsonObject envelope = call("{\"hookType\":\"pre\",\"response\":{\"body\":\"{\\\"a\\\":1}\"}}");
    assertThat(envelope.path("response.body.a")).isEqualTo(1L);
  }

  @Test
  void letsAPreHookChangeTheRequest() {
    script.set(
        (complete, modules) ->
            complete
                .setBody(Map.of("changed", 1))
                .setQuery(Map.of("query", Map.of("b", 2)))
                .created()
                .next());
    assertEnvelope(
        "{\"hookType\":\"pre\",\"body\":{\"x\":1},\"query\":{\"a\":\"1\"}}",
        """
        {"request": {"method": "POST", "username": "ann", "userId": "u1", "objectName": "",
          "headers": {"host": "h", "x-kinvey-custom-request-properties": "{}"},
          "tempObjectStore": {}, "query": {"query": "{\\"b\\":2}"},
          "params": {"query": "{\\"b\\":2}"}, "body": {"changed": 1}},
         "response": {"status": 0, "headers": {}, "body": {}, "statusCode": 201,
          "continue": true}}
        """);
  }

  @Test
  void leavesTheRequestAloneWhereAPreHookEndsIt() {
    script.set(
        (complete, modules) ->
            complete.setBody(Map.of("stop", 1)).setQuery(Map.of("b", 1)).ok().done());
    assertEnvelope(
        "{\"hookType\":\"pre\",\"body\":{\"x\":1}}",
        """
        {"request": {"method": "POST", "username": "ann", "userId": "u1", "objectName": "",
          "headers": {"host": "h"}, "tempObjectStore": {}, "body": {"x": 1}},
         "response": {"status": 0, "headers": {}, "body": {"stop": 1}, "statusCode": 200,
          "continue": false}}
        """);
  }

  @Test
  void keepsTheResponseWhereAPostHookSetsNothing() {
    assertEnvelope(
        "{\"hookType\":\"post\",\"response\":{\"status\":201,\"headers\":{\"a\":\"b\"},\"body\":{\"r\":1}},\"body\":{\"x\":1}}",
        """
        {"request": {"method": "POST", "username": "ann", "userId": "u1", "objectName": "",
          "headers": {"host": "h", "x-kinvey-custom-request-properties": "{}"},
          "tempObjectStore": {}, "body": {"x": 1}},
         "response": {"status": 201, "headers": {"a": "b"}, "body": {"r": 1}, "statusCode": 200,
          "continue": true}}
        """);
  }

  @Test
  void letsCustomPropertiesTravelOnWithNext() {
    script.set(
        (complete, modules) -> {
          assertThat(modules.requestContext().getCustomRequestProperty("p")).isEqualTo(1L);
          modules.requestContext().setCustomRequestProperty("q", List.of(2));
          return complete.next();
        });
    JsonObject envelope =
        runtime.answer(
            TestRequest.post("/_flexFunctions/f")
                .originalHeaders(Map.of("X-Kinvey-Custom-Request-Properties", "{\"p\":1}"))
                .json(Map.of()));
    assertThat(
            Json.parse(
                envelope
                    .object("request")
                    .object("headers")
                    .string("x-kinvey-custom-request-properties")))
        .isEqualTo(Map.of("p", 1L, "q", List.of(2L)));
    assertThat(seen.get().headers().has("x-kinvey-custom-request-properties")).isFalse();
  }

  @Test
  void letsTheTempObjectStoreTravelOn() {
    script.set(
        (complete, modules) -> {
          assertThat(modules.tempObjectStore().get("a")).isEqualTo(1L);
          assertThat(modules.tempObjectStore().get("missing")).isNull();
          modules.tempObjectStore().set("b", Map.of("c", 2));
          return complete.done();
        });
    JsonObject envelope = call("{\"tempObjectStore\":{\"a\":1}}");
    assertThat(envelope.path("request.tempObjectStore.a")).isEqualTo(1L);
    assertThat(envelope.path("request.tempObjectStore.b.c")).isEqualTo(2L);
  }

  @Test
  void isNotImplementedWithoutAHandler() {
    JsonObject envelope =
        runtime.answer(TestRequest.post("/_flexFunctions/nosuch").json(Map.of("body", Map.of())));
    assertThat(envelope.path("response.statusCode")).isEqualTo(501L);
    assertThat(envelope.path("response.body.debug")).isEqualTo("These methods are not implemented");
    assertThat(envelope.path("response.continue")).isEqualTo(false);
  }

  private void assertEnvelope(String body, String envelope) {
    assertThat(Json.parse(call(body).toString())).isEqualTo(Json.parse(envelope));
  }

  private JsonObject call(String body) {
    return runtime.answer(request(body));
  }

  private static TestRequest request(String body) {
    return TestRequest.post("/_flexFunctions/f")
        .header("X-Kinvey-Username", "ann")
        .header("X-Kinvey-User-Id", "u1")
        .header("X-Kinvey-Request-Id", "r1")
        .originalHeaders(new LinkedHashMap<>(Map.of("host", "h")))
        .header("Content-Type", "application/json")
        .text(body);
  }
}
