package io.flexservices.local.bundle;

import io.flexservices.local.lambda.EventSource;
import io.flexservices.local.lambda.LocalLambda;
import io.flexservices.local.lambda.LocalLambdaOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs a bundle in the local Lambda runtime, hands it events, and stops it: its JVM then writes
 * down which classes it has loaded and linked.
 */
final class TrainingRun {
  /** The cache is made by a process of its own when the JVM ends, which takes some seconds. */
  private static final Duration END = Duration.ofMinutes(5);

  private static final Duration ANSWER = Duration.ofMinutes(2);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI invocations;

  private TrainingRun(String url) {
    this.invocations = URI.create(url + "/2015-03-31/functions/function/invocations");
  }

  /**
   * Leaves the cache in a bundle.
   *
   * @throws IllegalStateException where the service does not start or fails an event, or there is
   *     no cache in the end; the log says more
   */
  static void record(Path directory, LambdaBundleOptions options) throws IOException {
    BootstrapScript.recording().write(directory);
    List<TrainingEvents.Event> events = TrainingEvents.all(options.events());
    options.log().println("The cache is recorded by " + events.size() + " events");
    try (LocalLambda lambda = LocalLambda.start(function(directory, options))) {
      if (!lambda.started().join()) {
        throw new IllegalStateException("The service did not start; the lines above say why");
      }
      TrainingRun run = new TrainingRun(lambda.url());
      for (TrainingEvents.Event event : events) {
        run.send(event);
      }
    }
    if (!Files.isRegularFile(directory.resolve(BootstrapScript.CACHE))) {
      throw new IllegalStateException("Java left no cache; the lines above say why");
    }
  }

  private static LocalLambdaOptions function(Path directory, LambdaBundleOptions options) {
    Map<String, String> environment = new HashMap<>(options.environment());
    environment.put("FLEX_SHARED_SECRET", TrainingEvents.SECRET);
    return LocalLambdaOptions.builder(List.of(directory), options.handler(), EventSource.AWS_HTTP)
        .customRuntime(true)
        .shutdownTime(END)
        .environment(environment)
        .log(options.log())
        .build();
  }

  private void send(TrainingEvents.Event event) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(invocations)
            .timeout(ANSWER)
            .POST(BodyPublishers.ofByteArray(event.json()))
            .build();
    try {
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
      if (answer.statusCode() != 200
          || answer.headers().firstValue("X-Amz-Function-Error").isPresent()) {
        throw new IllegalStateException(
            "The service failed the event " + event.name() + ": " + answer.body());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted in the training run", e);
    }
  }
}
