package io.flexservices.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The local jar as the build left it. */
@Timeout(60)
class LocalJarIT {
  @Test
  void runsTheExample() throws Exception {
    try (LocalJar jar = LocalJar.start()) {
      HttpResponse<String> response = get(jar.url() + "/widgets/42");

      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(JsonObject.parse(response.body()).string("name")).isEqualTo("thing");
    }
  }

  private static HttpResponse<String> get(String url) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
  }
}
