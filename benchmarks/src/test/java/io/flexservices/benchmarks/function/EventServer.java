package io.flexservices.benchmarks.function;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A Runtime API for one function, which costs next to nothing, and the same for all: it takes the
 * time right before an event is written, and when its answer is read.
 */
final class EventServer implements AutoCloseable {
  private static final byte[] ACCEPTED =
      "HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n".getBytes(ISO_8859_1);

  private final ServerSocket server;
  private final BlockingQueue<byte[]> events = new LinkedBlockingQueue<>();
  private final BlockingQueue<Served> answers = new LinkedBlockingQueue<>();
  private volatile long given;

  private EventServer(ServerSocket server) {
    this.server = server;
  }

  /**
   * An event that was answered.
   *
   * @param given when it was handed out, by {@link System#nanoTime}
   * @param answered when the answer was there
   */
  record Served(long given, long answered, byte[] answer) {
    double microseconds() {
      return (answered - given) / 1e3;
    }
  }

  static EventServer start() throws IOException {
    EventServer events = new EventServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    daemon(events::accept);
    return events;
  }

  String address() {
    return "127.0.0.1:" + server.getLocalPort();
  }

  /** Hands an event to the function as soon as it asks for one. */
  void offer(byte[] event) {
    events.add(event);
  }

  /** Waits for an answer; null where none came in that time. */
  @Nullable Served await(long milliseconds) throws InterruptedException {
    return answers.poll(milliseconds, TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private void accept() {
    try {
      while (true) {
        Socket connection = server.accept();
        connection.setTcpNoDelay(true);
        daemon(() -> converse(connection));
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private void converse(Socket connection) {
    try (connection) {
      InputStream in = new BufferedInputStream(connection.getInputStream(), 1 << 16);
      while (true) {
        String head = head(in);
        if (head.startsWith("GET")) {
          byte[] answer = answer(events.take());
          given = System.nanoTime();
          connection.getOutputStream().write(answer);
        } else {
          byte[] answer = in.readNBytes(length(head));
          answers.add(new Served(given, System.nanoTime(), answer));
          connection.getOutputStream().write(ACCEPTED);
        }
      }
    } catch (IOException e) {
      // The process was ended.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static byte[] answer(byte[] event) {
    byte[] head =
        ("HTTP/1.1 200 OK\r\nLambda-Runtime-Aws-Request-Id: request\r\nLambda-Runtime-Deadline-Ms: "
                + (System.currentTimeMillis() + 60_000)
                + "\r\nLambda-Runtime-Invoked-Function-Arn:"
                + " arn:aws:lambda:us-east-1:123456789012:function:function\r\nLambda-Runtime-Trace-Id: Root=1-0;Sampled=0\r\n"
                + "Content-Type: application/json\r\nContent-Length: "
                + event.length
                + "\r\n\r\n")
            .getBytes(ISO_8859_1);
    byte[] all = new byte[head.length + event.length];
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(event, 0, all, head.length, event.length);
    return all;
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    int ends = 0;
    while (ends < 2) {
      int octet = in.read();
      if (octet < 0) {
        throw new IOException("closed");
      }
      head.append((char) octet);
      if (octet != '\r') {
        ends = octet == '\n' ? ends + 1 : 0;
      }
    }
    return head.toString();
  }

  private static int length(String head) {
    String lower = head.toLowerCase(Locale.ROOT);
    int at = lower.indexOf("content-length:");
    if (at < 0) {
      throw new IllegalStateException("An answer without a length: " + head);
    }
    return Integer.parseInt(lower.substring(at + 15, lower.indexOf('\r', at)).strip());
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "events");
    thread.setDaemon(true);
    thread.start();
  }
}
