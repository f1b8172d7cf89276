package io.flexservices.aws;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A stub of the Invoke API, and of what serves credentials: it keeps what it is sent. Whether
 * signatures are right is for the tests of the local Lambda runtime.
 */
final class InvokeStub implements AutoCloseable {
  final List<Call> calls = Collections.synchronizedList(new ArrayList<>());
  volatile int status = 202;
  private final HttpServer server;

  record Call(String path, Headers headers, String body) {}

  InvokeStub() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.createContext("/", this::handle);
    server.createContext("/credentials", this::credentials);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      calls.add(
          new Call(exchange.getRequestURI().getRawPath(), exchange.getRequestHeaders(), body));
      byte[] message = "{\"Message\":\"with the t0k3n\"}".getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, status == 202 ? -1 : message.length);
      if (status != 202) {
        exchange.getResponseBody().write(message);
      }
    }
  }

  private void credentials(HttpExchange exchange) throws IOException {
    try (exchange) {
      boolean knows = "Basic served".equals(exchange.getRequestHeaders().getFirst("Authorization"));
      byte[] answer =
          "{\"AccessKeyId\":\"AKIDSERVED\",\"SecretAccessKey\":\"sk\",\"Token\":\"tk\",\"Expiration\":\"2030-01-01T00:00:00Z\"}"
              .getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(knows ? 200 : 403, knows ? answer.length : -1);
      if (knows) {
        exchange.getResponseBody().write(answer);
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
