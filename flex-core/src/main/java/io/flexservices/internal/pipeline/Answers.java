package io.flexservices.internal.pipeline;

import io.flexservices.error.KinveyError;
import io.flexservices.json.Json;
import io.flexservices.json.JsonException;
import io.flexservices.spi.FlexHeaders;
import io.flexservices.spi.FlexResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON answers. */
final class Answers {
  /** Tells Kinvey whether it shall go on with the request. */
  static final String CONTINUE = "X-Kinvey-Request-Continue";

  private Answers() {}

  /** An answer that is no completion. */
  static FlexResponse json(int status, @Nullable Object body) {
    return new FlexResponse(status, contentType().build(), Json.bytes(body));
  }

  /** The answer of a completion. */
  static FlexResponse json(int status, boolean next, @Nullable Object body) {
    return new FlexResponse(
        status, contentType().add(CONTINUE, String.valueOf(next)).build(), Json.bytes(body));
  }

  /** The answer of a call that has no outcome. */
  static FlexResponse failure(KinveyError error) {
    return json(error.status(), false, error.toJson());
  }

  /** The answer to a request that is no call. */
  static FlexResponse error(KinveyError error) {
    return json(error.status(), error.toJson());
  }

  static FlexHeaders.Builder contentType() {
    return FlexHeaders.builder().add("Content-Type", "application/json; charset=utf-8");
  }

  /**
   * A body as it is answered: an empty object where there is none, and a text that is JSON as what
   * it says, since handlers pass on what they fetched elsewhere.
   */
  static @Nullable Object body(@Nullable Object body) {
    if (!Json.isTruthy(body)) {
      return Map.of();
    }
    return body instanceof String text ? jsonOrText(text) : body;
  }

  private static @Nullable Object jsonOrText(String text) {
    try {
      return Json.parse(text);
    } catch (JsonException e) {
      return text;
    }
  }
}
