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
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Trains a function with a runtime of its own, in the local Lambda runtime. */
final class FunctionTraining {
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI invocations;

  private FunctionTraining(String url) {
    this.invocations = URI.create(url + "/2015-03-31/functions/function/invocations");
  }

  /**
   * Leaves an archive, and a {@code bootstrap} that takes it.
   *
   * @param directory has the function's jar
   * @param script starts the function
   * @throws IllegalStateException where the service does not start or fails an event, or there is
   *     no archive in the end; the log says more
   */
  static void record(Path directory, BootstrapScript script, String handler, Training training)
      throws IOException {
    script.writeMaking(directory);
    List<TrainingEvents.Event> events = TrainingEvents.all(training.events());
    training.log().println("The archive is recorded by " + events.size() + " events");
    try (LocalLambda lambda = LocalLambda.start(function(directory, handler, training))) {
      if (!lambda.started().join()) {
        throw new IllegalStateException("The service did not start; the lines above say why");
      }
      FunctionTraining run = new FunctionTraining(lambda.url());
      for (TrainingEvents.Event event : events) {
        run.send(event);
      }
    }
    Training.requireArchive(directory.resolve(script.archiveFile()));
    script.writeTaking(directory);
  }

  private static LocalLambdaOptions function(Path directory, String handler, Training training) {
    return LocalLambdaOptions.builder(List.of(directory), handler, EventSource.AWS_HTTP)
        .customRuntime(true)
        .shutdownTime(Training.END)
        .environment(training.environmentWith(Map.of()))
        .log(training.log())
        .build();
  }

  private void send(TrainingEvents.Event event) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(invocations)
            .timeout(Training.ANSWER)
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
