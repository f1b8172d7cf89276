package io.flexservices.benchmarks.server;

import io.flexservices.benchmarks.report.Figures;
import io.flexservices.benchmarks.report.MarkdownTable;
import io.flexservices.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.Selector;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the local server holds for requests whose handlers wait, each on a connection of its own.
 */
final class InFlight {
  private static final int REQUESTS = 1_000;
  private static final int WARM_UP = 20_000;

  private final Path fixture;
  private final HttpClient http = HttpClient.newHttpClient();

  InFlight(Path fixture) {
    this.fixture = fixture;
  }

  /**
   * What a process holds.
   *
   * @param resident bytes of memory, with the whole heap among them, used or not
   * @param heap bytes of the heap that are used, after a collection
   * @param threads of Java
   * @param inside how many requests wait in their handlers
   */
  private record Held(long resident, long heap, long threads, long inside) {}

  /** A table without rows. */
  static MarkdownTable table() {
    return MarkdownTable.of("handlers of 1,000 requests", "held, MB", "of the heap, MB", "threads");
  }

  /**
   * Adds a row to the table.
   *
   * @param handlers the service object of {@link WaitingService}
   * @return the bytes that are held for all of the requests
   */
  long measure(String handlers, MarkdownTable table) throws IOException, InterruptedException {
    try (ServerProcess server = start();
        Selector selector = Selector.open()) {
      warmUp(server);
      Held before = held(server, 0);
      List<Connection> connections = new ArrayList<>();
      for (int i = 0; i < REQUESTS; i++) {
        Connection connection = Connection.open(server.port(), request(handlers, i), selector);
        connection.send();
        connections.add(connection);
      }
      Held during = held(server, REQUESTS);
      ask(server, "letGo");
      for (Connection connection : connections) {
        await(connection, selector);
        connection.close();
      }
      return add(table, handlers, before, during);
    }
  }

  private static long add(MarkdownTable table, String handlers, Held before, Held during) {
    long held = during.resident - before.resident + during.heap - before.heap;
    table.row(
        handlers,
        Figures.tenths(held / 1e6),
        Figures.tenths((during.heap - before.heap) / 1e6),
        Figures.whole(during.threads - before.threads));
    return held;
  }

  /** What the JVM takes to compile, and for frames that are not compiled, is not for requests. */
  private static void warmUp(ServerProcess server) throws IOException {
    Load load = new Load(server.port(), MeasuredRequest.get(), 32);
    int answered = 0;
    while (answered < WARM_UP) {
      answered += load.run(Duration.ofMillis(500)).requests();
    }
  }

  /** The whole heap is there from the start, so that what is left to grow is the rest. */
  private ServerProcess start() throws IOException {
    return ServerProcess.start(
        List.of(
            Contender.java(),
            "-Xms128m",
            "-Xmx128m",
            "-XX:+AlwaysPreTouch",
            "-cp",
            fixture + System.getProperty("path.separator") + System.getProperty("java.class.path"),
            "io.flexservices.local.FlexLocalServer"),
        Map.of(
            "FLEX_HOST",
            "127.0.0.1",
            "FLEX_PORT",
            "0",
            "FLEX_SERVICE",
            WaitingService.class.getName(),
            "FLEX_HANDLER_LIMIT",
            Integer.toString(2 * REQUESTS)));
  }

  /** Asks until so many requests are inside. */
  private Held held(ServerProcess server, int inside) throws IOException, InterruptedException {
    Held held;
    do {
      JsonObject answer = JsonObject.parse(ask(server, "held"));
      held =
          new Held(
              server.residentBytes(),
              number(answer, "heap"),
              number(answer, "threads"),
              number(answer, "inside"));
    } while (held.inside < inside);
    return held;
  }

  private static long number(JsonObject answer, String name) {
    Object number = answer.path("response.body." + name);
    return ((Number) Objects.requireNonNull(number)).longValue();
  }

  private String ask(ServerProcess server, String function)
      throws IOException, InterruptedException {
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(
                    URI.create("http://127.0.0.1:" + server.port() + "/_flexFunctions/" + function))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build(),
            BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(function + " is answered with " + answer.body());
    }
    return answer.body();
  }

  private static void await(Connection connection, Selector selector) throws IOException {
    while (!connection.receive()) {
      selector.select();
      selector.selectedKeys().clear();
    }
    if (connection.answer().status() != 200) {
      throw new IllegalStateException("A request is answered with " + connection.answer().answer());
    }
  }

  private static byte[] request(String handlers, int id) {
    return ("GET /" + handlers + "/" + id + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
        .getBytes(StandardCharsets.ISO_8859_1);
  }
}
