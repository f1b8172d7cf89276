package io.flexservices.conformance.platforms;

import io.flexservices.json.Json;
import io.flexservices.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * An answer, from whatever shape it came in.
 *
 * @param status the status
 * @param headers in order; a name may come several times
 * @param body its octets, decoded where the shape had them in Base64
 * @param raw what came: the head and the body, or the function's answer
 */
record Reply(int status, List<ClientRequest.Header> headers, byte[] body, String raw) {
  String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** The body as an object. */
  @SuppressWarnings("unchecked") // the keys of a JSON object are strings
  JsonObject json() {
    return JsonObject.of((Map<String, ?>) Objects.requireNonNull(Json.parse(body)));
  }

  /** All values of a header. */
  List<String> header(String name) {
    return headers.stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(ClientRequest.Header::value)
        .toList();
  }
}
