package io.flexservices.aws.runtime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/**
 * Requests of HTTP/1.1, one after the other, over a connection that is kept and made anew where the
 * peer has closed it. For one thread.
 *
 * <p>Made for a peer on the same machine: no time-outs, no proxies, no TLS. It loads far less than
 * any of the JDK's clients, which is why it is here.
 */
final class HttpConnection implements Closeable {
  /** A request up to that is one packet, or few; what is longer is not copied. */
  private static final int ONE_WRITE = 16_384;

  private final String host;
  private final int port;
  private @Nullable Socket socket;
  private @Nullable AnswerReader reader;

  HttpConnection(String host, int port) {
    this.host = host;
    this.port = port;
  }

  /**
   * Sends a request and waits for the answer, for as long as it takes. Where a connection that was
   * kept turns out to be closed, with nothing of an answer, the request is sent once more over a
   * new one.
   *
   * @param headers lines of further headers, each with its end
   * @param body its first {@code length} octets are sent
   * @throws IOException where there is no connection, or no answer on a new one, or no proper one;
   *     the message says which
   */
  HttpAnswer send(String method, String path, String headers, byte[] body, int length)
      throws IOException {
    byte[] head =
        (method
                + " "
                + path
                + " HTTP/1.1\r\nHost: "
                + host
                + ":"
                + port
                + "\r\n"
                + headers
                + (method.equals("POST") ? "Content-Length: " + length + "\r\n\r\n" : "\r\n"))
            .getBytes(ISO_8859_1);
    boolean wasKept = socket != null;
    HttpAnswer answer = exchange(head, body, length);
    if (answer == null && wasKept) {
      answer = exchange(head, body, length);
    }
    if (answer == null) {
      throw new IOException(host + ":" + port + " closed the connection without an answer");
    }
    return answer;
  }

  @Override
  public void close() throws IOException {
    Socket open = socket;
    socket = null;
    reader = null;
    if (open != null) {
      open.close();
    }
  }

  /** Null where the connection was closed before an answer began. */
  private @Nullable HttpAnswer exchange(byte[] head, byte[] body, int length) throws IOException {
    boolean ends = true;
    try {
      AnswerReader answers = reader;
      Socket open = socket;
      if (answers == null || open == null) {
        open = connect();
        answers = new AnswerReader(open.getInputStream());
        socket = open;
        reader = answers;
      }
      write(open.getOutputStream(), head, body, length);
      HttpAnswer answer = answers.read();
      ends = answer == null || answer.endsConnection();
      return answer;
    } finally {
      if (ends) {
        close();
      }
    }
  }

  private Socket connect() throws IOException {
    Socket made = new Socket();
    try {
      made.setTcpNoDelay(true);
      made.connect(new InetSocketAddress(host, port));
      return made;
    } catch (IOException e) {
      made.close();
      throw new IOException("No connection to " + host + ":" + port + ": " + e.getMessage(), e);
    }
  }

  /** A peer may refuse and close before it has read all, so what fails here may have an answer. */
  private static void write(OutputStream out, byte[] head, byte[] body, int length) {
    try {
      if (head.length + length <= ONE_WRITE) {
        byte[] both = new byte[head.length + length];
        System.arraycopy(head, 0, both, 0, head.length);
        System.arraycopy(body, 0, both, head.length, length);
        out.write(both);
      } else {
        out.write(head);
        out.write(body, 0, length);
      }
    } catch (IOException e) {
      // The reader finds an answer, or the same end.
    }
  }
}
