package io.flexservices.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexservices.FlexOptions;
import io.flexservices.FlexService;
import io.flexservices.FlexSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlexLocalServerTest {
  private static final FlexService HELLO =
      flex ->
          flex.data()
              .serviceObject("things")
              .onGetById(
                  (context, complete, modules) ->
                      complete.setBody(Map.of("_id", context.entityId())).ok().next());

  private static final FlexService ECHO =
      flex ->
          flex.functions()
              .register(
                  "echo",
                  (context, complete, modules) ->
                      complete.setBody(context.bodyValue()).ok().next());

  /** Than the server's own pool has. */
  private static final int MORE_THAN_THREADS = 300;

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void servesAServiceOnAFreePort() throws Exception {
    try (FlexLocalServer server = start(HELLO)) {
      HttpResponse<String> response = get(server, "/things/a%20b%2Fc%E2%82%AC");

      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.body()).isEqualTo("{\"_id\":\"a b/c€\"}");
      assertThat(response.headers().firstValue("Content-Type"))
          .hasValue("application/json; charset=utf-8");
      assertThat(response.headers().firstValue("X-Kinvey-Request-Continue")).hasValue("true");
      assertThat(response.headers().firstValue("Server")).isEmpty();
    }
  }

  @Test
  void listensOnLocalhost10001ByDefault() {
    assertThat(FlexOptions.defaults().host()).isEqualTo("localhost");
    assertThat(FlexOptions.defaults().port()).isEqualTo(10001);
  }

  @Test
  void saysWhichPortIsTaken() {
    try (FlexLocalServer first = start(HELLO)) {
      FlexSettings samePort =
          FlexSettings.of(Map.of(), Map.of("FLEX_PORT", Integer.toString(first.port())));

      assertThatThrownBy(() -> FlexLocalServer.start(HELLO, samePort, line -> {}))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageStartingWith("Port " + first.port() + " on localhost cannot be listened on")
          .hasMessageEndingWith(
              "If another process has it, stop that or choose another port with FLEX_PORT");
    }
  }

  @Test
  void finishesRequestsInFlightWhenItStops() throws Exception {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    FlexService slow =
        flex ->
            flex.data()
                .serviceObject("slow")
                .onGetAll(
                    (context, complete, modules) -> {
                      entered.countDown();
                      assertThat(release.await(30, TimeUnit.SECONDS)).isTrue();
                      return complete.ok().next();
                    });
    FlexLocalServer server = start(slow);
    CompletableFuture<HttpResponse<String>> inFlight =
        http.sendAsync(request(server, "/slow"), BodyHandlers.ofString());
    assertThat(entered.await(30, TimeUnit.SECONDS)).isTrue();

    CompletableFuture<Void> stopping = CompletableFuture.runAsync(server::close);
    assertThat(stopping).isNotDone();
    release.countDown();

    assertThat(inFlight.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
    stopping.get(30, TimeUnit.SECONDS);
    assertThatThrownBy(() -> get(server, "/slow")).isInstanceOf(ConnectException.class);
  }

  @Test
  void keepsNoThreadForWhatAClientHasNotSentYet() throws Exception {
    try (FlexLocalServer server = start(ECHO)) {
      List<Socket> clients = new ArrayList<>();
      for (int i = 0; i < MORE_THAN_THREADS; i++) {
        Socket client = new Socket("localhost", server.port());
        clients.add(client);
        client.getOutputStream().write(text("POST /_flexFunctions/echo HTTP/1.1"));
        client.getOutputStream().write(text("Host: localhost"));
        client.getOutputStream().write(text("Content-Length: 16"));
        client.getOutputStream().write(text(""));
        client.getOutputStream().write("{\"body\"".getBytes(StandardCharsets.US_ASCII));
      }
      assertThat(get(server, "/healthcheck").statusCode()).isEqualTo(200);

      for (Socket client : clients) {
        client.getOutputStream().write(":[\"all\"]}".getBytes(StandardCharsets.US_ASCII));
        assertThat(firstLine(client)).isEqualTo("HTTP/1.1 200 OK");
        client.close();
      }
    }
  }

  @Test
  void keepsNoThreadForAnAsynchronousHandlerThatWorks() throws Exception {
    CompletableFuture<Void> work = new CompletableFuture<>();
    CountDownLatch inside = new CountDownLatch(MORE_THAN_THREADS);
    FlexService service =
        flex ->
            flex.data()
                .serviceObject("slow")
                .onGetAllAsync(
                    (context, complete, modules) -> {
                      inside.countDown();
                      return work.thenApply((Void nothing) -> complete.ok().next());
                    });
    try (FlexLocalServer server = start(service, "1000")) {
      List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
      for (int i = 0; i < MORE_THAN_THREADS; i++) {
        answers.add(http.sendAsync(request(server, "/slow"), BodyHandlers.ofString()));
      }
      assertThat(inside.await(30, TimeUnit.SECONDS)).isTrue();
      work.complete(null);

      for (CompletableFuture<HttpResponse<String>> answer : answers) {
        assertThat(answer.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
      }
    }
  }

  @Test
  void saysThatItIsBusyAndStillTellsThatItIsHealthy() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch entered = new CountDownLatch(1);
    FlexService service =
        flex ->
            flex.data()
                .serviceObject("slow")
                .onGetAll(
                    (context, complete, modules) -> {
                      entered.countDown();
                      release.await();
                      return complete.ok().next();
                    });
    try (FlexLocalServer server = start(service, "1")) {
      CompletableFuture<HttpResponse<String>> first =
          http.sendAsync(request(server, "/slow"), BodyHandlers.ofString());
      assertThat(entered.await(30, TimeUnit.SECONDS)).isTrue();

      HttpResponse<String> second = get(server, "/slow");
      assertThat(second.statusCode()).isEqualTo(503);
      assertThat(second.body()).contains("The service is busy: 1 handlers are running");
      assertThat(get(server, "/healthcheck").statusCode()).isEqualTo(200);

      release.countDown();
      assertThat(first.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
    }
  }

  private static byte[] text(String line) {
    return (line + "\r\n").getBytes(StandardCharsets.US_ASCII);
  }

  private static String firstLine(Socket client) throws IOException {
    client.setSoTimeout(30_000);
    return new BufferedReader(
            new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))
        .readLine();
  }

  @Test
  void doesBackgroundWorkAndKeepsItsJournalToItself(@TempDir Path directory) throws Exception {
    Path journal = directory.resolve("work.jsonl");
    CompletableFuture<String> key = new CompletableFuture<>();
    FlexService service =
        flex -> {
          flex.background().register("work", (context, modules) -> key.complete(context.key()));
          flex.functions()
              .register(
                  "order",
                  (context, complete, modules) ->
                      complete
                          .setBody(Map.of("key", modules.background().run("work", null)))
                          .accepted()
                          .done());
        };
    FlexSettings settings =
        FlexSettings.of(
            Map.of(),
            Map.of(
                "FLEX_PORT", "0",
                "FLEX_SHARED_SECRET", "s3cr3t",
                "FLEX_BACKGROUND_JOURNAL", journal.toString()));
    try (FlexLocalServer server = FlexLocalServer.start(service, settings, line -> {})) {
      assertThat(journal).doesNotExist();
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(URI.create(server.url() + "/_flexFunctions/order"))
                  .header("X-Auth-Key", "s3cr3t")
                  .POST(HttpRequest.BodyPublishers.noBody())
                  .build(),
              BodyHandlers.ofString());

      assertThat(answer.body()).contains("\"key\":\"" + key.get(30, TimeUnit.SECONDS) + "\"");
      assertThat(journal).isRegularFile();
      assertThatThrownBy(() -> FlexLocalServer.start(service, settings, line -> {}))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("Another server keeps its background work in " + journal);
    }
    FlexLocalServer.start(service, settings, line -> {}).close();
  }

  @Test
  void answersInJsonWhatTheServerItselfRefuses() throws Exception {
    try (FlexLocalServer server = start(HELLO)) {
      HttpRequest huge =
          HttpRequest.newBuilder(URI.create(server.url() + "/things/1"))
              .header("X-Long", "x".repeat(100_000))
              .build();
      HttpResponse<String> response = http.send(huge, BodyHandlers.ofString());

      assertThat(response.statusCode()).isEqualTo(431);
      assertThat(response.body()).startsWith("{\"error\":\"RequestTooLarge\"");
    }
  }

  private static FlexLocalServer start(FlexService service) {
    return start(service, "256");
  }

  private static FlexLocalServer start(FlexService service, String handlerLimit) {
    return FlexLocalServer.start(
        service,
        FlexSettings.of(Map.of(), Map.of("FLEX_PORT", "0", "FLEX_HANDLER_LIMIT", handlerLimit)),
        line -> {});
  }

  private HttpResponse<String> get(FlexLocalServer server, String path)
      throws IOException, InterruptedException {
    return http.send(request(server, path), BodyHandlers.ofString());
  }

  private static HttpRequest request(FlexLocalServer server, String path) {
    return HttpRequest.newBuilder(URI.create(server.url() + path)).build();
  }
}
