package io.flexservices.benchmarks.snapshot;

import io.flexservices.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Sends requests as Kinvey does, and takes the milliseconds until their answers are there. */
final class Caller {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final String url;
  private final String secret;

  Caller(String url, String secret) {
    this.url = url;
    this.secret = secret;
  }

  double get() throws IOException, InterruptedException {
    return send("GET", "/widgets/42", BodyPublishers.noBody());
  }

  /** Of a kilobyte. */
  double echo() throws IOException, InterruptedException {
    List<Map<String, Object>> kilobyte =
        Collections.nCopies(
            10, Map.of("name", "a thing of some length", "price", 1.5, "tags", List.of("a", "b")));
    return send(
        "POST", "/_flexFunctions/echo", BodyPublishers.ofByteArray(Json.bytes(body(kilobyte))));
  }

  double login() throws IOException, InterruptedException {
    Map<String, String> credentials = Map.of("username", "ada", "password", "opensesame");
    return send("POST", "/_auth/mySSO", BodyPublishers.ofByteArray(Json.bytes(credentials)));
  }

  private static Map<String, Object> body(Object value) {
    return Map.of("body", value);
  }

  private double send(String method, String path, BodyPublisher body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Content-Type", "application/json")
            .header("X-Auth-Key", secret)
            .header("X-Kinvey-Request-Id", "0123456789abcdef")
            .header("X-Kinvey-Username", "ada")
            .header("X-Kinvey-App-Metadata", "{\"_id\":\"kid\",\"appsecret\":\"a\"}")
            .method(method, body)
            .build();
    long begin = System.nanoTime();
    HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
    long end = System.nanoTime();
    if (response.statusCode() != 200) {
      throw new IllegalStateException(path + " is answered " + response.statusCode());
    }
    return (end - begin) / 1e6;
  }
}
