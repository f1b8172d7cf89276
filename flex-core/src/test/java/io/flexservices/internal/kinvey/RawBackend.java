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
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
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

  /** Says that the connection is to be reset. */
  static final class Reset extends IOException {}

  private final ServerSocket server;
  private final Queue<Reply> replies = new ConcurrentLinkedQueue<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private volatile Function<Request, Reply> otherwise =
      request -> answer(200, "X-Default: 1", bytes("{}"));
  private final AtomicInteger connections = new AtomicInteger();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean bodyIsRefused;
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

  /** What is done with every request that no reply was put there for. */
  void otherwise(Function<Request, Reply> reply) {
    otherwise = reply;
  }

  public RawBackend thenJson(int status, String json) {
    return then(answer(status, "Content-Type: application/json", bytes(json)));
  }

  /** Takes the request and closes the connection. */
  public RawBackend thenDrop() {
    return then((in, out) -> false);
  }

  /** Writes this much and tears the connection down, so that the client sees a reset. */
  RawBackend thenReset(String beginning) {
    return then(
        (in, out) -> {
          out.write(bytes(beginning));
          throw new Reset();
        });
  }

  /** Answers and closes the connection, though it does not say that it will. */
  RawBackend thenJsonAndClose(int status, String json) {
    Reply answer = answer(status, "Content-Type: application/json", bytes(json));
    return then((in, out) -> !answer.write(in, out));
  }

  /** Writes this much and then nothing, until the client goes. */
  RawBackend thenStall(String beginning) {
    return then(
        (in, out) -> {
          out.write(bytes(beginning));
          out.flush();
          awaitClient(in);
          return false;
        });
  }

  /** Writes this much and then, slowly and without an end, blanks, until the client goes. */
  RawBackend thenTrickle(String beginning) {
    return then(
        (in, out) -> {
          out.write(bytes(beginning));
          try {
            while (true) {
              out.write(' ');
              out.flush();
              Thread.sleep(20);
            }
          } catch (IOException | InterruptedException gone) {
            closedByClient.incrementAndGet();
          }
          return false;
        });
  }

  private void awaitClient(InputStream in) {
    try {
      if (in.read() < 0) {
        closedByClient.incrementAndGet();
      }
    } catch (IOException reset) {
      closedByClient.incrementAndGet();
    }
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

  /** How many connections neither side has closed. */
  int openConnections() {
    return open.size();
  }

  /** Whether connections are reset when the head of a request is read, and its body is not. */
  void refuseBodies(boolean refuse) {
    bodyIsRefused = refuse;
  }

  /** Drops the replies that nobody asked for. */
  void forgetReplies() {
    replies.clear();
  }

  int closedByClient() {
    return closedByClient.get();
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : open) {
      socket.close();
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        open.add(socket);
        int number = connections.incrementAndGet();
        daemon(() -> serve(socket, number));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket, int number) {
    try (socket) {
      try {
        serve(socket.getInputStream(), socket.getOutputStream(), number);
      } catch (Reset e) {
        socket.setSoLinger(true, 0);
      }
    } catch (IOException e) {
      // The client went.
    } finally {
      open.remove(socket);
    }
  }

  private void serve(InputStream in, OutputStream out, int number) throws IOException {
    boolean isOpen = true;
    while (isOpen) {
      Request request = read(in, number);
      if (request == null) {
        return;
      }
      requests.add(request);
      if (bodyIsRefused) {
        throw new Reset();
      }
      Reply reply = replies.poll();
      isOpen = (reply == null ? otherwise.apply(request) : reply).write(in, out);
    }
  }

  private Request read(InputStream in, int number) throws IOException {
    String head = line(in);
    if (head == null) {
      return null;
    }
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line = line(in); line != null && !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.put(line.substring(0, colon), line.substring(colon + 1).trim());
    }
    int length = bodyIsRefused ? 0 : Integer.parseInt(headers.getOrDefault("Content-Length", "0"));
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
