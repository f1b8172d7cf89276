package io.flexservices.modules.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.FlexOptions;
import io.flexservices.error.KinveyException;
import io.flexservices.internal.kinvey.RawBackend;
import io.flexservices.json.Json;
import io.flexservices.json.JsonObject;
import io.flexservices.modules.Modules;
import io.flexservices.testing.OneRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What handlers do with stores, from a request of Kinvey's to a backend on loopback. */
@Timeout(60)
class StoresInAHandlerTest {
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

  @ParameterizedTest
  @CsvSource({"0,0", "1,1", "100,100", "101,100+1", "200,100+100", "201,100+100+1"})
  void insertsInBatchesWithoutWaitingToo(int size, String batches) {
    backend.otherwise(201, body -> "{\"entities\":" + body + ",\"errors\":[]}");
    JsonObject answered =
        request()
            .runAsync(modules -> modules.dataStore().collection("books").createAsync(list(size)));

    assertThat(answered.array("entities").size()).isEqualTo(size);
    assertThat(answered.array("errors").size()).isZero();
    assertThat(
            backend.requests().stream()
                .map(request -> String.valueOf(((List<?>) Json.parse(request.body())).size()))
                .collect(Collectors.joining("+")))
        .isEqualTo(batches);
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
    OneRequest request = request();
    String text = request.text(modules -> modules.dataStore().collection("books").findById("b1"));
    assertThat(text).contains("FlexRuntimeError").doesNotContain(OneRequest.MASTER_SECRET);
    assertThat(request.log().toString())
        .contains("EntityNotFound")
        .doesNotContain(OneRequest.MASTER_SECRET)
        .doesNotContain("Basic ");
  }

  @Test
  void callsNoBackendThatIsNotAllowed() {
    JsonObject answered =
        found(
            request().options(FlexOptions.defaults()),
            modules -> caught(() -> modules.dataStore().collection("books").findById("b1")));
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
    OneRequest hasty =
        new OneRequest()
            .options(FlexOptions.defaults().withRequestTimeout(Duration.ofMillis(500)))
            .backend(backend);
    long begin = System.nanoTime();
    assertThat(hasty.text(modules -> modules.dataStore().collection("books").findById("b1")))
        .contains("FlexRuntimeError");
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(20));
  }

  @SuppressWarnings("deprecation") // it is what is tested
  @Test
  void warnsOnceOfDeprecatedOptions() {
    StoreOptions old = StoreOptions.defaults().withSkipBl(true);
    OneRequest request = request().times(2);
    request.text(
        modules -> {
          modules.dataStore(old);
          modules.userStore(old);
          return Map.of();
        });
    assertThat(request.log())
        .extracting(line -> line.string("message"))
        .containsExactly(
            "Deprecated store options: skipBl. Write useBl for skipBl and useUserContext for"
                + " useMasterSecret, each with the opposite value");
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
    return found(request(), handler);
  }

  private static JsonObject found(OneRequest request, Function<Modules, Object> handler) {
    Object found = request.answer(handler);
    assertThat(found).isInstanceOf(JsonObject.class);
    return (JsonObject) found;
  }

  private OneRequest request() {
    return new OneRequest().backend(backend);
  }
}
