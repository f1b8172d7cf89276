package io.flexservices.local.bundle;

import io.flexservices.local.bundle.TrainingEvents.Event;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Trains a service as a server on this machine, over HTTP, on a port that is free. */
final class ServerTraining {
  /** What the server logs when it listens, and no sooner. */
  private static final Pattern LISTENING =
      Pattern.compile("Service listening on (http://[^\"\\s]+)");

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String url;

  private ServerTraining(String url) {
    this.url = url;
  }

  /**
   * Runs a server, asks it, and stops it.
   *
   * @param command the command line, with the option that makes the archive
   * @param directory where it runs, and leaves what it keeps of background work
   * @throws IllegalStateException where the service does not start, or gives no answer, or does not
   *     stop; the log says more
   */
  static void record(List<String> command, Path directory, Training training) throws IOException {
    List<TrainingRequest> requests = requests(training);
    training.log().println("The archive is recorded by " + requests.size() + " requests");
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
    builder.environment().clear();
    builder
        .environment()
        .putAll(training.environmentWith(Map.of("FLEX_HOST", "127.0.0.1", "FLEX_PORT", "0")));
    Process process = builder.start();
    try {
      process.getOutputStream().close();
      ServerTraining run = new ServerTraining(listening(process, training.log()));
      for (TrainingRequest request : requests) {
        run.send(request);
      }
      stop(process);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted in the training run", e);
    } finally {
      process.destroyForcibly();
    }
  }

  private static List<TrainingRequest> requests(Training training) throws IOException {
    List<TrainingRequest> requests = new ArrayList<>(TrainingEvents.REQUESTS);
    for (Event event : TrainingEvents.of(training.events())) {
      requests.add(TrainingRequest.of(event));
    }
    return requests;
  }

  /** The address; what the process prints goes to the log, up to its end. */
  private static String listening(Process process, PrintStream log) {
    CompletableFuture<String> address = new CompletableFuture<>();
    Thread reader = new Thread(() -> read(process, log, address), "training-output");
    reader.setDaemon(true);
    reader.start();
    try {
      return address.orTimeout(Training.ANSWER.toMillis(), TimeUnit.MILLISECONDS).join();
    } catch (CompletionException e) {
      throw new IllegalStateException(
          "The service did not start; the lines above say why", e.getCause());
    }
  }

  private static void read(Process process, PrintStream log, CompletableFuture<String> address) {
    try {
      process
          .inputReader(StandardCharsets.UTF_8)
          .lines()
          .forEach(
              line -> {
                log.println(line);
                Matcher listening = LISTENING.matcher(line);
                if (listening.find()) {
                  address.complete(listening.group(1));
                }
              });
    } catch (UncheckedIOException e) {
      // The process was ended while its output was read: there is no more of it.
    }
    address.completeExceptionally(new IllegalStateException("It ended"));
  }

  /** Any answer will do: most requests ask for what there is not. */
  private void send(TrainingRequest request) throws IOException, InterruptedException {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create(url + request.path()))
            .timeout(Training.ANSWER)
            .method(request.method(), request.publisher());
    request.headers().forEach(builder::setHeader);
    http.send(builder.build(), BodyHandlers.discarding());
  }

  private static void stop(Process process) throws InterruptedException {
    // Not by Process.destroy(), which closes the output as well.
    process.toHandle().destroy();
    if (!process.waitFor(Training.END.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException("The service did not stop within " + Training.END);
    }
  }
}
