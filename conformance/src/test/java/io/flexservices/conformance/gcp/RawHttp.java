package io.flexservices.conformance.gcp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;

/** Sends request lines that no HTTP client would send. */
final class RawHttp {
  private RawHttp() {}

  /** An answer: its status, its head, and its body, which is not chunked. */
  record Answer(int status, String head, String body) {}

  static Answer get(URI server, String target) throws IOException {
    return send(
        server, "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
  }

  static Answer send(URI server, String request) throws IOException {
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket.setSoTimeout(30_000);
      socket.getOutputStream().write(request.getBytes(UTF_8));
      String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
      int end = answer.indexOf("\r\n\r\n");
      String head = answer.substring(0, end);
      return new Answer(Integer.parseInt(head.split(" ")[1]), head, answer.substring(end + 4));
    }
  }
}
