package io.flexservices.testkit;

import io.flexservices.json.Json;
import io.flexservices.spi.FlexHeaders;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The headers of Kinvey's call, as the Flex SDK's documents list them under "Testing Locally". A
 * builder, for one thread.
 */
final class KinveyHeaders {
  private static final String CUSTOM_PROPERTIES = "x-kinvey-custom-request-properties";

  private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final Map<String, Object> originalHeaders = new LinkedHashMap<>();
  private final Map<String, @Nullable Object> customRequestProperties = new LinkedHashMap<>();

  KinveyHeaders(@Nullable String authKey, String baasUrl) {
    set("X-Kinvey-Environment-Id", "kid_test");
    set(
        "X-Kinvey-App-Metadata",
        Json.text(
            Map.of(
                "_id", "kid_test",
                "applicationId", "app_test",
                "appsecret", "test-app-secret",
                "mastersecret", "test-master-secret",
                "baasUrl", baasUrl)));
    set("X-Auth-Key", authKey);
    originalHeaders.put("x-kinvey-api-version", "3");
  }

  /** Sets a header, or takes it away. */
  void set(String name, @Nullable String value) {
    if (value == null) {
      headers.remove(name);
    } else {
      headers.put(name, value);
    }
  }

  void original(String name, Object value) {
    originalHeaders.put(name, value);
  }

  void customRequestProperty(String name, @Nullable Object value) {
    customRequestProperties.put(name, value);
    originalHeaders.put(CUSTOM_PROPERTIES, Json.text(customRequestProperties));
  }

  FlexHeaders build() {
    FlexHeaders.Builder all = FlexHeaders.builder();
    headers.forEach(all::add);
    if (!headers.containsKey("X-Kinvey-Original-Request-Headers")) {
      all.add("X-Kinvey-Original-Request-Headers", Json.text(originalHeaders));
    }
    return all.build();
  }
}
