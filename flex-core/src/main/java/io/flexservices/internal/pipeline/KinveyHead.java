package io.flexservices.internal.pipeline;

import io.flexservices.json.Json;
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
 * @param appMetadata what Kinvey says about the app; without members where that is malformed
 * @param customRequestProperties what the client sent, or an earlier stage set
 */
record KinveyHead(
    String authKey,
    String requestId,
    String username,
    String userId,
    JsonObject originalHeaders,
    AppMetadata appMetadata,
    JsonObject customRequestProperties,
    @Nullable String responseStatus,
    @Nullable String responseHeaders,
    @Nullable String responseBody) {

  private static final String CUSTOM_PROPERTIES = "x-kinvey-custom-request-properties";

  /**
   * Reads the headers. All JSON in them is read here: what is over a limit is refused before a
   * handler runs.
   *
   * @throws io.flexservices.spi.RequestRejected where a header is over a limit of JSON
   */
  static KinveyHead of(FlexHeaders headers) {
    JsonObject original = objectOrEmpty(headers, "X-Kinvey-Original-Request-Headers");
    return new KinveyHead(
        headers.firstOrEmpty("X-Auth-Key"),
        headers.firstOrEmpty("X-Kinvey-Request-Id"),
        headers.firstOrEmpty("X-Kinvey-Username"),
        headers.firstOrEmpty("X-Kinvey-User-Id"),
        original,
        new AppMetadata(objectOrEmpty(headers, "X-Kinvey-App-Metadata")),
        JsonTexts.objectOrEmpty(header(original, CUSTOM_PROPERTIES), CUSTOM_PROPERTIES),
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
    headers.put("X-Kinvey-App-Metadata", Json.text(appMetadata.json()));
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

  /** A header of the client's request by its name in any case, where it is a string. */
  @Nullable String originalHeader(String name) {
    return header(originalHeaders, name);
  }

  private static @Nullable String header(JsonObject headers, String name) {
    for (String given : headers.names()) {
      if (given.equalsIgnoreCase(name)) {
        return headers.value(given) instanceof String text ? text : null;
      }
    }
    return null;
  }

  /**
   * The client's headers with the custom request properties as they are now, for what comes next.
   */
  Map<String, @Nullable Object> originalHeadersWith(Map<String, @Nullable Object> properties) {
    Map<String, @Nullable Object> headers = originalHeaders.toMap();
    headers.put(CUSTOM_PROPERTIES, Json.text(properties));
    return headers;
  }

  private static JsonObject objectOrEmpty(FlexHeaders headers, String name) {
    return JsonTexts.objectOrEmpty(headers.first(name), name);
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
