package io.flexservices.conformance.vector;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.flexservices.json.Json;
import io.flexservices.json.JsonArray;
import io.flexservices.json.JsonException;
import io.flexservices.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * A stub of Kinvey's REST backend on loopback: it keeps what it is sent, and answers what a vector
 * says, in order, then {@code 200 {}}.
 */
public final class BackendStub implements AutoCloseable {
  private static final List<String> HEADERS =
      List.of(
          "authorization", "content-type", "x-kinvey-api-version", "x-kinvey-skip-business-logic");

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Queue<JsonObject> replies = new ConcurrentLinkedQueue<>();
  private final Queue<Map<String, @Nullable Object>> calls = new ConcurrentLinkedQueue<>();

  private BackendStub(HttpServer server) {
    this.server = server;
  }

  /** Starts a stub on a port that is free. */
  public static BackendStub start() {
    try {
      InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0);
      BackendStub stub = new BackendStub(HttpServer.create(anyPort, 0));
      stub.server.createContext("/", stub::handle);
      stub.server.setExecutor(stub.threads);
      stub.server.start();
      return stub;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What {@code ${BAAS}} stands for. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Forgets what was, and takes the answers of a vector. */
  void prepare(Vector vector) {
    replies.clear();
    calls.clear();
    JsonArray given = vector.json().array("baas");
    if (given != null) {
      given.objects().forEach(replies::add);
    }
  }

  /** What it was sent since then, in the form of vectors. */
  List<Map<String, @Nullable Object>> calls() {
    return new ArrayList<>(calls);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      calls.add(seen(exchange));
      JsonObject reply = replies.poll();
      if (reply == null) {
        answer(exchange, 200, "{}");
      } else if (!Boolean.TRUE.equals(reply.bool("drop"))) {
        Long status = reply.integer("status");
        answer(exchange, status == null ? 200 : status.intValue(), text(reply));
      }
    }
  }

  private static String text(JsonObject reply) {
    boolean raw = Boolean.TRUE.equals(reply.bool("raw"));
    return raw ? String.valueOf(reply.string("body")) : Json.text(reply.value("body"));
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    if (status == 204) {
      exchange.sendResponseHeaders(status, -1);
      return;
    }
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  private static Map<String, @Nullable Object> seen(HttpExchange exchange) throws IOException {
    Map<String, @Nullable Object> call = new LinkedHashMap<>();
    call.put("method", exchange.getRequestMethod());
    call.put("path", exchange.getRequestURI().getRawPath());
    call.put("query", query(exchange.getRequestURI().getRawQuery()));
    call.put("headers", headers(exchange));
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    if (!body.isEmpty()) {
      call.put("body", jsonOrText(body));
    }
    return call;
  }

  private static Map<String, @Nullable Object> query(@Nullable String rawQuery) {
    Map<String, @Nullable Object> query = new LinkedHashMap<>();
    for (String pair : rawQuery == null ? new String[0] : rawQuery.split("&")) {
      int equals = pair.indexOf('=');
      query.put(decode(pair.substring(0, equals)), jsonOrText(decode(pair.substring(equals + 1))));
    }
    return query;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static Map<String, String> headers(HttpExchange exchange) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String name : HEADERS) {
      String value = exchange.getRequestHeaders().getFirst(name);
      if (value != null) {
        headers.put(name, value.replaceFirst("(?i);\\s*charset=utf-8", ""));
      }
    }
    return headers;
  }

  private static @Nullable Object jsonOrText(String text) {
    try {
      return Json.parse(text);
    } catch (JsonException e) {
      return text;
    }
  }
}
