package io.flexservices.internal.kinvey;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The JDK's habit of sending a POST a second time where the connection closes before the answer. A
 * system property switches it off, which the JDK reads once, when the first connection of the
 * process is made: who made it may have been anyone. So the property is set and then tried, on a
 * connection that this class itself closes.
 *
 * <p>What stays is another habit: where a request could not be written to its end, the JDK begins
 * it once more on a new connection. No backend acts on a request without its end, so that does no
 * harm.
 */
final class PostRetry {
  private static final int PATIENCE_MS = 2_000;

  private PostRetry() {}

  /** Switches it off; false where it is too late for that, or where that cannot be told. */
  static boolean switchOff() {
    System.setProperty("sun.net.http.retryPost", "false");
    try (ServerSocket server = new ServerSocket(0, 2, InetAddress.getLoopbackAddress())) {
      AtomicInteger requests = new AtomicInteger();
      // A thread of its own: the caller may hold the last one there is for calls.
      Thread probe = new Thread(() -> closeAll(server, requests), "flex-probe");
      probe.setDaemon(true);
      probe.start();
      post(server);
      return requests.get() == 1;
    } catch (IOException e) {
      return false;
    }
  }

  /** Takes requests and closes their connections until the server is closed. */
  private static void closeAll(ServerSocket server, AtomicInteger requests) {
    while (true) {
      try (Socket connection = server.accept()) {
        connection.setSoTimeout(PATIENCE_MS);
        requests.incrementAndGet();
        connection.getInputStream().read(new byte[1_024]);
      } catch (IOException e) {
        if (server.isClosed()) {
          return;
        }
      }
    }
  }

  /** Returns when the JDK gives up, thus after every attempt. */
  private static void post(ServerSocket server) throws IOException {
    URI uri =
        URI.create(
            "http://"
                + (server.getInetAddress().getAddress().length == 4 ? "127.0.0.1" : "[::1]")
                + ":"
                + server.getLocalPort()
                + "/");
    HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection(Proxy.NO_PROXY);
    connection.setRequestMethod("POST");
    connection.setConnectTimeout(PATIENCE_MS);
    connection.setReadTimeout(PATIENCE_MS);
    connection.setDoOutput(true);
    connection.getOutputStream().write("{}".getBytes(StandardCharsets.UTF_8));
    try {
      connection.getResponseCode();
    } catch (IOException expected) {
      // There never is an answer.
    }
  }
}
