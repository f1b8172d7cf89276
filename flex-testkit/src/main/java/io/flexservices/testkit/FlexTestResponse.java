package io.flexservices.testkit;

import static java.util.Objects.requireNonNull;

import io.flexservices.json.Json;
import io.flexservices.json.JsonArray;
import io.flexservices.json.JsonException;
import io.flexservices.json.JsonObject;
import io.flexservices.spi.FlexHeaders;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a service answered. A value.
 *
 * @param status the HTTP status
 * @param headers the headers
 * @param text the body as it is
 */
public record FlexTestResponse(int status, FlexHeaders headers, String text) {
  /** Checks the arguments. */
  public FlexTestResponse {
    requireNonNull(headers, "headers == null");
    requireNonNull(text, "text == null");
  }

  /** A header by its name in any case, or null. */
  public @Nullable String header(String name) {
    return headers.first(name);
  }

  /**
   * The body, which is an object.
   *
   * @throws JsonException where it is something else
   */
  public JsonObject json() {
    return JsonObject.parse(text);
  }

  /**
   * The body, which is an array.
   *
   * @throws JsonException where it is something else
   */
  public JsonArray jsonArray() {
    if (Json.parse(text) instanceof List<?> list) {
      return JsonArray.of(list);
    }
    throw new JsonException("The body of the answer is no JSON array");
  }

  /** Whether Kinvey goes on with the request: the handler ended in {@code next()}. */
  public boolean isContinued() {
    return "true".equals(header("X-Kinvey-Request-Continue"));
  }
}
