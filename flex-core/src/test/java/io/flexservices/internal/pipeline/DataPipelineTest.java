package io.flexservices.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexservices.completion.Outcome;
import io.flexservices.data.DataContext;
import io.flexservices.data.DataEvent;
import io.flexservices.data.ServiceObject;
import io.flexservices.json.Json;
import io.flexservices.json.JsonArray;
import io.flexservices.json.JsonException;
import io.flexservices.json.JsonObject;
import io.flexservices.spi.FlexResponse;
import io.flexservices.testing.TestRequest;
import io.flexservices.testing.TestRuntime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Data events from the request to the answer. */
class DataPipelineTest {
  private final AtomicReference<DataContext> seen = new AtomicReference<>();
  private final TestRuntime runtime =
      TestRuntime.of(
          flex -> {
            ServiceObject object = flex.data().serviceObject("things");
            for (DataEvent event : DataEvent.values()) {
              object.on(
                  event,
                  (context, complete, modules) -> {
                    seen.set(context);
                    return complete.setBody(Map.of("event", event.eventName())).ok().next();
                  });
            }
            flex.data()
                .serviceObject("answers")
                .onGetAll((context, complete, modules) -> complete.created().next())
                .onGetById((context, complete, modules) -> answer(context.entityId(), complete))
                .onInsertAsync(
                    (context, complete, modules) ->
                        CompletableFuture.supplyAsync(
                            () -> complete.setBody(context.body()).accepted().done()));
          });

  private static Outcome answer(String id, io.flexservices.completion.DataCompletion complete) {
    return complete.setBody(id).ok().next();
  }

