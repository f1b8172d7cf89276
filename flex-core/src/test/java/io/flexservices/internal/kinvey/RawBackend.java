package io.flexservices.internal.kinvey;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A server on loopback that does with each request what a test says, bad manners included. */
public final class RawBackend implements AutoCloseable {
  /** What is done with one request. */
  public interface Reply {
    /** Whether the connection stays open. */
    boolean write(InputStream in, OutputStream out) throws IOException;
  }

  public record Request(int connection, String head, Map<String, String> headers, String body) {
    /** The method, the target, decoded, and the body, where there is one. */
    public String line() {
      String line =
          URLDecoder.decode(head.substring(0, head.lastIndexOf(' ')), StandardCharsets.UTF_8);
      return body.isEmpty() ? line : line + " " + body;
    }
  }

  private final ServerSocket server;
  private final Queue<Reply> replies = new ConcurrentLinkedQueue<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private volatile Function<Request, Reply> otherwise =
      request -> answer(200, "X-Default: 1", bytes("{}"));
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicInteger closedByClient = new AtomicInteger();

  public RawBackend() throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    daemon(this::accept);
  }

  RawBackend then(Reply reply) {
    replies.add(reply);
    return this;
  }

  /** What is done with every request that no reply was put there for. */
  public void otherwise(int status, Function<String, String> jsonOfBody) {
    otherwise =
        request ->
            answer(
                status, "Content-Type: application/json", bytes(jsonOfBody.apply(request.body())));
  }

  public RawBackend thenJson(int status, String json) {
    return then(answer(status, "Content-Type: application/json", bytes(json)));
  }

  /** Takes the request and closes the connection. */
  public RawBackend thenDrop() {
    return then((in, out) -> false);
  }

  /** Writes this much and then nothing, until the client goes. */
  RawBackend thenStall(String beginning) {
    return then(
        (in, out) -> {
          out.write(bytes(beginning));
          out.flush();
          try {
            if (in.read() < 0) {
              closedByClient.incrementAndGet();
            }
          } catch (IOException reset) {
            closedByClient.incrementAndGet();
          }
          return false;
        });
  }

  static Reply answer(int status, String headers, byte[] body) {
    return (in, out) -> {
      out.write(
          bytes(
              "HTTP/1.1 %d X\r\n%s\r\nContent-Length: %d\r\n\r\n"
                  .formatted(status, headers, body.length)));
      out.write(body);
      out.flush();
      return true;
    };
  }

  public String url() {
    return "http://127.0.0.1:" + server.getLocalPort();
  }

  public List<Request> requests() {
    return requests;
  }

  /** The only request so far. */
  public Request request() {
    if (requests.size() != 1) {
      throw new AssertionError("Not one request but " + requests);
    }
    return requests.get(0);
  }

  int connections() {
    return connections.get();
  }

  int closedByClient() {
    return closedByClient.get();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        int number = connections.incrementAndGet();
        daemon(() -> serve(socket, number));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket, int number) {
    try (socket) {
      InputStream in = socket.getInputStream();
      OutputStream out = socket.getOutputStream();
      boolean open = true;
      while (open) {
        Request request = read(in, number);
        if (request == null) {
          return;
        }
        requests.add(request);
        Reply reply = replies.poll();
        open = (reply == null ? otherwise.apply(request) : reply).write(in, out);
      }
    } catch (IOException e) {
      // The client went.
    }
  }

  private static Request read(InputStream in, int number) throws IOException {
    String head = line(in);
    if (head == null) {
      return null;
    }
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line = line(in); line != null && !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.put(line.substring(0, colon), line.substring(colon + 1).trim());
    }
    int length = Integer.parseInt(headers.getOrDefault("Content-Length", "0"));
    return new Request(
        number, head, headers, new String(in.readNBytes(length), StandardCharsets.UTF_8));
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        return null;
      }
      if (c != '\r') {
        line.write(c);
      }
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "raw-backend");
    thread.setDaemon(true);
    thread.start();
  }
}
