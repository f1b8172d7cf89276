package io.flexservices.gcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexservices.FlexSettings;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CloudTasksSettingsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"work", "projects/p/locations/l/queues/q/../x", "projects/p/locations/l/queues/"})
  void refusesWhatIsNoQueue(String queue) {
    assertThatThrownBy(() -> of(Map.of("FLEX_CLOUD_TASKS_QUEUE", queue)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The setting FLEX_CLOUD_TASKS_QUEUE (flex.cloudTasksQueue) has no valid value: not"
                + " projects/P/locations/L/queues/Q: "
                + queue);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://f.example.com",
        "http://127.0.0.1.example.com",
        "https://ann@f.example.com",
        "https://f.example.com?a=b",
        "https://",
        "f.example.com"
      })
  void sendsWorkToNoOtherAddressThanOneByHttps(String url) {
    assertThatThrownBy(() -> of(Map.of("FLEX_FUNCTION_URL", url)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("FLEX_FUNCTION_URL")
        .hasMessageContaining("not an https:// address without a query: " + url);
  }

  @Test
  void takesThisMachineForTests() {
    CloudTasksSettings settings =
        of(
            Map.of(
                "FLEX_CLOUD_TASKS_QUEUE", "projects/p/locations/l/queues/q",
                "FLEX_FUNCTION_URL", "http://127.0.0.1:8080",
                "FLEX_CLOUD_TASKS_ENDPOINT", "http://127.0.0.1:1",
                "FLEX_METADATA_ENDPOINT", "http://localhost:2"));

    assertThat(settings.tasks())
        .hasToString("http://127.0.0.1:1/v2/projects/p/locations/l/queues/q/tasks");
    assertThat(settings.target()).hasToString("http://127.0.0.1:8080/_flexBackground");
    assertThat(settings.token())
        .hasToString(
            "http://localhost:2/computeMetadata/v1/instance/service-accounts/default/token");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://tasks.example.com", "http://127.0.0.1.example.com", "http://x"})
  void takesNoOtherHostInPlaceOfGoogles(String url) {
    for (String name : new String[] {"FLEX_CLOUD_TASKS_ENDPOINT", "FLEX_METADATA_ENDPOINT"}) {
      assertThatThrownBy(() -> of(Map.of(name, url)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(name + " is for tests, and only takes http:// and this machine: " + url);
    }
  }

  private static CloudTasksSettings of(Map<String, String> environment) {
    return CloudTasksSettings.of(FlexSettings.of(Map.of(), environment), environment::get);
  }
}
