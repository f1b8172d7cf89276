package io.flexservices.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * A port of this machine that refuses connections for as long as this is open: it is taken, so that
 * no other process can listen on it, and nobody does.
 */
public final class RefusingPort implements AutoCloseable {
  private final Socket taken = new Socket();

  public RefusingPort() throws IOException {
    taken.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0));
  }

  public String url() {
    return "http://127.0.0.1:" + taken.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    taken.close();
  }
}
