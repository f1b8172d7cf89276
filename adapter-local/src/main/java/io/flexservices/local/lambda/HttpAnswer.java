package io.flexservices.local.lambda;

import io.flexservices.json.Json;
import io.flexservices.spi.FlexHeaders;
import java.util.Map;

/**
 * What goes back to the HTTP client.
 *
 * @param status the status
 * @param headers the headers, the content type among them
 * @param body the octets of the body
 */
record HttpAnswer(int status, FlexHeaders headers, byte[] body) {
  /** An answer in JSON. */
  static HttpAnswer json(int status, Object body) {
    FlexHeaders headers =
        FlexHeaders.builder().add("Content-Type", "application/json; charset=utf-8").build();
    return new HttpAnswer(status, headers, Json.bytes(body));
  }

  /** A refusal in the form of the gateways' own: {@code {"message": "..."}}. */
  static HttpAnswer message(int status, String sentence) {
    return json(status, Map.of("message", sentence));
  }

  /** This answer, its content type filled in where the function named none. */
  HttpAnswer orContentType(String type) {
    if (headers.first("Content-Type") != null) {
      return this;
    }
    FlexHeaders.Builder typed = FlexHeaders.builder().add("Content-Type", type);
    headers.all().forEach(header -> typed.add(header.name(), header.value()));
    return new HttpAnswer(status, typed.build(), body);
  }
}
