package io.flexservices.local.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.flexservices.json.JsonObject;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request that a service is trained with.
 *
 * @param path with the query string
 * @param headers beside those that a client sets itself
 * @param body null for none
 */
record TrainingRequest(
    String method, String path, Map<String, String> headers, @Nullable String body) {
  /** Whose values follow from the connection and the body. */
  private static final Set<String> OF_THE_CLIENT =
      Set.of("host", "connection", "content-length", "expect", "upgrade");

  TrainingRequest {
    Map<String, String> sent = new LinkedHashMap<>(headers);
    sent.keySet().removeIf(name -> OF_THE_CLIENT.contains(name.toLowerCase(Locale.ROOT)));
    headers = Map.copyOf(sent);
  }

  /**
   * What an event of an HTTP API or a function URL stands for (payload 2.0).
   *
   * @throws IllegalArgumentException where it is another one; the message says which
   */
  static TrainingRequest of(TrainingEvents.Event event) {
    JsonObject json = JsonObject.parse(new String(event.json(), UTF_8));
    Object method = json.path("requestContext.http.method");
    String path = json.string("rawPath");
    if (!(method instanceof String word) || path == null) {
      throw new IllegalArgumentException(
          event.name()
              + " is no event of payload 2.0, and a server can be asked by no other kind; give it a"
              + " directory of its own");
    }
    Map<String, String> headers = new LinkedHashMap<>();
    JsonObject given = json.object("headers");
    if (given != null) {
      given.asMap().forEach((name, value) -> headers.put(name, String.valueOf(value)));
    }
    String query = json.string("rawQueryString");
    return new TrainingRequest(
        word, query == null || query.isEmpty() ? path : path + "?" + query, headers, body(json));
  }

  private static @Nullable String body(JsonObject event) {
    String body = event.string("body");
    boolean encoded = Boolean.TRUE.equals(event.bool("isBase64Encoded"));
    return body == null || !encoded ? body : new String(Base64.getDecoder().decode(body), UTF_8);
  }

  BodyPublisher publisher() {
    return body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
  }
}
