package io.flexservices.internal.pipeline;

import io.flexservices.json.Json;
import io.flexservices.json.JsonException;
import io.flexservices.json.JsonLimits;
import io.flexservices.json.JsonObject;
import io.flexservices.spi.RequestRejected;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON that comes as a text inside something else: a header, or a member of the body. One that is
 * malformed counts as empty, as in the reference; one that is over the {@link JsonLimits} is an
 * attack or an accident, and the request is refused in words.
 */
final class JsonTexts {
  private JsonTexts() {}

  /**
   * The object that a text is; without members where it is missing, malformed or something else.
   *
   * @param where what the text came in, for the refusal
   * @throws RequestRejected where it is over a limit
   */
  @SuppressWarnings("unchecked") // the keys of a JSON object are strings
  static JsonObject objectOrEmpty(@Nullable String text, String where) {
    if (text == null || text.isEmpty()) {
      return JsonObject.empty();
    }
    try {
      return Json.parse(text) instanceof Map<?, ?> map
          ? JsonObject.of((Map<String, ?>) map)
          : JsonObject.empty();
    } catch (JsonException e) {
      refuseOverLimit(e, where);
      return JsonObject.empty();
    }
  }

  /**
   * Refuses what is over a limit, and nothing else.
   *
   * @throws RequestRejected where that was the reason
   */
  static void refuseOverLimit(JsonException thrown, String where) {
    if (thrown.isOverLimit()) {
      throw RequestRejected.malformed(where + " is not valid. " + thrown.getMessage());
    }
  }
}
