package io.flexservices.conformance.vector;

import io.flexservices.json.Json;
import io.flexservices.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sends the requests of vectors. */
public final class VectorClient {
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String url;
  private final BackendStub backend;

  /**
   * A client of a target.
   *
   * @param backend what {@code ${BAAS}} stands for
   */
  public VectorClient(String url, BackendStub backend) {
    this.url = url;
    this.backend = backend;
  }

  /**
   * Sends a vector's request and gives the answer in the form that vectors expect, with what
   * reached the backend as {@code outbound}.
   */
  public Map<String, @Nullable Object> send(Vector vector)
      throws IOException, InterruptedException {
    backend.prepare(vector);
    HttpResponse<String> response = http.send(request(vector.request()), BodyHandlers.ofString());
    Map<String, @Nullable Object> answer = Answer.of(response);
    answer.put("outbound", backend.calls());
    return Normaliser.of(vector, backend.url()).map(answer);
  }

  private HttpRequest request(JsonObject request) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create(url + request.string("path")))
            .timeout(Duration.ofSeconds(60));
    JsonObject headers = request.object("headers");
    if (headers != null) {
      headers.names().forEach(name -> builder.header(name, text(headers.value(name))));
    }
    if (!request.has("body")) {
      return builder
          .method(String.valueOf(request.string("method")), BodyPublishers.noBody())
          .build();
    }
    return builder
        .header("Content-Type", "application/json")
        .method(
            String.valueOf(request.string("method")),
            BodyPublishers.ofString(text(request.value("body"))))
        .build();
  }

  private String text(@Nullable Object value) {
    String text = value instanceof String string ? string : Json.text(value);
    return text.replace("${BAAS}", backend.url());
  }
}
