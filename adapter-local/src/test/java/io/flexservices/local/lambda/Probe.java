package io.flexservices.local.lambda;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.flexservices.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What the tests call a {@link LocalLambda} with. */
final class Probe {
  static final Duration LONG = Duration.ofSeconds(90);

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private Probe() {}

  /** The test classes and the interfaces of handlers, in place of a deployable jar. */
  static List<Path> classPath() {
    return List.of(location(Probe.class), location(RequestStreamHandler.class));
  }

  static LocalLambdaOptions.Builder options(Class<?> handler, EventSource source, Log log) {
    return LocalLambdaOptions.builder(classPath(), handler.getName() + "::handleRequest", source)
        .log(log.stream());
  }

  static HttpResponse<String> get(LocalLambda lambda, String path) throws Exception {
    return send(HttpRequest.newBuilder(URI.create(lambda.url() + path)));
  }

  static HttpResponse<String> post(LocalLambda lambda, String path, byte[] body) throws Exception {
    return send(
        HttpRequest.newBuilder(URI.create(lambda.url() + path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
  }

  static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return CLIENT.send(request.timeout(LONG).build(), HttpResponse.BodyHandlers.ofString());
  }

  /** Sends a request line that no HTTP client would; gives the whole answer. */
  static String raw(LocalLambda lambda, String requestLine) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", lambda.port())) {
      socket.setSoTimeout((int) LONG.toMillis());
      String request = requestLine + " HTTP/1.1\r\nHost: test\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @SuppressWarnings("unchecked") // the keys of a JSON object are strings
  static Map<String, Object> json(String text) {
    return (Map<String, Object>) Json.parse(text);
  }

  private static Path location(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What the function printed, and the local runtime said. */
  record Log(ByteArrayOutputStream bytes, PrintStream stream) {
    static Log create() {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      return new Log(bytes, new PrintStream(bytes, true, StandardCharsets.UTF_8));
    }

    String text() {
      return bytes.toString(StandardCharsets.UTF_8);
    }
  }
}
