package io.flexservices.local.lambda;

import io.flexservices.json.Json;
import io.flexservices.spi.FlexHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requests, and the one moment at which they come. */
final class GatewayFixture {
  private static final Stamp STAMP =
      new Stamp(
          "request-1",
          Instant.parse("2026-01-02T03:04:05Z"),
          new FunctionIdentity("function", "us-east-1"));

  private GatewayFixture() {}

  static HttpCall call(
      String method, String path, @Nullable String query, byte[] body, String... headers) {
    FlexHeaders.Builder sent = FlexHeaders.builder();
    for (String header : headers) {
      int colon = header.indexOf(": ");
      sent.add(header.substring(0, colon), header.substring(colon + 2));
    }
    return new HttpCall(
        method,
        path,
        query,
        sent.build(),
        body,
        new HttpCall.Connection("127.0.0.1", 9000, "HTTP/1.1"));
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The event as the function reads it. */
  static Map<String, Object> event(Gateway gateway, HttpCall call) {
    return Probe.json(Json.text(gateway.event(call, STAMP)));
  }

  static HttpAnswer answer(Gateway gateway, String json) {
    return gateway.answer(Json.parse(json));
  }

  static String text(HttpAnswer answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  static List<String> headers(HttpAnswer answer) {
    return answer.headers().all().stream().map(h -> h.name() + ": " + h.value()).toList();
  }
}
