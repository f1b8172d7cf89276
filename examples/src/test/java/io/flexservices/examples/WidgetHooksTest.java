package io.flexservices.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.functions.HookType;
import io.flexservices.json.JsonObject;
import io.flexservices.testkit.FlexTestClient;
import io.flexservices.testkit.FlexTestResponse;
import io.flexservices.testkit.FunctionRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WidgetHooksTest {
  private final FlexTestClient client = FlexTestClient.of(new ExampleService(Map.of()));

  @Test
  void savesWidgetsOfTheOffice() {
    FlexTestResponse response =
        fromParis("POST").body(Map.of("name", "gear", "officeLocation", "Rome")).send();

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.isContinued()).isTrue();
    assertThat(response.json().path("request.body"))
        .isEqualTo(JsonObject.of(Map.of("name", "gear", "officeLocation", "Paris")));
  }

  @Test
  void savesManyWidgetsOfTheOffice() {
    FlexTestResponse response =
        fromParis("POST").body(List.of(Map.of("name", "a"), Map.of("name", "b"))).send();

    assertThat(response.json().path("request.body.0.officeLocation")).isEqualTo("Paris");
    assertThat(response.json().path("request.body.1.officeLocation")).isEqualTo("Paris");
  }

  @Test
  void findsOnlyWidgetsOfTheOffice() {
    FlexTestResponse response =
        fromParis("GET").query(Map.of("query", "{\"name\":\"gear\"}", "limit", 5)).send();

    JsonObject query = response.json().object("request").object("query");
    assertThat(JsonObject.parse(query.string("query")))
        .isEqualTo(JsonObject.of(Map.of("name", "gear", "officeLocation", "Paris")));
    assertThat(query.integer("limit")).isEqualTo(5);
  }

  @Test
  void narrowsARequestWithoutAQuery() {
    FlexTestResponse response = fromParis("GET").send();

    assertThat(response.json().path("request.query.query"))
        .isEqualTo("{\"officeLocation\":\"Paris\"}");
  }

  @Test
  void leavesAPropertyForTheHookThatComesAfter() {
    JsonObject request = fromParis("GET").send().json().object("request");

    assertThat(
            JsonObject.parse(
                request.object("headers").string("x-kinvey-custom-request-properties")))
        .isEqualTo(JsonObject.of(Map.of("officeLocation", "Paris", "didPreprocess", true)));
    assertThat(request.path("tempObjectStore.officeLocation")).isEqualTo("Paris");
  }

  @Test
  void changesNothingForClientsOfNoOffice() {
    FlexTestResponse response =
        client
            .function("preprocessWidgets")
            .hook(HookType.PRE)
            .method("POST")
            .body(Map.of("name", "gear"))
            .send();

    assertThat(response.isContinued()).isTrue();
    assertThat(response.json().path("request.body"))
        .isEqualTo(JsonObject.of(Map.of("name", "gear")));
    assertThat(response.json().path("request.tempObjectStore")).isEqualTo(JsonObject.empty());
  }

  @Test
  void endsARequestWhoseQueryIsNoObject() {
    FlexTestResponse response = fromParis("GET").query(Map.of("query", "[1]")).send();

    assertThat(response.status()).isEqualTo(400);
    assertThat(response.isContinued()).isFalse();
    assertThat(response.json().path("response.body.error")).isEqualTo("BadRequest");
  }

  @Test
  void labelsTheWidgetsOfTheResponse() {
    FlexTestResponse response =
        after(List.of(Map.of("name", "gear"), Map.of("name", "thing")), 200).send();

    assertThat(response.isContinued()).isTrue();
    assertThat(response.json().path("response.body.0.label")).isEqualTo("gear (Paris)");
    assertThat(response.json().path("response.body.1.label")).isEqualTo("thing (Paris)");
  }

  @Test
  void labelsASingleWidget() {
    assertThat(after(Map.of("name", "gear"), 200).send().json().path("response.body.label"))
        .isEqualTo("gear (Paris)");
  }

  @Test
  void leavesErrorsAsTheyAre() {
    assertThat(after(Map.of("error", "NotFound"), 404).send().json().path("response.body"))
        .isEqualTo(JsonObject.of(Map.of("error", "NotFound")));
  }

  @Test
  void leavesResponsesThatWereNotPreprocessed() {
    FlexTestResponse response =
        client
            .function("postprocessWidgets")
            .hook(HookType.POST)
            .response(200, Map.of("name", "gear"))
            .send();

    assertThat(response.json().path("response.body"))
        .isEqualTo(JsonObject.of(Map.of("name", "gear")));
  }

  private FunctionRequest fromParis(String method) {
    return client
        .function("preprocessWidgets")
        .hook(HookType.PRE)
        .objectName("widgets")
        .method(method)
        .customRequestProperty("officeLocation", "Paris");
  }

  private FunctionRequest after(Object body, int status) {
    return client
        .function("postprocessWidgets")
        .hook(HookType.POST)
        .objectName("widgets")
        .method("GET")
        .customRequestProperty("didPreprocess", true)
        .tempObjectStore(Map.of("officeLocation", "Paris"))
        .response(status, body);
  }
}
