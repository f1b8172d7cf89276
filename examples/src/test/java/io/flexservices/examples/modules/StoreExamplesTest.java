package io.flexservices.examples.modules;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.functions.HookType;
import io.flexservices.json.JsonObject;
import io.flexservices.testkit.FakeAnswer;
import io.flexservices.testkit.FakeBackend;
import io.flexservices.testkit.FakeCall;
import io.flexservices.testkit.FlexTestClient;
import io.flexservices.testkit.FlexTestResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StoreExamplesTest {
  private final FakeBackend backend = FakeBackend.start();
  private final FlexTestClient client =
      FlexTestClient.of(new ModuleExamples()).withBackend(backend);

  @AfterEach
  void close() {
    client.close();
    backend.close();
  }

  @Test
  void approvesAProductWithTheRightsOfTheUser() {
    String product = "/appdata/kid_test/products/1234";
    backend
        .on("GET", product, FakeAnswer.json(200, Map.of("_id", "1234", "status", "New")))
        .on("PUT", product, FakeAnswer.json(200, Map.of("_id", "1234", "status", "Approved")));

    FlexTestResponse response =
        client
            .function("approveProduct")
            .originalHeader("authorization", "Kinvey token-of-ann")
            .entityId("1234")
            .send();

    assertThat(response.json().path("response.body.status")).isEqualTo("Approved");
    assertThat(backend.calls())
        .extracting(FakeCall::line)
        .containsExactly("GET " + product, "PUT " + product);
    assertThat(backend.calls())
        .allSatisfy(
            call -> {
              assertThat(call.header("authorization")).isEqualTo("Kinvey token-of-ann");
              assertThat(call.header("x-kinvey-api-version")).isEqualTo("5");
            });
    assertThat(backend.calls().get(1).json().string("status")).isEqualTo("Approved");
  }

  @Test
  void answersWithTheErrorOfTheBackend() {
    backend.then(
        FakeAnswer.json(404, Map.of("error", "EntityNotFound", "description", "No such entity")));

    FlexTestResponse response = client.function("approveProduct").entityId("1").send();

    assertThat(response.status()).isEqualTo(550);
    assertThat(response.isContinued()).isFalse();
    assertThat(response.json().path("response.body.debug.error")).isEqualTo("EntityNotFound");
  }

  @Test
  void refusesTheCollectionThatTheRequestIsAbout() {
    FlexTestResponse response =
        client.function("approveProduct").objectName("products").entityId("1").send();

    assertThat(response.json().path("response.body.debug.error"))
        .asString()
        .startsWith("DataStoreError");
    assertThat(backend.calls()).isEmpty();
  }

  @Test
  void deletesOldBooksAndLogsIt() {
    backend.then(FakeAnswer.json(200, Map.of("count", 3)));

    FlexTestResponse response =
        client.function("deleteOldBooks").body(Map.of("deleteBefore", "2020-01-01")).send();

    assertThat(response.json().object("response").object("body").string("Deleted records"))
        .isEqualTo("3");
    assertThat(onlyCall().line()).isEqualTo("DELETE /appdata/kid_test/Books/");
    assertThat(onlyCall().query())
        .containsEntry("query", "{\"_kmd.ect\":{\"$lte\":\"2020-01-01\"}}");
    assertThat(client.logLines())
        .extracting(line -> line.string("message"))
        .containsExactly("Executing deleteOldBooks Flex function");
  }

  @Test
  void tellsAndLogsAFailureThatAHandlerDoesNotCatch() {
    backend.then(FakeAnswer.json(500, Map.of("error", "Broken")));

    FlexTestResponse response =
        client.function("deleteOldBooks").body(Map.of("deleteBefore", "2020")).send();

    assertThat(response.status()).isEqualTo(550);
    assertThat(response.json().path("response.body.debug.error")).asString().startsWith("Broken");
    assertThat(client.logLines())
        .extracting(line -> line.string("message"))
        .last()
        .asString()
        .contains("Broken");
  }

  @Test
  void findsRestaurantsNearby() {
    backend.then(FakeAnswer.json(200, List.of(Map.of("name", "Chez Ann"))));

    FlexTestResponse response =
        client
            .function("nearbyRestaurants")
            .body(Map.of("longitude", 2.35, "latitude", 48.85))
            .send();

    assertThat(response.json().path("response.body.0.name")).isEqualTo("Chez Ann");
    assertThat(JsonObject.parse(onlyCall().query().get("query")))
        .isEqualTo(
            JsonObject.parse("{\"_geoloc\":{\"$nearSphere\":[2.35,48.85],\"$maxDistance\":10}}"));
  }

  @Test
  void refusesAPositionThatIsNone() {
    FlexTestResponse response =
        client.function("nearbyRestaurants").body(Map.of("longitude", 2.35)).send();

    assertThat(response.status()).isEqualTo(400);
    assertThat(response.json().path("response.body.debug"))
        .isEqualTo("coord must be a [number, number]");
    assertThat(backend.calls()).isEmpty();
  }

  @Test
  void joinsPostsWithAuthorsAndComments() {
    backend
        .on(
            "GET",
            "/appdata/kid_test/user/",
            FakeAnswer.json(200, List.of(Map.of("_id", "101", "name", "John"))))
        .on(
            "GET",
            "/appdata/kid_test/comments/",
            FakeAnswer.json(200, List.of(Map.of("_id", "11", "postId", "1", "text", "Yes"))));

    FlexTestResponse response =
        client
            .function("populatePosts")
            .hook(HookType.POST)
            .response(200, List.of(Map.of("_id", "1", "userId", "101"), Map.of("_id", "2")))
            .send();

    JsonObject answer = response.json();
    assertThat(answer.path("response.body.0.author.name")).isEqualTo("John");
    assertThat(answer.path("response.body.0.comments.0.text")).isEqualTo("Yes");
    assertThat(answer.path("response.body.1.author")).isNull();
    assertThat(backend.calls()).hasSize(2);
  }

  @Test
  void answersWithTheErrorOfAJoinThatFails() {
    backend.otherwise(call -> FakeAnswer.json(401, Map.of("error", "InvalidCredentials")));

    FlexTestResponse response =
        client
            .function("populatePosts")
            .hook(HookType.POST)
            .response(200, List.of(Map.of("_id", "1", "userId", "101")))
            .send();

    assertThat(response.status()).isEqualTo(550);
    assertThat(response.json().path("response.body.debug.error"))
        .asString()
        .startsWith("InvalidCredentials");
  }

  @Test
  void approvesAUser() {
    backend
        .on("GET", "/user/kid_test/u1", FakeAnswer.json(200, Map.of("_id", "u1")))
        .on("PUT", "/user/kid_test/u1", FakeAnswer.json(200, Map.of("_id", "u1", "saved", true)));

    FlexTestResponse response = client.function("approveUser").entityId("u1").send();

    assertThat(response.json().path("response.body.saved")).isEqualTo(true);
    assertThat(backend.calls().get(1).json().string("status")).isEqualTo("Approved");
  }

  @Test
  void renamesAGroup() {
    backend
        .on("GET", "/group/kid_test/g1", FakeAnswer.json(200, Map.of("_id", "g1", "name", "a")))
        .on("PUT", "/group/kid_test/g1", FakeAnswer.json(200, Map.of("_id", "g1", "name", "b")));

    FlexTestResponse response =
        client
            .function("renameGroup")
            .originalHeader("authorization", "Kinvey token")
            .entityId("g1")
            .body(Map.of("name", "b"))
            .send();

    assertThat(response.json().path("response.body.name")).isEqualTo("b");
    assertThat(backend.calls().get(1).json().string("name")).isEqualTo("b");
  }

  @Test
  void givesAUserARoleAndListsItsMembers() {
    backend
        .on("PUT", "/user/kid_test/u1/roles/r1", FakeAnswer.json(200, Map.of("roleId", "r1")))
        .on(
            "GET",
            "/roles/kid_test/r1/membership",
            FakeAnswer.json(200, List.of(Map.of("_id", "u1"))));

    FlexTestResponse response =
        client.function("addMember").body(Map.of("userId", "u1", "roleId", "r1")).send();

    assertThat(response.json().path("response.body.0._id")).isEqualTo("u1");
  }

  @Test
  void runsAnotherEndpoint() {
    backend.on("POST", "/rpc/kid_test/custom/rateOf", FakeAnswer.json(200, Map.of("rate", "1.1")));

    FlexTestResponse response =
        client.function("rate").originalHeader("authorization", "Kinvey token").send();

    assertThat(response.json().path("response.body.rate")).isEqualTo("1.1");
    assertThat(onlyCall().json().string("currency")).isEqualTo("EUR");
  }

  @Test
  void letsTheUserChangeTheEntity() {
    backend
        .on(
            "GET",
            "/appdata/kid_test/people/p1",
            FakeAnswer.json(200, Map.of("_id", "p1", "_acl", Map.of("creator", "u9"))))
        .on("PUT", "/appdata/kid_test/people/p1", FakeAnswer.json(200, Map.of("_id", "p1")));

    client.function("grantWriteAccess").as("ann", "u1").entityId("p1").send();

    JsonObject saved = backend.calls().get(1).json();
    assertThat(saved.path("_acl.w.0")).isEqualTo("u1");
    assertThat(saved.path("_acl.creator")).isEqualTo("u9");
  }

  private FakeCall onlyCall() {
    assertThat(backend.calls()).hasSize(1);
    return backend.calls().get(0);
  }
}
