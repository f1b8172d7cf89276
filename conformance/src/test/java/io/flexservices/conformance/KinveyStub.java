package io.flexservices.conformance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.flexservices.json.Json;
import io.flexservices.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * As much of Kinvey's backend as has a memory: entities that are saved by their ids, and mail,
 * which it takes its time to send.
 */
final class KinveyStub implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final BlockingQueue<JsonObject> saves = new LinkedBlockingQueue<>();
  private final Map<String, JsonObject> entities = new ConcurrentHashMap<>();
  private final CountDownLatch mailArrived = new CountDownLatch(1);
  private final CountDownLatch mailMayGo = new CountDownLatch(1);
  private final AtomicInteger mailsSent = new AtomicInteger();

  KinveyStub() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.createContext("/appdata/", this::save);
    server.createContext("/rpc/", this::mail);
    server.setExecutor(threads);
    server.start();
  }

  /** Headers by which Kinvey asks a service whose backend this is. */
  String[] headers(String secret) {
    return headers("http://127.0.0.1:" + server.getAddress().getPort(), secret);
  }

  /** Headers by which Kinvey asks a service. */
  static String[] headers(String backend, String secret) {
    Map<String, String> metadata =
        Map.of(
            "_id", "kid_test",
            "appsecret", "appsec",
            "mastersecret", "mastersec",
            "baasUrl", backend);
    return new String[] {
      "Content-Type: application/json",
      "X-Auth-Key: " + secret,
      "X-Kinvey-Username: ann",
      "X-Kinvey-User-Id: u1",
      "X-Kinvey-App-Metadata: " + Json.text(metadata)
    };
  }

  /** What is sent to be saved, each time that it is. */
  BlockingQueue<JsonObject> saves() {
    return saves;
  }

  /** What there is then, by the paths of the entities. */
  Map<String, JsonObject> entities() {
    return entities;
  }

  /** Waits until there is mail to be sent. */
  void awaitMail() throws InterruptedException {
    mailArrived.await();
  }

  /** Sends it. */
  void letMailGo() {
    mailMayGo.countDown();
  }

  int mailsSent() {
    return mailsSent.get();
  }

  @Override
  public void close() {
    mailMayGo.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private void save(HttpExchange exchange) throws IOException {
    JsonObject entity = JsonObject.parse(body(exchange));
    entities.put(exchange.getRequestURI().getPath(), entity);
    answer(exchange, entity);
    saves.add(entity);
  }

  private void mail(HttpExchange exchange) throws IOException {
    String unused = body(exchange);
    mailArrived.countDown();
    try {
      mailMayGo.await();
    } catch (InterruptedException e) {
      exchange.close();
      return;
    }
    mailsSent.incrementAndGet();
    answer(exchange, JsonObject.empty());
  }

  private static String body(HttpExchange exchange) throws IOException {
    return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static void answer(HttpExchange exchange, JsonObject value) throws IOException {
    try (exchange) {
      byte[] body = Json.bytes(value);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
