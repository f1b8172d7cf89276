package io.flexservices.modules.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.FlexOptions;
import io.flexservices.error.KinveyException;
import io.flexservices.internal.kinvey.RawBackend;
import io.flexservices.json.Json;
import io.flexservices.json.JsonArray;
import io.flexservices.json.JsonObject;
import io.flexservices.modules.Modules;
import io.flexservices.testing.TestRequest;
import io.flexservices.testing.TestRuntime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What handlers do with stores, from a request of Kinvey's to a backend on loopback. */
@Timeout(60)
class StoresInAHandlerTest {
  private static final String MASTER_SECRET = "m4ster-s3cret";

  private RawBackend backend;

  @BeforeEach
  void start() throws IOException {
    backend = new RawBackend();
  }

  @AfterEach
  void stop() throws IOException {
    backend.close();
  }

  @Test
  void insertsAListInBatchesAndCountsErrorsFromItsBeginning() {
    backend.otherwise(
        200,
        body -> {
          int size = ((List<?>) Json.parse(body)).size();
          return Json.text(
              Map.of(
                  "entities",
                  IntStream.range(0, size).mapToObj(i -> Map.of("i", i)).toList(),
                  "errors",
                  List.of(Map.of("index", size - 1, "errmsg", "e"))));
        });
    JsonObject answered =
        found(modules -> modules.dataStore().collection("books").create(list(250)));
    assertThat(answered.array("entities").size()).isEqualTo(250);
    assertThat(answered.array("errors").objects().map(e -> e.integer("index")))
        .containsExactly(99L, 199L, 249L);
    assertThat(backend.requests())
        .extracting(request -> ((List<?>) Json.parse(request.body())).size())
        .containsExactly(100, 100, 50);
  }

  @Test
  void endsTheBatchesAtTheFirstThatFails() {
    backend.otherwise(500, body -> "{\"error\":\"Broken\"}");
    JsonObject answered =
        found(modules -> caught(() -> modules.dataStore().collection("books").create(list(250))));
    assertThat(answered.string("error")).isEqualTo("Broken");
    assertThat(backend.requests()).hasSize(1);
  }

  @Test
  void takesAKinveyEntityAndGivesItBack() {
    backend.otherwise(200, body -> body);
    JsonObject answered =
        found(
            modules ->
                modules.dataStore().collection("books").save(modules.kinveyEntity().entity("b1")));
    assertThat(answered.string("_id")).isEqualTo("b1");
  }

  @Test
  void worksWithoutWaiting() {
    backend.otherwise(200, body -> "[{\"_id\":\"b1\"}]");
    JsonObject answered =
        found(
            modules ->
                modules
                    .dataStore()
                    .collection("books")
                    .findAsync(null)
                    .thenApply(books -> Map.of("first", books.get(0)))
                    .join());
    assertThat(answered.path("first._id")).isEqualTo("b1");
  }

  @Test
  void passesAFailureOnWithoutTheMasterSecret() {
    backend.otherwise(404, body -> "{\"error\":\"EntityNotFound\",\"description\":\"d\"}");
    try (TestRuntime runtime =
        runtime(modules -> modules.dataStore().collection("books").findById("b1"), options())) {
      String text = runtime.handle(request()).text();
      assertThat(text).contains("FlexRuntimeError").doesNotContain(MASTER_SECRET);
      assertThat(runtime.log().lines()).isNotEmpty();
      assertThat(runtime.log().lines().toString())
          .contains("EntityNotFound")
          .doesNotContain(MASTER_SECRET)
          .doesNotContain("Basic ");
    }
  }

  @Test
  void callsNoBackendThatIsNotAllowed() {
    JsonObject answered =
        found(
            modules -> caught(() -> modules.dataStore().collection("books").findById("b1")),
            FlexOptions.defaults());
    assertThat(answered.string("error")).isEqualTo("BackendNotAllowed");
    assertThat(backend.requests()).isEmpty();
  }

  @Test
  void waitsNoLongerThanTheRequestHasTime() {
    backend.otherwise(
        200,
        body -> {
          try {
            Thread.sleep(30_000);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return "{}";
        });
    FlexOptions hasty = options().withRequestTimeout(Duration.ofMillis(500));
    long begin = System.nanoTime();
    try (TestRuntime runtime =
        runtime(modules -> modules.dataStore().collection("books").findById("b1"), hasty)) {
      assertThat(runtime.handle(request()).text()).contains("FlexRuntimeError");
    }
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(20));
  }

  @SuppressWarnings("deprecation") // it is what is tested
  @Test
  void warnsOnceOfDeprecatedOptions() {
    StoreOptions old = StoreOptions.defaults().withSkipBl(true);
    try (TestRuntime runtime =
        runtime(
            modules -> {
              modules.dataStore(old);
              modules.userStore(old);
              return Map.of();
            },
            options())) {
      runtime.handle(request());
      runtime.handle(request());
      assertThat(runtime.log().messages())
          .containsExactly(
              "Deprecated store options: skipBl. Write useBl for skipBl and useUserContext for"
                  + " useMasterSecret, each with the opposite value");
    }
  }

  private static Object caught(Runnable call) {
    try {
      call.run();
      return "nothing was thrown";
    } catch (KinveyException e) {
      return e;
    }
  }

  private static List<Map<String, Object>> list(int size) {
    List<Map<String, Object>> list = new ArrayList<>();
    IntStream.range(0, size).forEach(i -> list.add(Map.of("n", i)));
    return list;
  }

  private JsonObject found(Function<Modules, Object> handler) {
    return found(handler, options());
  }

  private JsonObject found(Function<Modules, Object> handler, FlexOptions options) {
    try (TestRuntime runtime = runtime(handler, options)) {
      Object found = runtime.answer(request()).path("response.body.found");
      assertThat(found).isInstanceOf(JsonObject.class).isNotInstanceOf(JsonArray.class);
      return (JsonObject) found;
    }
  }

  private static TestRuntime runtime(Function<Modules, Object> handler, FlexOptions options) {
    return TestRuntime.of(
        flex ->
            flex.functions()
                .register(
                    "f",
                    (context, complete, modules) -> {
                      Map<String, Object> body = new LinkedHashMap<>();
                      body.put("found", handler.apply(modules));
                      return complete.setBody(body).ok().done();
                    }),
        options);
  }

  private static FlexOptions options() {
    return FlexOptions.defaults().withAllowedBaasHosts(List.of("http://127.0.0.1"));
  }

  private TestRequest request() {
    Map<String, Object> app =
        Map.of(
            "_id",
            "kid_test",
            "appsecret",
            "appsec",
            "mastersecret",
            MASTER_SECRET,
            "baasUrl",
            backend.url());
    return TestRequest.post("/_flexFunctions/f")
        .header("X-Kinvey-App-Metadata", Json.text(app))
        .json(Map.of("body", Map.of(), "hookType", "customEndpoint"));
  }
}
