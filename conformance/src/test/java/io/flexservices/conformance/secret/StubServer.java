package io.flexservices.conformance.secret;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** What the stubs share: a port of this machine, the requests so far, and faults on demand. */
final class StubServer implements AutoCloseable {
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "stub");
            thread.setDaemon(true);
            return thread;
          });
  private final HttpServer server;
  private volatile @Nullable Answer fault;

  /** A status and a text. */
  record Answer(int status, String body) {
    static Answer ok(String json) {
      return new Answer(200, json);
    }
  }

  /** How the stub answers. */
  interface Protocol {
    Answer answer(HttpExchange exchange);
  }

  private StubServer(HttpServer server) {
    this.server = server;
  }

  static StubServer start(Protocol protocol) {
    try {
      InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      StubServer stub = new StubServer(HttpServer.create(any, 0));
      stub.server.setExecutor(stub.threads);
      stub.server.createContext("/", exchange -> stub.handle(exchange, protocol));
      stub.server.start();
      return stub;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** Paths with queries, in order. */
  List<String> requests() {
    return List.copyOf(requests);
  }

  /** Answers everything with this from now on; null to mend it. */
  void fails(@Nullable Answer answer) {
    fault = answer;
  }

  private void handle(HttpExchange exchange, Protocol protocol) throws IOException {
    try (exchange) {
      requests.add(exchange.getRequestURI().toString());
      Answer given = fault;
      Answer answer = given == null ? protocol.answer(exchange) : given;
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
