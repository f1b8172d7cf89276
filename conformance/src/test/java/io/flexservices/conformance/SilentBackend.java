package io.flexservices.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;

/** Takes one call and never answers; tells when the caller hangs up. */
final class SilentBackend implements AutoCloseable {
  private final ServerSocket server;
  private final CountDownLatch called = new CountDownLatch(1);
  private final CountDownLatch hungUp = new CountDownLatch(1);

  SilentBackend() throws IOException {
    server = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
    Thread thread = new Thread(this::serve, "silent-backend");
    thread.setDaemon(true);
    thread.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getLocalPort();
  }

  boolean wasCalled() {
    return called.getCount() == 0;
  }

  boolean wasHungUpOn() {
    return hungUp.getCount() == 0;
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private void serve() {
    try (Socket socket = server.accept();
        InputStream in = socket.getInputStream()) {
      if (in.read() >= 0) {
        called.countDown();
        in.transferTo(OutputStream.nullOutputStream());
        hungUp.countDown();
      }
    } catch (IOException e) {
      // A reset is as good as an end; what the test itself closes was not called.
      hungUp.countDown();
    }
  }
}
