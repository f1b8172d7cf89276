package io.flexservices.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The jar that runs the example on one's own machine, as the build left it. */
@Timeout(60)
class LocalJarIT {
  private static final Pattern URL = Pattern.compile("http://[^\\s\"]+");

  @Test
  void runsTheExample() throws Exception {
    Process process = start();
    try (BufferedReader output = process.inputReader()) {
      String url = url(output.readLine());

      HttpResponse<String> response = get(url + "/widgets/42");

      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(JsonObject.parse(response.body()).string("name")).isEqualTo("thing");
    } finally {
      process.destroyForcibly();
    }
  }

  private static Process start() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Dflex.port=0",
            "-jar",
            Path.of("target", "flex-example-local.jar").toString());
    builder.environment().keySet().removeIf(name -> name.startsWith("FLEX_"));
    return builder.redirectErrorStream(true).start();
  }

  /** The address in the line that says that the service listens. */
  private static String url(String line) {
    assertThat(line).as("first line of the output").isNotNull();
    Matcher matcher = URL.matcher(line);
    assertThat(matcher.find()).as(line).isTrue();
    return matcher.group();
  }

  private static HttpResponse<String> get(String url) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
  }
}
