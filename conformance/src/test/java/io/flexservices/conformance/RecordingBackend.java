package io.flexservices.conformance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.flexservices.json.Json;
import io.flexservices.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Kinvey's backend as far as tasks on Lambda need it: entities that are put, and mail. */
final class RecordingBackend implements AutoCloseable {
  final List<JsonObject> saves = new CopyOnWriteArrayList<>();
  final List<JsonObject> mails = new CopyOnWriteArrayList<>();
  final Map<String, JsonObject> entities = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;

  RecordingBackend() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  /** The headers by which Kinvey says that this is its backend. */
  String[] headers(String secret) {
    Map<String, String> metadata =
        Map.of(
            "_id", "kid_test",
            "appsecret", "appsec",
            "mastersecret", "m4st3rs3cr3t",
            "baasUrl", "http://127.0.0.1:" + server.getAddress().getPort());
    return new String[] {
      "Content-Type: application/json",
      "X-Auth-Key: " + secret,
      "X-Kinvey-Username: ann",
      "X-Kinvey-App-Metadata: " + Json.text(metadata)
    };
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] sent = exchange.getRequestBody().readAllBytes();
      JsonObject body = JsonObject.parse(new String(sent, StandardCharsets.UTF_8));
      if (exchange.getRequestURI().getPath().startsWith("/rpc/")) {
        mails.add(body);
      } else {
        entities.put(Objects.requireNonNull(body.string("_id")), body);
        saves.add(body);
      }
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, sent.length);
      exchange.getResponseBody().write(sent);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
