package io.flexservices.benchmarks.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.flexservices.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;

/**
 * The JDK's HTTP server with a constant answer of the size that the others give: it reads a request
 * and knows nothing of it. As the JDK has it, which is one thread for all connections.
 */
final class ConstantServer {
  private ConstantServer() {}

  public static void main(String[] arguments) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    byte[] widget = Json.bytes(MeasuredRequest.get().value());
    byte[] echo = Json.bytes(Map.of("response", Map.of("body", MeasuredRequest.echo().value())));
    server.createContext("/widgets", exchange -> answer(exchange, widget));
    server.createContext("/_flexFunctions", exchange -> answer(exchange, echo));
    server.start();
    System.out.println("Service listening on " + server.getAddress().getPort());
  }

  private static void answer(HttpExchange exchange, byte[] body) throws IOException {
    try (exchange;
        InputStream request = exchange.getRequestBody()) {
      request.readAllBytes();
      exchange.getResponseHeaders().add("Content-Type", "application/json; charset=utf-8");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
