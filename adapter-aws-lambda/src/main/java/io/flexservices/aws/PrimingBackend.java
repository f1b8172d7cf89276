package io.flexservices.aws;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Locale;

/**
 * Stands in for Kinvey's backend while a snapshot is primed, on the loopback interface: has one
 * entity, whatever is asked, and closes every connection, so that none is in the snapshot.
 */
final class PrimingBackend implements AutoCloseable {
  private static final String LENGTH = "content-length:";
  private static final byte[] ANSWER =
      """
      HTTP/1.1 200 OK\r
      Content-Type: application/json\r
      Content-Length: 27\r
      Connection: close\r
      \r
      {"_id":"42","name":"thing"}"""
          .getBytes(ISO_8859_1);

  private final ServerSocket server;

  private PrimingBackend(ServerSocket server) {
    this.server = server;
  }

  /**
   * Listens on any port that is free.
   *
   * @throws IOException where there is none
   */
  static PrimingBackend start() throws IOException {
    PrimingBackend backend =
        new PrimingBackend(new ServerSocket(0, 0, InetAddress.getByName("127.0.0.1")));
    Thread thread = new Thread(backend::serve, "flex-priming");
    thread.setDaemon(true);
    thread.start();
    return backend;
  }

  String url() {
    return "http://127.0.0.1:" + server.getLocalPort();
  }

  /** Ends its thread, too. */
  @Override
  public void close() throws IOException {
    server.close();
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket connection = server.accept()) {
        answer(connection);
      } catch (IOException e) {
        // It was closed, or a caller went away.
      }
    }
  }

  private static void answer(Socket connection) throws IOException {
    InputStream in = new BufferedInputStream(connection.getInputStream());
    int length = 0;
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      if (line.startsWith(LENGTH)) {
        length = Integer.parseInt(line.substring(LENGTH.length()).strip());
      }
    }
    in.skipNBytes(length);
    connection.getOutputStream().write(ANSWER);
  }

  /** In small letters; empty at the end of the head, or of everything. */
  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int octet = in.read(); octet >= 0 && octet != '\n'; octet = in.read()) {
      line.append((char) octet);
    }
    return line.toString().strip().toLowerCase(Locale.ROOT);
  }
}
