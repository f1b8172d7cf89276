package io.flexservices.local.lambda;

import static java.util.Objects.requireNonNull;

import io.flexservices.local.internal.HttpFront;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Lambda on one's own machine, without Docker: a deployable jar runs in a process of its own under
 * the runtime interface client that Lambda itself uses, and answers HTTP on the loopback interface
 * as if it stood behind the chosen event source.
 *
 * <pre>{@code
 * LocalLambdaOptions options =
 *     LocalLambdaOptions.builder(List.of(jar), handler, EventSource.AWS_HTTP).port(9000).build();
 * try (LocalLambda lambda = LocalLambda.start(options)) {
 *   lambda.started().join();
 *   System.out.println(lambda.url());
 * }
 * }</pre>
 *
 * <p>An environment serves one event at a time, or as many as {@link
 * LocalLambdaOptions#maxConcurrency} says; further requests wait. A function that does not answer
 * in time is ended together with its process, and so is one whose process dies; the next request
 * gets a new one. Where an environment serves several events, one that runs out of time ends alone.
 * {@code POST /2015-03-31/functions/function/invocations} takes an event as it is, and with {@code
 * X-Amz-Invocation-Type: Event} puts it into a queue, from which it is tried as Lambda does it; the
 * function finds that address in {@code AWS_ENDPOINT_URL_LAMBDA}. Nothing that was started outlives
 * this process, however that ends.
 *
 * <p>With {@link LocalLambdaOptions#snapStart} a process waits, once it has started and its hooks
 * were called, for the first event to be restored for, as it would in its snapshot.
 *
 * <p>A bundle with a runtime of its own is run by its {@code bootstrap} instead, where {@link
 * LocalLambdaOptions#customRuntime} says so.
 *
 * <p>The runtime interface client brings native code for Linux only. Safe for several threads.
 */
public final class LocalLambda implements AutoCloseable {
  private final EnvironmentPool pool;
  private final AsyncInvocations queue;
  private final HttpFront front;
  private final CompletableFuture<Boolean> started;

  private LocalLambda(
      EnvironmentPool pool,
      AsyncInvocations queue,
      HttpFront front,
      CompletableFuture<Boolean> started) {
    this.pool = pool;
    this.queue = queue;
    this.front = front;
    this.started = started;
  }

  /**
   * Starts listening, and the first environment; does not wait until that is ready.
   *
   * @throws IllegalStateException where the port is taken, or no process can be started; the
   *     message says what to do
   */
  public static LocalLambda start(LocalLambdaOptions options) {
    requireNonNull(options, "options == null");
    ServerProperties.set();
    ClassLoader loader = LocalLambda.class.getClassLoader();
    Clock clock = Clock.systemUTC();
    FunctionCommand command =
        options.customRuntime()
            ? FunctionCommand.ofBundle(options)
            : FunctionCommand.of(options, ClassFiles.ofClient(loader), NativeClient.unpack(loader));
    SignatureCheck signatures = options.verifySignatures() ? signatures(command, clock) : null;
    CompletableFuture<String> url = new CompletableFuture<>();
    EnvironmentPool pool =
        new EnvironmentPool(
            options.concurrency(),
            options.eventsAtOnce(),
            () -> Environment.launch(command.invokedAt(url.join()), options, clock),
            options.log()::println);
    AsyncInvocations queue =
        new AsyncInvocations(
            event -> pool.invoke(event.id(), event.payload()),
            options.asyncRules(),
            clock,
            options.log()::println);
    GatewayCalls gatewayCalls = new GatewayCalls(options, pool, command.function(), clock);
    DirectCalls directCalls = new DirectCalls(pool, queue, signatures, options.platformLimits());
    HttpFront front = listen(options.port(), new LambdaFront(gatewayCalls, directCalls));
    url.complete(url(front));
    try {
      return new LocalLambda(pool, queue, front, pool.warmUp());
    } catch (IOException e) {
      queue.close();
      front.stop();
      throw new IllegalStateException(
          "No process can be started for the function: " + e.getMessage(), e);
    }
  }

  private static SignatureCheck signatures(FunctionCommand command, Clock clock) {
    String id = command.environment().get("AWS_ACCESS_KEY_ID");
    String secret = command.environment().get("AWS_SECRET_ACCESS_KEY");
    if (id == null || secret == null) {
      throw new IllegalStateException(
          "Signatures cannot be verified: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or no"
              + " credentials at all");
    }
    return new SignatureCheck(id, secret, command.function().region(), "lambda", clock);
  }

  private static HttpFront listen(int port, LambdaFront handler) {
    try {
      return HttpFront.listen("127.0.0.1", port, handler);
    } catch (IllegalStateException e) {
      throw new IllegalStateException(
          "Port %d on 127.0.0.1 cannot be listened on; stop what has it, or choose another one"
              .formatted(port),
          e);
    }
  }

  /**
   * Completes with true when the first environment has asked for an event, or is ready for its
   * snapshot; with false when it ended before, which the log explains, and which every request is
   * told with a 502.
   */
  public CompletableFuture<Boolean> started() {
    return started.copy();
  }

  /** The port of the HTTP front. */
  public int port() {
    return front.port();
  }

  /** The address of the HTTP front, for example {@code http://127.0.0.1:9000}. */
  public String url() {
    return url(front);
  }

  /** The asynchronous invocations that were given up, the oldest first. */
  public List<DeadLetter> deadLetters() {
    return queue.deadLetters();
  }

  /**
   * Ends the function's processes at once, answers the requests in flight with 503, and stops. The
   * log names the asynchronous invocations that are not done.
   */
  @Override
  public void close() {
    pool.close();
    queue.close();
    front.stop();
  }

  private static String url(HttpFront front) {
    return "http://127.0.0.1:" + front.port();
  }
}
