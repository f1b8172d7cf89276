package io.flexservices.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.json.JsonObject;
import io.flexservices.testkit.FlexTestClient;
import io.flexservices.testkit.FlexTestResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WidgetWriterTest {
  private final FlexTestClient client = FlexTestClient.of(new ExampleService(Map.of()));

  @Test
  void insertsAWidgetWithAnIdAndItsCreator() {
    FlexTestResponse response =
        client.post("/widgets").as("ann", "u1").json(Map.of("name", "gear", "teeth", 12)).send();

    JsonObject widget = response.json();
    assertThat(response.status()).isEqualTo(201);
    assertThat(widget.string("name")).isEqualTo("gear");
    assertThat(widget.path("_acl.creator")).isEqualTo("u1");
    assertThat(client.get("/widgets/" + widget.string("_id")).send().json()).isEqualTo(widget);
  }

  @Test
  void takesNoClientsWordForWhoTheCreatorIs() {
    Map<String, ?> forged = Map.of("name", "gear", "_acl", Map.of("creator", "u2"));

    assertThat(client.post("/widgets").json(forged).send().json().has("_acl")).isFalse();
    assertThat(
            client.post("/widgets").as("ann", "u1").json(forged).send().json().path("_acl.creator"))
        .isEqualTo("u1");
  }

  @Test
  void keepsTheIdThatTheClientChose() {
    client.post("/widgets").json(Map.of("_id", "a/b", "name", "gear")).send();

    assertThat(client.get("/widgets/a%2Fb").send().json().string("name")).isEqualTo("gear");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"name\": \" \"}",
        "{\"name\": 1}",
        "{\"name\": null}",
        "{\"_id\": 1, \"name\": \"gear\"}",
        "{\"_id\": \"\", \"name\": \"gear\"}",
        "{\"_id\": \"42\", \"name\": \"gear\"}",
        "[{\"name\": \"gear\"}, {}]",
        "[{\"name\": \"gear\"}, 1]",
        "[{\"_id\": \"a\", \"name\": \"gear\"}, {\"_id\": \"a\", \"name\": \"gear\"}]",
        "[{\"_id\": \"a\", \"name\": \"gear\"}, {\"_id\": \"42\", \"name\": \"gear\"}]",
      })
  void refusesWhatIsNoNewWidgetAndInsertsNothing(String body) {
    FlexTestResponse response = client.post("/widgets").text(body).send();

    assertThat(response.status()).isEqualTo(400);
    assertThat(response.json().string("error")).isEqualTo("BadRequest");
    assertThat(client.get("/widgets/_count").send().json().integer("count")).isEqualTo(1);
  }

  @Test
  void insertsManyWidgets() {
    FlexTestResponse response =
        client.post("/widgets").json(List.of(Map.of("name", "a"), Map.of("name", "b"))).send();

    assertThat(response.status()).isEqualTo(201);
    assertThat(response.jsonArray().objects().map(widget -> widget.string("name")))
        .containsExactly("a", "b");
    assertThat(client.get("/widgets/_count").send().json().integer("count")).isEqualTo(3);
  }

  @Test
  void updatesAWidgetUnderTheIdOfThePath() {
    FlexTestResponse response =
        client.put("/widgets/42").json(Map.of("_id", "7", "name", "gear")).send();

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.json().string("_id")).isEqualTo("42");
    assertThat(client.get("/widgets/42").send().json().string("name")).isEqualTo("gear");
    assertThat(client.get("/widgets/7").send().status()).isEqualTo(404);
  }

  @Test
  void answersNotFoundWhereThereIsNothingToUpdate() {
    assertThat(client.put("/widgets/nope").json(Map.of("name", "gear")).send().status())
        .isEqualTo(404);
  }

  @Test
  void refusesAnUpdateThatMakesItNoWidget() {
    assertThat(client.put("/widgets/42").json(Map.of()).send().status()).isEqualTo(400);
    assertThat(client.get("/widgets/42").send().json().string("name")).isEqualTo("thing");
  }

  @Test
  void letsOnlyTheCreatorUpdate() {
    client.post("/widgets").as("ann", "u1").json(Map.of("_id", "1", "name", "gear")).send();

    FlexTestResponse bobs =
        client.put("/widgets/1").as("bob", "u2").json(Map.of("name", "mine")).send();
    FlexTestResponse anns =
        client.put("/widgets/1").as("ann", "u1").json(Map.of("name", "mine")).send();

    assertThat(bobs.status()).isEqualTo(403);
    assertThat(anns.status()).isEqualTo(200);
    assertThat(anns.json().path("_acl.creator")).isEqualTo("u1");
  }
}
