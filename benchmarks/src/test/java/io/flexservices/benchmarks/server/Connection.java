package io.flexservices.benchmarks.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** A connection that stays open and has one request on its way at a time. For one thread. */
final class Connection implements AutoCloseable {
  private final SocketChannel channel;
  private final ByteBuffer request;
  private final AnswerBuffer answer = new AnswerBuffer();
  private long sentAt;

  private Connection(SocketChannel channel, byte[] request) {
    this.channel = channel;
    this.request = ByteBuffer.allocateDirect(request.length).put(request);
  }

  /** Connects to a port of this machine; a selector tells when something came. */
  static Connection open(int port, byte[] request, Selector selector) throws IOException {
    SocketChannel channel =
        SocketChannel.open(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.configureBlocking(false);
    Connection connection = new Connection(channel, request);
    channel.register(selector, SelectionKey.OP_READ, connection);
    return connection;
  }

  /** Sends the request once more; the answer to the one before has come. */
  void send() throws IOException {
    answer.clear();
    request.flip();
    sentAt = System.nanoTime();
    channel.write(request);
    if (request.hasRemaining()) {
      throw new IOException("A request of " + request.limit() + " bytes is not taken at once");
    }
  }

  /** Reads what is there; whether the answer is complete. */
  boolean receive() throws IOException {
    return answer.readFrom(channel);
  }

  /** The answer, once it is complete. */
  AnswerBuffer answer() {
    return answer;
  }

  /** The nanoseconds since the request was sent. */
  long waited() {
    return System.nanoTime() - sentAt;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
