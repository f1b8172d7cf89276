package io.flexservices.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What Docker would run by {@code examples/Dockerfile}, without Docker: the build's commands with
 * the JDK that runs the tests in place of the image's, in another directory, and then the entry
 * point with the image's variables.
 */
@Timeout(300)
class DockerfileIT {
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin/java").toString();
  private static final String TOOL = Path.of("target/flex-example-local.jar").toString();

  @TempDir private Path image;

  @Test
  void runsTheExampleOnLambda() throws Exception {
    Dockerfile stage = Dockerfile.stage("lambda");
    build(stage);
    Path environment = Files.createDirectory(image.resolve("environment"));
    Path bootstrap = environment.resolve("bootstrap");
    Files.writeString(bootstrap, bootstrap(stage));
    assertThat(bootstrap.toFile().setExecutable(true)).isTrue();
    Process process =
        start(
            List.of(
                JAVA,
                "-cp",
                TOOL,
                "io.flexservices.local.lambda.LocalLambdaMain",
                "--bundle",
                environment.toString(),
                "--handler",
                "the one of the image",
                "--source",
                "aws-url",
                "--port",
                "0"));
    try (BufferedReader output = process.inputReader()) {
      String ready = output.readLine();
      assertThat(ready).startsWith("ready ");
      assertServed(ready.substring("ready ".length()));
    } finally {
      process.destroy();
      process.waitFor();
    }
  }

  @Test
  void runsTheExampleAsAServer() throws Exception {
    Dockerfile stage = Dockerfile.stage("server");
    build(stage);
    List<String> entry = stage.words("ENTRYPOINT").stream().map(this::within).toList();
    assertThat(entry.get(0)).isEqualTo("java");
    Map<String, String> variables = new HashMap<>(stage.environment());
    variables.remove("FLEX_PORT");
    try (LocalJar jar = LocalJar.start(entry.subList(1, entry.size()), variables)) {
      assertServed(jar.url());
    }
  }

  private void build(Dockerfile stage) throws Exception {
    String command = within(stage.run()).replaceFirst("^java ", JAVA + " ");
    assertThat(start(List.of("bash", "-c", command)).waitFor()).isZero();
  }

  /** What Lambda does: it sets no handler, and runs the entry point with the command's words. */
  private String bootstrap(Dockerfile stage) {
    String variables =
        String.join(
            "\n",
            stage.environment().entrySet().stream()
                .map(each -> "export " + each.getKey() + "=" + within(each.getValue()))
                .toList());
    return "#!/bin/sh\nunset _HANDLER\n%s\nexec %s %s\n"
        .formatted(
            variables,
            within(String.join(" ", stage.words("ENTRYPOINT"))),
            String.join(" ", stage.words("CMD")));
  }

  /** A text with the directories that stand here for those of the image and of its build. */
  private String within(String text) {
    return text.replace("/build/", Path.of("").toAbsolutePath() + "/")
        .replace("/var/task", image.resolve("task").toString())
        .replace("/srv/flex", image.resolve("flex").toString());
  }

  private static Process start(List<String> words) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().keySet().removeIf(name -> name.startsWith("FLEX_"));
    return builder.start();
  }

  private static void assertServed(String url) throws Exception {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(url + "/widgets/42")).build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).contains("\"_id\":\"42\"");
  }
}
