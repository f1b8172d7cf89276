package io.flexservices.benchmarks.server;

import io.flexservices.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/**
 * What the servers are asked, and what the answer has to say.
 *
 * @param name what the tables call it
 * @param bytes the request with its headers, as Kinvey's backend sends them
 * @param path where the answer has the value, empty for the whole of it
 * @param value what it has there
 */
record MeasuredRequest(String name, byte[] bytes, String path, Map<String, ?> value) {
  /** What every server is started with. */
  static final String SECRET = "s3cr3t";

  private static final String HEADERS =
      "Host: localhost\r\n"
          + "X-Auth-Key: "
          + SECRET
          + "\r\n"
          + "X-Kinvey-Environment-Id: kid_rJV9kCf7X\r\n"
          + "X-Kinvey-Request-Id: 6f1f2ab2f1f04b5d9e3a\r\n"
          + "X-Kinvey-Username: ada\r\n"
          + "X-Kinvey-User-Id: 5f2a6d3e8c1b4a7d9e0f1a2b\r\n"
          + "X-Kinvey-App-Metadata: {\"_id\":\"kid_rJV9kCf7X\",\"appsecret\":\"a\",\"mastersecret\":\"b\"}\r\n"
          + "X-Kinvey-Original-Request-Headers: {\"x-kinvey-api-version\":\"5\"}\r\n"
          + "Accept: application/json\r\n"
          + "Content-Type: application/json\r\n";

  /** One entity, by its id. */
  static MeasuredRequest get() {
    return new MeasuredRequest(
        "GET", bytes("GET /widgets/42", ""), "", Map.of("_id", "42", "name", "thing"));
  }

  /** A function that answers with the body it was given, of 1 KB. */
  static MeasuredRequest echo() {
    Map<String, ?> body = Map.of("note", "x".repeat(1_000));
    String envelope =
        JsonObject.of(
                Map.of(
                    "method", "POST",
                    "hookType", "customEndpoint",
                    "objectName", "widgets",
                    "body", body))
            .toString();
    return new MeasuredRequest(
        "echo of 1 KB", bytes("POST /_flexFunctions/echo", envelope), "response.body", body);
  }

  private static byte[] bytes(String line, String body) {
    String length = body.isEmpty() ? "" : "Content-Length: " + body.length() + "\r\n";
    return (line + " HTTP/1.1\r\n" + HEADERS + length + "\r\n" + body)
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  /**
   * Checks an answer in full.
   *
   * @throws IllegalStateException where it is another one
   */
  void check(Answer answer) {
    JsonObject body = JsonObject.parse(answer.body());
    Object found = path.isEmpty() ? body : body.path(path);
    if (answer.status() != 200 || !Objects.equals(found, JsonObject.of(value))) {
      throw new IllegalStateException(name + " is answered with " + answer);
    }
  }
}
