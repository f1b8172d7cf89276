package io.flexservices.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.FlexService;
import io.flexservices.FlexSettings;
import io.flexservices.json.JsonObject;
import io.flexservices.runtime.ServiceFinder;
import io.flexservices.testkit.FlexTestClient;
import io.flexservices.testkit.FlexTestResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExampleServiceTest {
  @Test
  void isFoundByTheServiceLoader() {
    FlexService found =
        ServiceFinder.find(
            FlexSettings.of(Map.of(), Map.of()), ExampleServiceTest.class.getClassLoader());

    assertThat(found).isInstanceOf(ExampleService.class);
  }

  @Test
  void registersWhatKinveysConsoleShows() {
    FlexTestClient client = FlexTestClient.of(new ExampleService(Map.of()));

    assertThat(client.post("/_command/discover").send().json())
        .isEqualTo(
            JsonObject.parse(
                """
                {"dataLink": {"serviceObjects": ["widgets"]},
                 "businessLogic":
                   {"handlers": ["getRedLineData", "preprocessWidgets", "postprocessWidgets"]},
                 "auth": {"handlers": ["mySSO"]}}
                """));
  }

  @Test
  void asksForTheSecretThatItIsStartedWith() {
    FlexSettings settings = FlexSettings.of(Map.of(), Map.of("FLEX_SHARED_SECRET", "s3cr3t"));
    FlexTestClient client = FlexTestClient.of(new ExampleService(Map.of()), settings);

    FlexTestResponse denied = client.get("/widgets/42").authKey("guess").send();

    assertThat(denied.status()).isEqualTo(401);
    assertThat(client.get("/widgets/42").authKey("s3cr3t").send().status()).isEqualTo(200);
  }
}
