package io.flexservices.aws.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.json.JsonObject;
import io.flexservices.local.lambda.EventSource;
import io.flexservices.local.lambda.LocalLambda;
import io.flexservices.local.lambda.LocalLambdaOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a {@code bootstrap}, run by the local Lambda runtime in a process of its own. */
class LocalRuntimeTest {
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  @TempDir private Path task;

  @Test
  void servesEventsAndSurvivesWhatAHandlerThrows() throws Exception {
    try (LocalLambda lambda = start(Handlers.Echo.class, Duration.ofSeconds(60))) {
      assertThat(lambda.started().join()).as(log()).isTrue();
      assertThat(invoke(lambda, "{\"a\":\"ä\"}").body()).isEqualTo("{\"a\":\"ä\"}");
      HttpResponse<String> failure = invoke(lambda, "\"do-throw\"");
      assertThat(failure.headers().firstValue("X-Amz-Function-Error")).contains("Unhandled");
      assertThat(JsonObject.parse(failure.body()).string("errorMessage"))
          .isEqualTo("the text of an exception");
      assertThat(invoke(lambda, "\"do-large\"").body()).hasSize(6_291_456);
      String large = "\"" + "y".repeat(6_000_000) + "\"";
      assertThat(invoke(lambda, large).body()).isEqualTo(large);
      assertThat(invoke(lambda, "\"do-tell\"").body())
          .contains("arn:aws:lambda:us-east-1:123456789012:function:function", "Root=1-");
    }
  }

  @Test
  void tellsWhyItDoesNotStart() throws Exception {
    try (LocalLambda lambda = start(Handlers.Unmakeable.class, Duration.ofSeconds(60))) {
      assertThat(lambda.started().join()).isFalse();
      assertThat(log())
          .contains("cannot be constructed: java.lang.IllegalStateException: there is no service");
    }
  }

  @Test
  void isReplacedWhereAHandlerHangs() throws Exception {
    try (LocalLambda lambda = start(Handlers.Echo.class, Duration.ofSeconds(5))) {
      assertThat(lambda.started().join()).as(log()).isTrue();
      assertThat(invoke(lambda, "\"do-hang\"").body()).contains("Sandbox.Timedout");
      String pid = log().replaceAll("(?s).*hanging (\\d+).*", "$1");
      assertThat(ProcessHandle.of(Long.parseLong(pid))).isEmpty();
      assertThat(invoke(lambda, "\"again\"").body()).isEqualTo("\"again\"");
    }
  }

  private LocalLambda start(Class<?> handler, Duration timeout) throws IOException {
    Path bootstrap = task.resolve("bootstrap");
    Files.writeString(
        bootstrap,
        "#!/bin/sh\nexec '%s' -XX:TieredStopAtLevel=1 -cp '%s' %s\n"
            .formatted(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                System.getProperty("java.class.path"),
                Bootstrap.class.getName()));
    Files.setPosixFilePermissions(bootstrap, PosixFilePermissions.fromString("rwxr-xr-x"));
    return LocalLambda.start(
        LocalLambdaOptions.builder(List.of(task), Handlers.name(handler), EventSource.AWS_HTTP)
            .customRuntime(true)
            .timeout(timeout)
            .environment(Map.of("PATH", System.getenv("PATH")))
            .log(new PrintStream(log, true, StandardCharsets.UTF_8))
            .build());
  }

  private static HttpResponse<String> invoke(LocalLambda lambda, String event) throws Exception {
    URI uri = URI.create(lambda.url() + "/2015-03-31/functions/function/invocations");
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(uri)
                .timeout(Duration.ofSeconds(90))
                .POST(HttpRequest.BodyPublishers.ofString(event))
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }

  private String log() {
    return log.toString(StandardCharsets.UTF_8);
  }
}
