package io.flexservices.internal.pipeline;

import io.flexservices.json.Json;
import io.flexservices.json.JsonException;
import io.flexservices.json.JsonObject;
import io.flexservices.spi.FlexHeaders;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What Kinvey says in the headers of its call (kinvey-code-task-runner 2.5.2, {@code
 * generateBaseTask}). Texts are empty where Kinvey sent none.
 *
 * @param originalHeaders the headers of the client's request; empty where they are malformed
 * @param appMetadataText the app's metadata as it came, unread because most requests never ask
 */
record KinveyHead(
    String authKey,
    String requestId,
    String username,
    String userId,
    JsonObject originalHeaders,
    @Nullable String appMetadataText,
    @Nullable String responseStatus,
    @Nullable String responseHeaders,
    @Nullable String responseBody) {

  private static final String CUSTOM_PROPERTIES = "x-kinvey-custom-request-properties";

  static KinveyHead of(FlexHeaders headers) {
    return new KinveyHead(
        headers.firstOrEmpty("X-Auth-Key"),
        headers.firstOrEmpty("X-Kinvey-Request-Id"),
        headers.firstOrEmpty("X-Kinvey-Username"),
        headers.firstOrEmpty("X-Kinvey-User-Id"),
        objectOrEmpty(headers.first("X-Kinvey-Original-Request-Headers")),
        headers.first("X-Kinvey-App-Metadata"),
        nonEmpty(headers.first("X-Kinvey-Response-Status")),
        nonEmpty(headers.first("X-Kinvey-Response-Headers")),
        nonEmpty(headers.first("X-Kinvey-Response-Body")));
  }

  /** On whose behalf the request is made, as headers by which another can be made later. */
  JsonObject identity() {
    Map<String, @Nullable Object> headers = new LinkedHashMap<>();
    headers.put("X-Kinvey-Request-Id", requestId);
    headers.put("X-Kinvey-Username", username);
    headers.put("X-Kinvey-User-Id", userId);
    headers.put("X-Kinvey-Original-Request-Headers", Json.text(originalHeaders));
    if (appMetadataText != null) {
      headers.put("X-Kinvey-App-Metadata", appMetadataText);
    }
    return JsonObject.of(headers);
  }

  /** What {@link #identity} wrote down. */
  static KinveyHead ofIdentity(JsonObject identity) {
    FlexHeaders.Builder headers = FlexHeaders.builder();
    for (String name : identity.names()) {
      if (identity.value(name) instanceof String value) {
        headers.add(name, value);
      }
    }
    return of(headers.build());
  }

  /** What Kinvey says about the app; without members where that is malformed. */
  AppMetadata appMetadata() {
    return new AppMetadata(objectOrEmpty(appMetadataText));
  }

  /** A header of the client's request by its name in any case, where it is a string. */
  @Nullable String originalHeader(String name) {
    for (Map.Entry<String, ?> header : originalHeaders.asMap().entrySet()) {
      if (header.getKey().equalsIgnoreCase(name)) {
        return header.getValue() instanceof String text ? text : null;
      }
    }
    return null;
  }

  /** The custom request properties that the client sent, or an earlier stage set. */
  JsonObject customRequestProperties() {
    return objectOrEmpty(originalHeader(CUSTOM_PROPERTIES));
  }

  /**
   * The client's headers with the custom request properties as they are now, for what comes next.
   */
  Map<String, @Nullable Object> originalHeadersWith(Map<String, @Nullable Object> properties) {
    Map<String, @Nullable Object> headers = originalHeaders.toMap();
    headers.put(CUSTOM_PROPERTIES, Json.text(properties));
    return headers;
  }

  @SuppressWarnings("unchecked") // the keys of a JSON object are strings
  static JsonObject objectOrEmpty(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return JsonObject.empty();
    }
    try {
      return Json.parse(text) instanceof Map<?, ?> map
          ? JsonObject.of((Map<String, ?>) map)
          : JsonObject.empty();
    } catch (JsonException e) {
      return JsonObject.empty();
    }
  }

  private static @Nullable String nonEmpty(@Nullable String text) {
    return text == null || text.isEmpty() ? null : text;
  }

  /** Without the secrets that it holds. */
  @Override
  public String toString() {
    return "KinveyHead[requestId=" + requestId + "]";
  }
}
