package io.flexservices.aws.runtime.measure;

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

/** A Runtime API that costs next to nothing, and takes the time at which answers come. */
final class EventServer implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 120;

  private final ServerSocket server;
  private final BlockingQueue<byte[]> events = new LinkedBlockingQueue<>();
  private final BlockingQueue<Long> answers = new LinkedBlockingQueue<>();
  private volatile long given;

  private EventServer(ServerSocket server) {
    this.server = server;
  }

  static EventServer start() throws IOException {
    EventServer events = new EventServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    daemon(events::accept);
    return events;
  }

  String address() {
    return "127.0.0.1:" + server.getLocalPort();
  }

  /** Hands out an event, and waits for its answer; gives its time in nanoseconds. */
  long serve(byte[] event) throws InterruptedException {
    events.add(event);
    Long answered = answers.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (answered == null) {
      throw new IllegalStateException("No answer within " + PATIENCE_SECONDS + " seconds");
    }
    return answered;
  }

  /** When the last event was handed out. */
  long given() {
    return given;
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
      InputStream in = new BufferedInputStream(connection.getInputStream());
      while (true) {
        String head = head(in);
        long now = System.nanoTime();
        if (head.startsWith("GET")) {
          byte[] event = events.take();
          given = System.nanoTime();
          connection.getOutputStream().write(answer(event));
        } else {
          in.readNBytes(length(head));
          answers.add(now);
          connection
              .getOutputStream()
              .write("HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n".getBytes(ISO_8859_1));
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
    while (head.indexOf("\r\n\r\n") < 0) {
      int octet = in.read();
      if (octet < 0) {
        throw new IOException("closed");
      }
      head.append((char) octet);
    }
    return head.toString();
  }

  private static int length(String head) {
    String lower = head.toLowerCase(Locale.ROOT);
    int at = lower.indexOf("content-length:");
    return at < 0 ? 0 : Integer.parseInt(lower.substring(at + 15, lower.indexOf('\r', at)).strip());
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "events");
    thread.setDaemon(true);
    thread.start();
  }
}
