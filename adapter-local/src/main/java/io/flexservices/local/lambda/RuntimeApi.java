package io.flexservices.local.lambda;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.flexservices.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingDeque;
import org.jspecify.annotations.Nullable;

/**
 * Lambda's Runtime API, version 2018-06-01, for one environment: the function's process asks here
 * for events and brings its answers. Source: Lambda's developer guide, "Using the Lambda runtime
 * API"; of what belongs to snapshots, aws-lambda-java-runtime-interface-client 2.9.0, {@code
 * LambdaRuntimeApiClientImpl}.
 */
final class RuntimeApi implements AutoCloseable {
  private static final String BASE = "/2018-06-01/runtime/";
  private static final String INVOCATION = BASE + "invocation/";
  private static final byte[] ACCEPTED = Json.bytes(Map.of("status", "OK"));

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool(RuntimeApi::daemon);
  private final BlockingDeque<Invocation> events = new LinkedBlockingDeque<>();
  private final Map<String, Invocation> running = new ConcurrentHashMap<>();
  private final EnvironmentState state;
  private final Freezer freezer;
  private final FunctionIdentity function;
  private final Duration timeout;
  private final Clock clock;

  private RuntimeApi(
      HttpServer server,
      EnvironmentState state,
      Freezer freezer,
      FunctionIdentity function,
      Duration timeout,
      Clock clock) {
    this.server = server;
    this.state = state;
    this.freezer = freezer;
    this.function = function;
    this.timeout = timeout;
    this.clock = clock;
  }

  /**
   * Listens on a free port of the loopback interface.
   *
   * @param state who is told when the process asks for the first event or cannot start
   * @param freezer is told when the process asks and is given something
   * @param function whom events are for
   * @param timeout how long the function has for an event
   */
  static RuntimeApi listen(
      EnvironmentState state,
      Freezer freezer,
      FunctionIdentity function,
      Duration timeout,
      Clock clock)
      throws IOException {
    InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    RuntimeApi api =
        new RuntimeApi(HttpServer.create(anyPort, 0), state, freezer, function, timeout, clock);
    api.server.setExecutor(api.threads);
    api.server.createContext("/", api::handle);
    api.server.start();
    return api;
  }

  /** The value of {@code AWS_LAMBDA_RUNTIME_API}. */
  String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** Gives the process an event when it asks for the next one. */
  void offer(Invocation invocation) {
    events.add(invocation);
  }

  /** Closes all connections, at once. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      switch (exchange.getRequestMethod() + " " + path) {
        case "GET " + INVOCATION + "next" -> next(exchange);
        case "POST " + BASE + "init/error" -> {
          state.failedToStart(exchange.getRequestBody().readAllBytes());
          send(exchange, 202, ACCEPTED);
        }
        case "GET " + BASE + "restore/next" -> restore(exchange);
        case "POST " + BASE + "restore/error" -> {
          state.failedToRestore(exchange.getRequestBody().readAllBytes());
          send(exchange, 202, ACCEPTED);
        }
        default -> ofInvocation(exchange, path);
      }
    }
  }

  /** Holds the request until there is an event, as long as that takes. */
  private void next(HttpExchange exchange) throws IOException {
    Invocation invocation = await();
    if (invocation == null) {
      return;
    }
    running.put(invocation.id(), invocation);
    freezer.given();
    invocation.take();
    var headers = exchange.getResponseHeaders();
    headers.set("Lambda-Runtime-Aws-Request-Id", invocation.id());
    headers.set("Lambda-Runtime-Deadline-Ms", Long.toString(clock.millis() + timeout.toMillis()));
    headers.set("Lambda-Runtime-Invoked-Function-Arn", function.arn());
    headers.set("Lambda-Runtime-Trace-Id", traceId());
    send(exchange, 200, invocation.event());
  }

  /**
   * Holds the process where Lambda takes its snapshot, until there is an event, for which Lambda
   * would restore it. It goes on as it is: nothing is stored here, and no time passes in between.
   */
  private void restore(HttpExchange exchange) throws IOException {
    Invocation first = await();
    if (first == null) {
      return;
    }
    events.addFirst(first);
    freezer.given();
    first.take();
    send(exchange, 200, new byte[0]);
  }

  /** The next event, as soon as there is one; null where this ends before. */
  private @Nullable Invocation await() {
    state.polled();
    try {
      Invocation invocation = events.poll();
      if (invocation == null) {
        freezer.asked();
        invocation = events.take();
      }
      return invocation;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  private void ofInvocation(HttpExchange exchange, String path) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    if (!exchange.getRequestMethod().equals("POST") || !path.startsWith(INVOCATION)) {
      refuse(exchange, 404, "NotFound", "The Runtime API has no such path");
      return;
    }
    int slash = path.lastIndexOf('/');
    Result result = result(path.substring(slash + 1), body);
    Invocation invocation =
        slash < INVOCATION.length()
            ? null
            : running.remove(path.substring(INVOCATION.length(), slash));
    if (invocation == null || result == null) {
      refuse(exchange, 400, "InvalidRequestID", "There is no such invocation");
      return;
    }
    // The caller gets the answer now; the process is free again when it asks for the next event.
    invocation.end(result);
    send(exchange, 202, ACCEPTED);
  }

  private static @Nullable Result result(String word, byte[] body) {
    return switch (word) {
      case "response" -> new Result.Answer(body);
      case "error" -> new Result.Failure(Result.Kind.ERROR, body);
      default -> null;
    };
  }

  private static void refuse(HttpExchange exchange, int status, String type, String message)
      throws IOException {
    send(exchange, status, Json.bytes(Map.of("errorType", type, "errorMessage", message)));
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  /** A trace that is not sampled, in the form of X-Ray. */
  private String traceId() {
    String random = UUID.randomUUID().toString().replace("-", "");
    return "Root=1-%08x-%s;Parent=%s;Sampled=0"
        .formatted(clock.instant().getEpochSecond(), random.substring(0, 24), random.substring(16));
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "lambda-runtime-api");
    thread.setDaemon(true);
    return thread;
  }
}
