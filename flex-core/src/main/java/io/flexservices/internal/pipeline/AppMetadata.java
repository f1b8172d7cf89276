package io.flexservices.internal.pipeline;

import io.flexservices.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * What Kinvey says about the app in {@code X-Kinvey-App-Metadata}. A member that is no string
 * counts as missing.
 */
final class AppMetadata {
  private final JsonObject json;

  AppMetadata(JsonObject json) {
    this.json = json;
  }

  /** All that Kinvey says. */
  JsonObject json() {
    return json;
  }

  /** The id of the environment. */
  @Nullable String appKey() {
    return text("_id");
  }

  @Nullable String appSecret() {
    return text("appsecret");
  }

  @Nullable String masterSecret() {
    return text("mastersecret");
  }

  /** Where the app's backend is. */
  @Nullable String baasUrl() {
    return text("baasUrl");
  }

  private @Nullable String text(String name) {
    return json.value(name) instanceof String text ? text : null;
  }
}
