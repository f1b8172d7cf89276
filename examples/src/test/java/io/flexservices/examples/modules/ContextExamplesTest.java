package io.flexservices.examples.modules;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.functions.HookType;
import io.flexservices.json.JsonObject;
import io.flexservices.testkit.FakeAnswer;
import io.flexservices.testkit.FakeBackend;
import io.flexservices.testkit.FlexTestClient;
import io.flexservices.testkit.FlexTestResponse;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ContextExamplesTest {
  private final FakeBackend backend = FakeBackend.start();
  private final FlexTestClient client =
      FlexTestClient.of(new ModuleExamples(URI.create(backend.url()))).withBackend(backend);

  @AfterEach
  void close() {
    client.close();
    backend.close();
  }

  @Test
  void listsTheFilesOfTheAppByItsOwnCall() {
    backend.on("GET", "/blob/kid_test", FakeAnswer.json(200, List.of(Map.of("_id", "f1"))));

    FlexTestResponse response = client.function("appFiles").send();

    assertThat(response.json().path("response.body.0._id")).isEqualTo("f1");
    String credentials =
        backend.calls().get(0).header("authorization").substring("Basic ".length());
    assertThat(Base64.getDecoder().decode(credentials))
        .asString()
        .isEqualTo("kid_test:test-master-secret");
  }

  @Test
  void tellsThatItsOwnCallFailed() {
    backend.otherwise(call -> FakeAnswer.json(503, Map.of()));

    assertThat(client.function("appFiles").send().json().path("response.body.debug"))
        .isEqualTo("Kinvey answered 503");
  }

  @Test
  void leavesAPropertyForTheHookThatComesAfter() {
    FlexTestResponse before =
        client
            .function("beforeFetch")
            .hook(HookType.PRE)
            .customRequestProperty("officeLocation", "Paris")
            .send();

    JsonObject headers = before.json().object("request").object("headers");
    assertThat(JsonObject.parse(headers.string("x-kinvey-custom-request-properties")))
        .isEqualTo(JsonObject.of(Map.of("officeLocation", "Paris", "didPreprocess", true)));
  }

  @Test
  void findsThePropertyThatTheHookBeforeLeft() {
    client
        .function("afterFetch")
        .hook(HookType.POST)
        .customRequestProperty("didPreprocess", true)
        .response(200, Map.of())
        .send();

    assertThat(client.logLines())
        .extracting(line -> line.string("message"))
        .containsExactly("preprocessed");
  }

  @Test
  void tellsVersionsOfClientsApart() {
    assertThat(version("1.1.5"))
        .isEqualTo(JsonObject.of(Map.of("isOld", true, "isPatched", true, "isBeta", false)));
    assertThat(version("1.0.1-beta"))
        .isEqualTo(JsonObject.of(Map.of("isOld", true, "isPatched", false, "isBeta", true)));
  }

  @Test
  void findsTheNameThatASocialProviderKnows() {
    backend.on(
        "GET",
        "/user/kid_test/u1",
        FakeAnswer.json(
            200, Map.of("_id", "u1", "_socialIdentity", Map.of("facebook", Map.of("id", "f9")))));

    JsonObject names =
        client.function("names").as("ann", "u1").send().json().object("response").object("body");

    assertThat(names.string("authoritative")).isEqualTo("f9");
    assertThat(names.string("username")).isEqualTo("ann");
    assertThat(names.string("id")).isEqualTo("u1");
  }

  @Test
  void fallsBackToTheAuthenticatedName() {
    backend.on("GET", "/user/kid_test/u1", FakeAnswer.json(200, Map.of("_id", "u1")));

    assertThat(
            client
                .function("names")
                .as("ann", "u1")
                .send()
                .json()
                .path("response.body.authoritative"))
        .isEqualTo("ann");
  }

  @Test
  void keepsATokenFromHookToHook() {
    FlexTestResponse before =
        client.function("keepToken").hook(HookType.PRE).body(Map.of("token", "t1")).send();
    FlexTestResponse after =
        client
            .function("confirmToken")
            .hook(HookType.POST)
            .tempObjectStore(before.json().object("request").object("tempObjectStore").asMap())
            .response(201, Map.of())
            .send();

    assertThat(after.json().path("response.body.message"))
        .isEqualTo("Object for token t1 was saved successfully.");
  }

  @Test
  void makesAnEntityOfAnObject() {
    JsonObject employee = client.function("hire").send().json().object("response").object("body");

    assertThat(employee.string("firstName")).isEqualTo("John");
    assertThat(employee.string("status")).isEqualTo("Active");
    assertThat(employee.path("_acl.creator")).isEqualTo("kid_test");
    assertThat(employee.string("_id")).hasSize(24);
  }

  @Test
  void convertsDates() {
    assertThat(client.function("dates").send().json().object("response").array("body").asList())
        .isEqualTo(
            List.of(
                "ISODate(\"2013-05-08T13:48:36.000Z\")",
                "2013-05-08T13:48:36Z",
                2013L,
                "2013-05-08T13:48:36.000Z"));
  }

  @Test
  void findsRecordsOfItsOwnByTheQueryOfAClient() {
    FlexTestResponse response =
        client
            .get("/catalogue")
            .query("query", "{\"year\":{\"$gt\":1900}}")
            .query("sort", "{\"year\":-1}")
            .query("limit", "1")
            .send();

    assertThat(response.jsonArray().objects().map(book -> book.string("title")))
        .containsExactly("Beloved");
    assertThat(client.get("/catalogue").send().jsonArray().size()).isEqualTo(3);
  }

  @Test
  void refusesAQueryThatIsNone() {
    assertThat(client.get("/catalogue").query("query", "{").send().status()).isEqualTo(400);
    assertThat(client.get("/catalogue").query("limit", "many").send().status()).isEqualTo(400);
  }

  @Test
  void writesTheQueriesOfTheDocuments() {
    assertThat(Queries.all())
        .extracting(query -> JsonObject.of(query.toQueryString()))
        .containsExactly(
            JsonObject.of(Map.of("query", "{\"rate\":{\"$gte\":25,\"$lte\":50}}")),
            JsonObject.of(Map.of("limit", "20", "skip", "20")),
            JsonObject.of(Map.of("sort", "{\"last_name\":1,\"age\":-1}")),
            JsonObject.of(Map.of("fields", "last_name,age")),
            JsonObject.of(
                Map.of(
                    "query", "{\"last_name\":\"Doe\"}",
                    "limit", "5",
                    "sort", "{\"first_name\":1}")),
            JsonObject.of(
                Map.of("query", "{\"$or\":[{\"last_name\":\"Doe\"},{\"last_name\":\"Roe\"}]}")),
            JsonObject.of(
                Map.of("query", "{\"$or\":[{\"last_name\":\"Doe\"},{\"last_name\":\"Roe\"}]}")));
  }

  private JsonObject version(String version) {
    return client
        .function("clientVersion")
        .originalHeader("x-kinvey-client-app-version", version)
        .send()
        .json()
        .object("response")
        .object("body");
  }
}
