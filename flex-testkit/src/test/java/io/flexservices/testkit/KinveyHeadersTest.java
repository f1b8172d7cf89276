package io.flexservices.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.json.Json;
import io.flexservices.spi.FlexHeaders;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KinveyHeadersTest {
  private final KinveyHeaders headers = new KinveyHeaders("s3cr3t", "https://baas.example.com");

  @Test
  void saysWhatTheModulesNeed() {
    FlexHeaders built = headers.build();

    assertThat(json(built, "X-Kinvey-App-Metadata"))
        .containsOnlyKeys("_id", "applicationId", "appsecret", "mastersecret", "baasUrl")
        .containsEntry("_id", built.first("X-Kinvey-Environment-Id"))
        .containsEntry("baasUrl", "https://baas.example.com");
    assertThat(built.first("X-Auth-Key")).isEqualTo("s3cr3t");
    assertThat(json(built, "X-Kinvey-Original-Request-Headers"))
        .isEqualTo(Map.of("x-kinvey-api-version", "3"));
  }

  @Test
  void sendsAHeaderOnceWhateverItsCase() {
    headers.set("x-auth-key", "other");

    assertThat(headers.build().all())
        .filteredOn(header -> header.name().equalsIgnoreCase("X-Auth-Key"))
        .singleElement()
        .satisfies(header -> assertThat(header.value()).isEqualTo("other"));
  }

  @Test
  void nestsTheCustomRequestPropertiesAsAText() {
    headers.customRequestProperty("office", "Paris");
    headers.customRequestProperty("floor", 2);

    assertThat(json(headers.build(), "X-Kinvey-Original-Request-Headers"))
        .containsEntry("x-kinvey-custom-request-properties", "{\"office\":\"Paris\",\"floor\":2}");
  }

  @Test
  void leavesTheOriginalHeadersToTheOneWhoSetsThemWhole() {
    headers.set("X-Kinvey-Original-Request-Headers", "not json");

    assertThat(headers.build().all())
        .filteredOn(header -> header.name().equals("X-Kinvey-Original-Request-Headers"))
        .singleElement()
        .satisfies(header -> assertThat(header.value()).isEqualTo("not json"));
  }

  @SuppressWarnings("unchecked") // the names of a JSON object are strings
  private static Map<String, Object> json(FlexHeaders headers, String name) {
    return (Map<String, Object>) Json.parse(headers.firstOrEmpty(name));
  }
}
