package io.flexservices.aws.runtime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A Runtime API of so many octets: each request is answered with the next text, as it is. Where
 * that is {@link #HANG_UP} the connection is closed in place of an answer.
 */
final class StubApi implements AutoCloseable {
  static final String HANG_UP = "hang up";

  private final ServerSocket server;
  private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<Socket> connections = new CopyOnWriteArrayList<>();
  private final Thread thread = new Thread(this::serve, "stub-api");

  private StubApi(ServerSocket server) {
    this.server = server;
  }

  static StubApi answering(String... texts) throws IOException {
    StubApi stub = new StubApi(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    stub.answers.addAll(List.of(texts));
    stub.thread.setDaemon(true);
    stub.thread.start();
    return stub;
  }

  String address() {
    return "127.0.0.1:" + server.getLocalPort();
  }

  /** What came, each a head and a body. */
  List<String> requests() {
    return requests;
  }

  /** How often a connection was made. */
  int connections() {
    return connections.size();
  }

  /** Waits for its thread: one that accepts holds the port open for a moment after the close. */
  @Override
  public void close() throws IOException {
    server.close();
    for (Socket connection : connections) {
      connection.close();
    }
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  static String event(String body, String... headers) {
    String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
    return "HTTP/1.1 200 OK\r\nLambda-Runtime-Aws-Request-Id: request-1\r\n"
        + "Lambda-Runtime-Deadline-Ms: 1767225660000\r\n"
        + more
        + "Content-Length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }

  static String answer(String status, String body) {
    return "HTTP/1.1 " + status + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
  }

  private void serve() {
    try {
      while (true) {
        Socket connection = server.accept();
        connections.add(connection);
        converse(connection);
      }
    } catch (IOException e) {
      // The test is over.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Closes a connection without further ado after the last answer, as a peer that goes away. */
  private void converse(Socket connection) throws IOException, InterruptedException {
    try (connection) {
      while (true) {
        String request = request(connection.getInputStream());
        if (request.isEmpty()) {
          return;
        }
        requests.add(request);
        String answer = answers.take();
        if (answer.equals(HANG_UP)) {
          return;
        }
        connection.getOutputStream().write(answer.getBytes(ISO_8859_1));
        if (answer.contains("Connection: close")) {
          return;
        }
      }
    }
  }

  private static String request(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
      int octet = in.read();
      if (octet < 0) {
        return "";
      }
      head.write(octet);
    }
    String text = head.toString(ISO_8859_1);
    int at = text.indexOf("Content-Length: ");
    int length =
        at < 0 ? 0 : Integer.parseInt(text.substring(at + 16, text.indexOf('\r', at)).strip());
    return text + new String(in.readNBytes(length), ISO_8859_1);
  }
}
