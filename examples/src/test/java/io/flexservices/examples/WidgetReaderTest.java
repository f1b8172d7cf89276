package io.flexservices.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.json.JsonObject;
import io.flexservices.testkit.FlexTestClient;
import io.flexservices.testkit.FlexTestResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WidgetReaderTest {
  private final FlexTestClient client = FlexTestClient.of(new ExampleService(Map.of()));

  @BeforeEach
  void insertTwoMoreWidgets() {
    List<Map<String, ?>> widgets =
        List.of(
            Map.of("_id", "1", "name", "sprocket", "teeth", 12),
            Map.of("_id", "2", "name", "gear", "teeth", 12));
    assertThat(client.post("/widgets").json(widgets).send().status()).isEqualTo(201);
  }

  @Test
  void getsAWidgetByItsId() {
    FlexTestResponse response = client.get("/widgets/42").send();

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.isContinued()).isTrue();
    assertThat(response.json())
        .isEqualTo(JsonObject.parse("{\"_id\": \"42\", \"name\": \"thing\"}"));
  }

  @Test
  void answersNotFoundForAnIdThatIsNot() {
    FlexTestResponse response = client.get("/widgets/nope").send();

    assertThat(response.status()).isEqualTo(404);
    assertThat(response.json().string("error")).isEqualTo("NotFound");
    assertThat(response.json().string("debug")).isEqualTo("The entity could not be found");
  }

  @Test
  void getsAllWidgetsInTheOrderOfTheirInsertion() {
    assertThat(ids(client.get("/widgets").send())).containsExactly("42", "1", "2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "query={\"teeth\":12}      | 1,2",
        "query={\"name\":\"gear\"} | 2",
        "query={\"teeth\":null}    | ''",
        "query={}                  | 42,1,2",
        "limit=2                   | 42,1",
        "skip=1                    | 1,2",
        "skip=9                    | ''",
        "limit=0                   | ''",
      })
  void getsTheWidgetsThatAQueryAsksFor(String parameter, String expected) {
    String[] parts = parameter.split("=", 2);

    FlexTestResponse response = client.get("/widgets").query(parts[0], parts[1]).send();

    assertThat(String.join(",", ids(response))).isEqualTo(expected);
  }

  @Test
  void filtersBeforeItSkips() {
    FlexTestResponse response =
        client.get("/widgets").query("query", "{\"teeth\":12}").query("skip", "1").send();

    assertThat(ids(response)).containsExactly("2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "query={        | 400",
        "query=[]       | 400",
        "limit=-1       | 400",
        "skip=one       | 400",
        "sort={\"a\":1} | 501",
        "fields=name    | 501",
        "query={\"$or\":[]}            | 501",
        "query={\"teeth\":{\"$gt\":1}} | 501",
      })
  void refusesAQueryThatItDoesNotUnderstand(String parameter, int status) {
    String[] parts = parameter.split("=", 2);

    assertThat(client.get("/widgets").query(parts[0], parts[1]).send().status()).isEqualTo(status);
    assertThat(client.get("/widgets/_count").query(parts[0], parts[1]).send().status())
        .isEqualTo(status);
  }

  @Test
  void countsWidgets() {
    assertThat(client.get("/widgets/_count").send().json().integer("count")).isEqualTo(3);
    assertThat(
            client
                .get("/widgets/_count")
                .query("query", "{\"name\":\"gear\"}")
                .send()
                .json()
                .integer("count"))
        .isEqualTo(1);
  }

  private static List<String> ids(FlexTestResponse response) {
    assertThat(response.status()).isEqualTo(200);
    return response.jsonArray().objects().map(widget -> widget.string("_id")).toList();
  }
}
