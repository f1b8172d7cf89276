package io.flexservices.benchmarks.server;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks a server over connections that stay open, each of which sends its next request when its last
 * one was answered. One thread does it all, which leaves the server most of two processors. Every
 * answer has to be like the first one of its connection, which is checked in full.
 */
final class Load {
  /** No server may keep a connection waiting that long. */
  private static final long PATIENCE_MS = 30_000;

  private final int port;
  private final MeasuredRequest request;
  private final int connections;

  Load(int port, MeasuredRequest request, int connections) {
    this.port = port;
    this.request = request;
    this.connections = connections;
  }

  /** Keeps it up for some time. */
  Sample run(Duration time) throws IOException {
    List<Connection> open = new ArrayList<>();
    try (Selector selector = Selector.open()) {
      for (int i = 0; i < connections; i++) {
        open.add(Connection.open(port, request.bytes(), selector));
      }
      int length = first(open, selector);
      return run(open, selector, length, time);
    } finally {
      for (Connection connection : open) {
        connection.close();
      }
    }
  }

  /** The length of every body. */
  private int first(List<Connection> open, Selector selector) throws IOException {
    List<Integer> lengths = new ArrayList<>();
    for (Connection connection : open) {
      connection.send();
      await(selector, connection);
      request.check(connection.answer().answer());
      lengths.add(connection.answer().bodyLength());
    }
    return lengths.get(0);
  }

  private static void await(Selector selector, Connection connection) throws IOException {
    boolean complete = false;
    while (!complete) {
      select(selector);
      selector.selectedKeys().clear();
      complete = connection.receive();
    }
  }

  private Sample run(List<Connection> open, Selector selector, int length, Duration time)
      throws IOException {
    Sample.Recorder recorder = new Sample.Recorder();
    long begin = System.nanoTime();
    for (Connection connection : open) {
      connection.send();
    }
    int busy = connections;
    while (busy > 0) {
      select(selector);
      boolean over = System.nanoTime() - begin >= time.toNanos();
      for (SelectionKey key : selector.selectedKeys()) {
        Connection connection = (Connection) key.attachment();
        if (connection.receive()) {
          recorder.add(connection.waited());
          check(connection.answer(), length);
          if (over) {
            busy--;
          } else {
            connection.send();
          }
        }
      }
      selector.selectedKeys().clear();
    }
    return recorder.sample(System.nanoTime() - begin);
  }

  private static void select(Selector selector) throws IOException {
    if (selector.select(PATIENCE_MS) == 0) {
      throw new IOException("The server does not answer");
    }
  }

  private void check(AnswerBuffer answer, int length) {
    if (answer.status() != 200 || answer.bodyLength() != length) {
      throw new IllegalStateException(request.name() + " is answered with " + answer.answer());
    }
  }
}
