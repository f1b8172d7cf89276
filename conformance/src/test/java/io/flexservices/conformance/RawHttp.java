package io.flexservices.conformance;

import io.flexservices.json.Json;
import io.flexservices.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Sends requests as they are, also those that a well-behaved client refuses to send.
 *
 * @param url the target
 */
public record RawHttp(String url) {
  private static final int TIMEOUT_MS = 60_000;

  /**
   * An answer.
   *
   * @param head the status line and the headers
   * @param octets the body, not chunked any more
   */
  public record Answer(String head, byte[] octets) {
    /** The status. */
    public int status() {
      return Integer.parseInt(head.substring(9, 12));
    }

    /** The body as text. */
    public String body() {
      return new String(octets, StandardCharsets.UTF_8);
    }

    /** The body as an object. */
    @SuppressWarnings("unchecked") // the keys of a JSON object are strings
    public JsonObject json() {
      return JsonObject.of((Map<String, ?>) Objects.requireNonNull(Json.parse(body())));
    }

    /** The first value of a header; empty where there is none. */
    public String header(String name) {
      return head.lines()
          .filter(
              line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
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
  public Answer send(String method, String path, String body, String... headers)
      throws IOException {
    return send(method, path, body.getBytes(StandardCharsets.UTF_8), List.of(headers));
  }

  /** Sends a request that ends the connection, and reads to its end. */
  public Answer send(String method, String path, byte[] body, List<String> headers)
      throws IOException {
    StringBuilder head =
        new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n");
    if (body.length > 0) {
      head.append("Content-Length: " + body.length + "\r\n");
    }
    headers.forEach(header -> head.append(header).append("\r\n"));
    URI target = URI.create(url);
    try (Socket socket = new Socket(target.getHost(), target.getPort())) {
      socket.setSoTimeout(TIMEOUT_MS);
      socket.getOutputStream().write((head + "\r\n").getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().write(body);
      return read(socket.getInputStream().readAllBytes());
    }
  }

  private static Answer read(byte[] all) {
    String text = new String(all, StandardCharsets.ISO_8859_1);
    int end = text.indexOf("\r\n\r\n");
    String head = text.substring(0, end);
    boolean chunked = head.toLowerCase(Locale.ROOT).contains("transfer-encoding: chunked");
    return new Answer(
        head, chunked ? dechunked(text, end + 4) : Arrays.copyOfRange(all, end + 4, all.length));
  }

  private static byte[] dechunked(String text, int start) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    int from = start;
    while (true) {
      int lineEnd = text.indexOf("\r\n", from);
      int size = Integer.parseInt(text.substring(from, lineEnd).trim(), 16);
      if (size == 0) {
        return body.toByteArray();
      }
      int chunk = lineEnd + 2;
      body.writeBytes(text.substring(chunk, chunk + size).getBytes(StandardCharsets.ISO_8859_1));
      from = chunk + size + 2;
    }
  }
}