  @AfterEach
  void close() {
    runtime.close();
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /things, onGetAll",
    "GET, /things?a=1, onGetByQuery",
    "GET, /things?, onGetAll",
    "GET, /things?=x, onGetAll",
    "GET, /things/1, onGetById",
    "GET, /things/_count, onGetCount",
    "GET, /things/_count?a=1, onGetCountByQuery",
    "PUT, /things/1, onUpdate",
    "POST, /things, onInsert",
    "DELETE, /things, onDeleteAll",
    "DELETE, /things?a=1, onDeleteByQuery",
    "DELETE, /things/1, onDeleteById"
  })
  void firesTheEvent(String method, String target, String event) {
    FlexResponse response = runtime.handle(TestRequest.of(method, target));
    assertThat(response.status()).isEqualTo(200);
    assertThat(TestRuntime.json(response).string("event")).isEqualTo(event);
    assertThat(seen.get().event().eventName()).isEqualTo(event);
    assertThat(seen.get().method()).isEqualTo(method);
  }

  @Test
  void firesOnInsertManyForAnArray() {
    assertThat(runtime.answer(TestRequest.post("/things").json(List.of(1, 2))).string("event"))
        .isEqualTo("onInsertMany");
    assertThat(seen.get().bodyArray()).isEqualTo(JsonArray.of(List.of(1L, 2L)));
    assertThatThrownBy(() -> seen.get().body())
        .isInstanceOf(JsonException.class)
        .hasMessage("The body is no object; read it by bodyArray() or bodyValue()");
  }

  @Test
  void showsEveryPropertyOfAQuery() {
    Map<String, Object> originalHeaders = Map.of("x-custom", "Yes", "n", 1);
    runtime.handle(
        kinvey(TestRequest.get("/things/a%2Fb?query=%7B%22a%22%3A1%7D&limit=5"))
            .originalHeaders(originalHeaders));
    DataContext context = seen.get();
    assertThat(context.serviceObjectName()).isEqualTo("things");
    assertThat(context.entityId()).isEqualTo("a/b");
    assertThat(context.query().asMap()).isEqualTo(Map.of("query", "{\"a\":1}", "limit", "5"));
    assertThat(context.username()).isEqualTo("ann");
    assertThat(context.userId()).isEqualTo("u1");
    assertThat(context.requestId()).isEqualTo("r1");
    assertThat(context.header("X-CUSTOM")).isEqualTo("Yes");
    assertThat(context.header("n")).isNull();
    assertThat(context.header("x-kinvey-username")).isNull();
    assertThat(context.body().isEmpty()).isTrue();
    assertThat(Json.parse(context.toJson().toString()))
        .isEqualTo(
            Map.of(
                "method", "GET",
                "headers", Map.of("x-custom", "Yes", "n", 1L),
                "username", "ann",
                "userId", "u1",
                "serviceObjectName", "things",
                "entityId", "a/b",
                "query", Map.of("query", "{\"a\":1}", "limit", "5")));
  }

  @Test
  void showsEveryPropertyOfAnUpdate() {
    Map<String, Object> body = new LinkedHashMap<>(Map.of("_id", "1", "deep", List.of(1)));
    runtime.handle(kinvey(TestRequest.of("PUT", "/things/1?ignored=1")).json(body));
    DataContext context = seen.get();
    assertThat(context.body().path("deep.0")).isEqualTo(1L);
    assertThat(context.toJson().path("body.deep.0")).isEqualTo(1L);
    assertThat(context.query()).as("an update has no query").isNull();
    assertThat(context.toJson().names())
        .containsExactlyInAnyOrder(
            "method", "headers", "username", "userId", "serviceObjectName", "entityId", "body");
    assertThat(context.body(Map.class).get("_id")).isEqualTo("1");
  }

  @Test
  void isEmptyHandedWhereKinveySentNothing() {
    runtime.handle(TestRequest.get("/things"));
    DataContext context = seen.get();
    assertThat(context.username()).isEmpty();
    assertThat(context.userId()).isEmpty();
    assertThat(context.requestId()).isEmpty();
    assertThat(context.headers().isEmpty()).isTrue();
    assertThat(context.entityId()).isNull();
    assertThat(context.query()).isNull();
    assertThat(context.bodyValue()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"nope", "[]", "null", "5", "''"})
  void takesMalformedOriginalHeadersForNone(String text) {
    runtime.handle(TestRequest.get("/things").header("X-Kinvey-Original-Request-Headers", text));
    assertThat(seen.get().headers().isEmpty()).isTrue();
  }

  @Test
  void ignoresTheBodyOfARequestThatHasNone() {
    runtime.handle(TestRequest.get("/things").json(Map.of("a", 1)));
    assertThat(seen.get().toJson().has("body")).isFalse();
  }

  @Test
  void refusesWritesToTheContext() {
    runtime.handle(TestRequest.post("/things").json(Map.of("a", Map.of("b", 1))));
    assertThatThrownBy(() -> seen.get().toJson().asMap().remove("body"))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("setBody");
    assertThat(((Map<?, ?>) seen.get().toJson().toMap().get("body")).get("a"))
        .isEqualTo(Map.of("b", 1L));
  }

  @Test
  void answersAnEmptyObjectWithoutABody() {
    FlexResponse response = runtime.handle(TestRequest.get("/answers"));
    assertThat(response.status()).isEqualTo(201);
    assertThat(response.text()).isEqualTo("{}");
    assertThat(response.headers().first("Content-Type"))
        .isEqualTo("application/json; charset=utf-8");
    assertThat(response.headers().first("X-Kinvey-Request-Continue")).isEqualTo("true");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text | \"text\"",
        "5 | 5",
        "null | null",
        "{\"a\":1} | {\"a\":1}",
        "[1, 2] | [1,2]",
        "{\"a\" | \"{\\\"a\\\"\""
      })
  void answersATextThatIsJsonAsWhatItSays(String text, String body) {
    String id = java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    assertThat(runtime.handle(TestRequest.get("/answers/" + id.replace("+", "%20"))).text())
        .isEqualTo(body);
  }

  @Test
  void answersLater() {
    FlexResponse response = runtime.handle(TestRequest.post("/answers").json(Map.of("a", 1)));
    assertThat(response.status()).isEqualTo(202);
    assertThat(response.text()).isEqualTo("{\"a\":1}");
    assertThat(response.headers().first("X-Kinvey-Request-Continue")).isEqualTo("false");
  }

  @ParameterizedTest
  @CsvSource({"GET, /answers/_count", "POST, /nosuch", "DELETE, /_flexFunctions/x"})
  void isNotImplementedWithoutAHandler(String method, String target) {
    FlexResponse response = runtime.handle(TestRequest.of(method, target));
    assertThat(response.status()).isEqualTo(501);
    assertThat(TestRuntime.json(response).asMap())
        .isEqualTo(
            Map.of(
                "error", "NotImplemented",
                "description", "The request invoked a method that is not implemented",
                "debug", "These methods are not implemented"));
  }

  @Test
  void answersHeadWithoutABody() {
    FlexResponse response = runtime.handle(TestRequest.of("HEAD", "/things/1"));
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.body()).isEmpty();
    assertThat(response.headers().first("Content-Type")).isNotNull();
    assertThat(seen.get().event()).isEqualTo(DataEvent.ON_GET_BY_ID);
    assertThat(runtime.handle(TestRequest.of("HEAD", "/a/b/c")).body()).isEmpty();
  }

  private static TestRequest kinvey(TestRequest request) {
    return request
        .header("X-Kinvey-Username", "ann")
        .header("X-Kinvey-User-Id", "u1")
        .header("X-Kinvey-Request-Id", "r1");
  }

  @Test
  void answersHealthWithoutAService() {
    JsonObject health = runtime.answer(TestRequest.get("/healthcheck"));
    assertThat(health.asMap()).isEqualTo(Map.of("healthy", true));
  }
}
