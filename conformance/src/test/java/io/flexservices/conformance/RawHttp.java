package io.flexservices.conformance;

import io.flexservices.json.Json;
import io.flexservices.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Sends requests as they are, also those that a well-behaved client refuses to send.
 *
 * @param url the target
 */
record RawHttp(String url) {
  private static final int TIMEOUT_MS = 60_000;

  /**
   * An answer.
   *
   * @param head the status line and the headers
   * @param body the body
   */
  record Answer(String head, String body) {
    int status() {
      return Integer.parseInt(head.substring(9, 12));
    }

    @SuppressWarnings("unchecked") // the keys of a JSON object are strings
    JsonObject json() {
      return JsonObject.of((Map<String, ?>) Objects.requireNonNull(Json.parse(body)));
    }

    String header(String name) {
      return head.lines()
          .filter(line -> line.toLowerCase().startsWith(name.toLowerCase() + ":"))
          .map(line -> line.substring(name.length() + 1).trim())
          .findFirst()
          .orElse("");
    }
  }

  Answer get(String path, String... headers) throws IOException {
    return send("GET", path, "", headers);
  }

  Answer post(String path, String body, String... headers) throws IOException {
    return send("POST", path, body, headers);
  }

  /** Sends a request that ends the connection, and reads to its end. */
  Answer send(String method, String path, String body, String... headers) throws IOException {
    URI target = URI.create(url);
    byte[] octets = body.getBytes(StandardCharsets.UTF_8);
    StringBuilder head =
        new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n");
    if (octets.length > 0) {
      head.append("Content-Length: " + octets.length + "\r\n");
    }
    List.of(headers).forEach(header -> head.append(header).append("\r\n"));
    try (Socket socket = new Socket(target.getHost(), target.getPort())) {
      socket.setSoTimeout(TIMEOUT_MS);
      socket.getOutputStream().write((head + "\r\n").getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().write(octets);
      return read(socket.getInputStream());
    }
  }

  private static Answer read(InputStream in) throws IOException {
    String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    int end = all.indexOf("\r\n\r\n");
    String head = all.substring(0, end);
    String body = all.substring(end + 4);
    return new Answer(head, head.toLowerCase().contains("chunked") ? dechunked(body) : body);
  }

  private static String dechunked(String chunks) {
    StringBuilder body = new StringBuilder();
    String rest = chunks;
    int size = size(rest);
    while (size > 0) {
      int from = rest.indexOf("\r\n") + 2;
      body.append(rest, from, from + size);
      rest = rest.substring(from + size + 2);
      size = size(rest);
    }
    return body.toString();
  }

  private static int size(String chunks) {
    return Integer.parseInt(chunks.substring(0, chunks.indexOf("\r\n")).trim(), 16);
  }
}
