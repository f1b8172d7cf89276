package io.flexservices.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.json.JsonObject;
import io.flexservices.testkit.FlexTestClient;
import io.flexservices.testkit.FlexTestResponse;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

class RedLineDataTest {
  @Test
  void answersTheTimetableAndEndsTheRequest() {
    FlexTestClient client = FlexTestClient.of(new ExampleService(Map.of()));

    FlexTestResponse response = client.function("getRedLineData").send();

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.isContinued()).isFalse();
    assertThat(response.json().path("response.body.line")).isEqualTo("Red");
    assertThat(response.json().path("response.body.stations.0")).isEqualTo("Alewife");
  }

  @Test
  void answersARuntimeErrorWhereTheSourceFailsAndKeepsTheReasonForTheLog() {
    FlexTestClient client =
        clientOf(
            () -> {
              throw new IOException("no route to 10.1.2.3");
            });

    FlexTestResponse response = client.function("getRedLineData").send();

    assertThat(response.status()).isEqualTo(550);
    assertThat(response.json().path("response.body.error")).isEqualTo("FlexRuntimeError");
    assertThat(response.json().path("response.body.debug")).isEqualTo("Could not complete request");
    assertThat(response.text()).doesNotContain("10.1.2.3");
    assertThat(client.logLines())
        .extracting(line -> line.string("message"))
        .containsExactly("IOException: no route to 10.1.2.3");
  }

  private static FlexTestClient clientOf(Callable<JsonObject> source) {
    return FlexTestClient.of(
        flex -> flex.functions().register("getRedLineData", new RedLineData(source)));
  }
}
