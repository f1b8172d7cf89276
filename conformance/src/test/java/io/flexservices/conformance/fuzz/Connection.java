package io.flexservices.conformance.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A connection to a local server, made again where the server ends it. For one thread. */
final class Connection implements AutoCloseable {
  private static final int TIMEOUT_MS = 60_000;

  private final int port;
  private @Nullable Socket socket;
  private InputStream in = InputStream.nullInputStream();

  Connection(int port) {
    this.port = port;
  }

  /**
   * Sends a request that is well framed, and checks its answer. As any client does, it sends it
   * again where the server has ended a connection that served before.
   */
  void send(byte[] request) throws IOException {
    if (socket == null || !sent(request)) {
      close();
      if (!sent(request)) {
        throw new IOException("The server ends the connection without an answer");
      }
    }
    if (!answer(isHead(request))) {
      close();
    }
  }

  private boolean sent(byte[] request) throws IOException {
    try {
      open().getOutputStream().write(request);
      return hasAnswer();
    } catch (SocketException e) {
      return false;
    }
  }

  private boolean hasAnswer() throws IOException {
    in.mark(1);
    boolean has = in.read() >= 0;
    in.reset();
    return has;
  }

  /** Sends bytes of any kind, ends them, and checks what comes back before the end, if anything. */
  void sendOnce(byte[] bytes) throws IOException {
    close();
    try {
      Socket open = open();
      open.getOutputStream().write(bytes);
      open.shutdownOutput();
      if (hasAnswer()) {
        answer(isHead(bytes));
      }
    } catch (SocketException e) {
      // The server has ended a connection whose rest it does not want to read.
    } finally {
      close();
    }
  }

  private static boolean isHead(byte[] request) {
    return new String(request, 0, Math.min(5, request.length), StandardCharsets.ISO_8859_1)
        .equals("HEAD ");
  }

  @Override
  public void close() throws IOException {
    if (socket != null) {
      socket.close();
      socket = null;
    }
  }

  private Socket open() throws IOException {
    if (socket == null) {
      socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setSoTimeout(TIMEOUT_MS);
      socket.setTcpNoDelay(true);
      in = new BufferedInputStream(socket.getInputStream());
    }
    return socket;
  }

  /** Reads an answer; says whether the connection goes on. */
  private boolean answer(boolean isHead) throws IOException {
    String[] status = line().split(" ", 3);
    assertThat(status[0]).isEqualTo("HTTP/1.1");
    Map<String, String> headers = new TreeMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    String body = isHead ? "" : new String(in.readNBytes(length), StandardCharsets.UTF_8);
    assertThat(headers).doesNotContainKey("transfer-encoding");
    int code = Integer.parseInt(status[1]);
    AnswerRules.check(code, headers, body);
    // What the server cannot even read it answers with a body, also where it was a HEAD.
    boolean isClear = !isHead || code != 400;
    return isClear && !"close".equalsIgnoreCase(headers.get("connection"));
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("The connection ends within \"" + line + "\"");
      }
      line.append((char) c);
    }
    return line.toString().stripTrailing();
  }
}
