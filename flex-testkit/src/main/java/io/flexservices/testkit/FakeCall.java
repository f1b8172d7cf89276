package io.flexservices.testkit;

import static java.util.Objects.requireNonNull;

import io.flexservices.json.JsonException;
import io.flexservices.json.JsonObject;
import io.flexservices.spi.FlexHeaders;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call that reached a {@link FakeBackend}. A value.
 *
 * @param method the HTTP method
 * @param path the path, encoded as it came, without the query string
 * @param query the parameters of the query string, decoded; {@code query} and {@code sort} are JSON
 *     texts
 * @param headers the headers
 * @param text the body as it is; empty where there is none
 */
public record FakeCall(
    String method, String path, Map<String, String> query, FlexHeaders headers, String text) {
  /** Checks the arguments. */
  public FakeCall {
    requireNonNull(method, "method == null");
    requireNonNull(path, "path == null");
    requireNonNull(query, "query == null");
    requireNonNull(headers, "headers == null");
    requireNonNull(text, "text == null");
  }

  /** The method and the path, with a blank between them. */
  public String line() {
    return method + " " + path;
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
}
