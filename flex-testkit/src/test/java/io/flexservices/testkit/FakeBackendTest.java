package io.flexservices.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexservices.error.KinveyException;
import io.flexservices.json.JsonObject;
import io.flexservices.modules.Modules;
import io.flexservices.modules.query.Query;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FakeBackendTest {
  private static final String BOOKS = "/appdata/kid_test/books/";

  private final FakeBackend backend = FakeBackend.start();

  @AfterEach
  void close() {
    backend.close();
  }

  @Test
  void keepsWhatItIsAsked() {
    backend.then(FakeAnswer.json(200, List.of()));

    found(modules -> books(modules, new Query().equalTo("title", "a & b").limit(2)));

    FakeCall call = backend.calls().get(0);
    assertThat(call.line()).isEqualTo("GET " + BOOKS);
    assertThat(call.query()).isEqualTo(Map.of("query", "{\"title\":\"a & b\"}", "limit", "2"));
    assertThat(call.header("authorization"))
        .isEqualTo("Basic " + base64("kid_test:test-master-secret"));
    assertThat(call.text()).isEmpty();
  }

  @Test
  void keepsABodyAndAPathAsItIsEncoded() {
    backend.then(FakeAnswer.json(200, Map.of("_id", "a/b")));

    found(modules -> modules.dataStore().collection("books").save(Map.of("_id", "a/b", "n", 1)));

    FakeCall call = backend.calls().get(0);
    assertThat(call.line()).isEqualTo("PUT /appdata/kid_test/books/a%2Fb");
    assertThat(call.json()).isEqualTo(JsonObject.parse("{\"_id\":\"a/b\",\"n\":1}"));
  }

  @Test
  void answersInOrderThenByPathThenOtherwise() {
    backend
        .otherwise(call -> FakeAnswer.json(200, Map.of("from", call.path())))
        .on("GET", BOOKS + "1", FakeAnswer.json(200, Map.of("from", "on")))
        .then(FakeAnswer.json(200, Map.of("from", "first")))
        .then(FakeAnswer.json(200, Map.of("from", "second")));

    assertThat(List.of(from("1"), from("1"), from("1"), from("1"), from("2")))
        .containsExactly("first", "second", "on", "on", BOOKS + "2");
  }

  @Test
  void tellsWhichCallHasNoAnswer() {
    JsonObject error = (JsonObject) found(modules -> failure(modules, "1").toJson());

    assertThat(error.string("error")).isEqualTo("FakeBackendHasNoAnswer");
    assertThat(error.string("description")).endsWith("GET " + BOOKS + "1");
  }

  @Test
  void tellsWhatWasThrownInPlaceOfAnAnswer() {
    backend.otherwise(
        call -> {
          throw new AssertionError("no such book");
        });

    assertThat(found(modules -> failure(modules, "1").toJson()).toString())
        .contains("FakeBackendFailed", "no such book");
  }

  @Test
  void closesTheConnectionWhereThereIsToBeNoAnswer() {
    backend.otherwise(call -> FakeAnswer.none());

    assertThat(found(modules -> failure(modules, "1").error())).isEqualTo("BackendUnreachable");
    assertThat(backend.calls()).isNotEmpty();
  }

  @Test
  void answersWithoutABodyAndWithoutJson() {
    backend.then(new FakeAnswer(204, "")).then(new FakeAnswer(502, "<html>"));

    assertThat(found(modules -> String.valueOf(modules.userStore().remove("u1"))))
        .isEqualTo("null");
    assertThat(found(modules -> failure(modules, "1").status())).isEqualTo(502L);
  }

  @Test
  void forgetsCallsAndAnswersThatNobodyGot() {
    backend.otherwise(call -> FakeAnswer.json(200, Map.of("from", "otherwise")));
    from("1");
    backend.then(FakeAnswer.json(200, Map.of("from", "then")));

    backend.reset();

    assertThat(backend.calls()).isEmpty();
    assertThat(from("1")).isEqualTo("otherwise");
  }

  @Test
  void isNotCalledForRequestsThatNameAnotherBackend() {
    try (FakeBackend other = FakeBackend.start();
        FlexTestClient client = client(modules -> books(modules, null))) {
      other.then(FakeAnswer.json(200, List.of()));
      Map<String, String> app =
          Map.of("_id", "kid_other", "mastersecret", "m", "baasUrl", other.url());

      assertThat(client.function("f").appMetadata(app).send().status()).isEqualTo(200);

      assertThat(backend.calls()).isEmpty();
      assertThat(other.calls())
          .extracting(FakeCall::line)
          .containsExactly("GET /appdata/kid_other/books/");
    }
  }

  @Test
  void refusesAStatusThatIsNone() {
    assertThatThrownBy(() -> FakeAnswer.json(99, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("status is not 0 nor within 200 and 599: 99");
  }

  private Object from(String id) {
    return found(modules -> modules.dataStore().collection("books").findById(id).string("from"));
  }

  /** What a handler finds in its modules, on its way through a request and back. */
  private Object found(Function<Modules, Object> handler) {
    try (FlexTestClient client = client(handler)) {
      FlexTestResponse response = client.function("f").send();
      assertThat(response.status()).as(response.text()).isEqualTo(200);
      return response.json().path("response.body.found");
    }
  }

  private FlexTestClient client(Function<Modules, Object> handler) {
    return FlexTestClient.of(
            flex ->
                flex.functions()
                    .register(
                        "f",
                        (context, complete, modules) ->
                            complete.setBody(Map.of("found", handler.apply(modules))).ok().done()))
        .withBackend(backend);
  }

  private static Object books(Modules modules, Query query) {
    return modules.dataStore().collection("books").find(query);
  }

  private static KinveyException failure(Modules modules, String id) {
    try {
      throw new AssertionError("found " + modules.dataStore().collection("books").findById(id));
    } catch (KinveyException e) {
      return e;
    }
  }

  private static String base64(String text) {
    return Base64.getEncoder()
        .encodeToString(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }
}
