package io.flexservices.testkit;

import static java.util.Objects.requireNonNull;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * A stand-in for Kinvey's backend, for handlers that use stores, email or push: a real HTTP server
 * on this machine that keeps what it is asked and answers what the test says.
 *
 * <pre>{@code
 * try (FakeBackend backend = FakeBackend.start()) {
 *   backend.on("GET", "/appdata/kid_test/books/1", FakeAnswer.json(200, Map.of("_id", "1")));
 *   FlexTestClient client = FlexTestClient.of(new BookService()).withBackend(backend);
 *
 *   client.function("lend").entityId("1").send();
 *
 *   assertThat(backend.calls()).extracting(FakeCall::line)
 *       .containsExactly("GET /appdata/kid_test/books/1", "PUT /appdata/kid_test/books/1");
 * }
 * }</pre>
 *
 * <p>A call gets the next answer of {@link #then}; where none is left, that of {@link #on} for its
 * method and path; else that of {@link #otherwise}, which without further words is an error that
 * names the call. Routes are those of Kinvey's REST API: {@code /appdata/:appKey/:collection/:id},
 * {@code /user/:appKey/:id}, {@code /rpc/:appKey/custom/:endpoint} and so on; the app key is {@code
 * kid_test} unless {@link TestRequest#appMetadata} names another.
 *
 * <p>Safe to use from several threads. To be closed: its thread keeps a process from ending.
 */
public final class FakeBackend implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool(FakeBackend::daemon);
  private final Queue<FakeAnswer> next = new ConcurrentLinkedQueue<>();
  private final Map<String, FakeAnswer> byLine = new ConcurrentHashMap<>();
  private final List<FakeCall> calls = new CopyOnWriteArrayList<>();
  private volatile Function<FakeCall, FakeAnswer> otherwise = FakeBackend::missing;

  private FakeBackend(HttpServer server) {
    this.server = server;
    server.setExecutor(threads);
    server.createContext("/", exchange -> FakeExchange.serve(exchange, this::answer));
    server.start();
  }

  /**
   * Starts a backend on a port of this machine that is free.
   *
   * @throws UncheckedIOException where it cannot listen
   */
  public static FakeBackend start() {
    try {
      InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0);
      return new FakeBackend(HttpServer.create(anyPort, 0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its address, which is what Kinvey names {@code baasUrl}. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Answers one call, whatever it is, after those that were said so before. */
  public FakeBackend then(FakeAnswer answer) {
    next.add(requireNonNull(answer, "answer == null"));
    return this;
  }

  /**
   * Answers every call of a method and path.
   *
   * @param path encoded as it is sent, without a query string, which does not count
   */
  public FakeBackend on(String method, String path, FakeAnswer answer) {
    requireNonNull(method, "method == null");
    requireNonNull(path, "path == null");
    byLine.put(method + " " + path, requireNonNull(answer, "answer == null"));
    return this;
  }

  /**
   * Answers every call that nothing else was said about.
   *
   * @param answers called on threads of the server, several at once; what it throws is answered as
   *     an error of status 500
   */
  public FakeBackend otherwise(Function<FakeCall, FakeAnswer> answers) {
    otherwise = requireNonNull(answers, "answers == null");
    return this;
  }

  /** The calls so far, in the order in which they came. */
  public List<FakeCall> calls() {
    return List.copyOf(calls);
  }

  /** Forgets the calls so far, and what {@link #then} said and nobody got. */
  public void reset() {
    next.clear();
    calls.clear();
  }

  /** Stops it; calls that are not answered yet fail. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private FakeAnswer answer(FakeCall call) {
    calls.add(call);
    FakeAnswer first = next.poll();
    FakeAnswer answer = first == null ? byLine.get(call.line()) : first;
    return answer == null ? otherwise.apply(call) : answer;
  }

  private static FakeAnswer missing(FakeCall call) {
    return FakeAnswer.json(
        501,
        Map.of(
            "error",
            "FakeBackendHasNoAnswer",
            "description",
            "The test says no answer to " + call.line()));
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "fake-backend");
    thread.setDaemon(true);
    return thread;
  }
}
