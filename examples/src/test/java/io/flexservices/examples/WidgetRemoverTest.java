package io.flexservices.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.testkit.FlexTestClient;
import io.flexservices.testkit.FlexTestResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WidgetRemoverTest {
  private final FlexTestClient client = FlexTestClient.of(new ExampleService(Map.of()));

  @BeforeEach
  void insertWidgetsOfAnn() {
    List<Map<String, ?>> widgets =
        List.of(
            Map.of("_id", "1", "name", "gear"),
            Map.of("_id", "2", "name", "gear"),
            Map.of("_id", "3", "name", "thing"));
    client.post("/widgets").as("ann", "u1").json(widgets).send();
  }

  @Test
  void deletesAWidget() {
    FlexTestResponse response = client.delete("/widgets/1").as("ann", "u1").send();

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.json().integer("count")).isEqualTo(1);
    assertThat(client.get("/widgets/1").send().status()).isEqualTo(404);
    assertThat(client.delete("/widgets/1").as("ann", "u1").send().status()).isEqualTo(404);
  }

  @Test
  void letsOnlyTheCreatorDelete() {
    assertThat(client.delete("/widgets/1").as("bob", "u2").send().status()).isEqualTo(403);
    assertThat(client.delete("/widgets/1").send().status()).isEqualTo(403);
    assertThat(client.get("/widgets/1").send().status()).isEqualTo(200);
  }

  @Test
  void deletesTheUsersOwnWidgetsByQuery() {
    FlexTestResponse bobs = deleteGears("bob", "u2");
    FlexTestResponse anns = deleteGears("ann", "u1");

    assertThat(bobs.json().integer("count")).isZero();
    assertThat(anns.json().integer("count")).isEqualTo(2);
    assertThat(client.get("/widgets/_count").send().json().integer("count")).isEqualTo(2);
  }

  @Test
  void deletesByQueryForUsersOnly() {
    FlexTestResponse response = client.delete("/widgets").query("query", "{}").send();

    assertThat(response.status()).isEqualTo(401);
    assertThat(response.json().string("error")).isEqualTo("InvalidCredentials");
  }

  @Test
  void deletesNothingByAQueryThatItDoesNotUnderstand() {
    assertThat(
            client
                .delete("/widgets")
                .as("ann", "u1")
                .query("query", "{\"name\":{\"$ne\":\"gear\"}}")
                .send()
                .status())
        .isEqualTo(501);
    assertThat(client.delete("/widgets").as("ann", "u1").query("query", "{").send().status())
        .isEqualTo(400);
    assertThat(client.get("/widgets/_count").send().json().integer("count")).isEqualTo(4);
  }

  @Test
  void refusesToDeleteAll() {
    FlexTestResponse response = client.delete("/widgets").as("ann", "u1").send();

    assertThat(response.status()).isEqualTo(405);
    assertThat(response.isContinued()).isFalse();
    assertThat(client.get("/widgets/_count").send().json().integer("count")).isEqualTo(4);
  }

  private FlexTestResponse deleteGears(String username, String userId) {
    return client
        .delete("/widgets")
        .as(username, userId)
        .query("query", "{\"name\":\"gear\"}")
        .send();
  }
}
