package io.flexservices.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.FlexOptions;
import io.flexservices.completion.Outcome;
import io.flexservices.data.AsyncDataHandler;
import io.flexservices.json.JsonObject;
import io.flexservices.spi.FlexResponse;
import io.flexservices.testing.TestRequest;
import io.flexservices.testing.TestRuntime;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever a handler does, there is an answer, and the next request is answered normally. */
class FailingHandlerTest {
  private static final String SECRET = "account=hunter2";
  private static final String FAILED =
      "The handler FlexData things.onGetAll failed; the service's log says why";

  private final AtomicReference<AsyncDataHandler> handler = new AtomicReference<>();
  private final TestRuntime runtime = runtime(FlexOptions.defaults());

  private TestRuntime runtime(FlexOptions options) {
    return TestRuntime.of(
        flex -> {
          flex.data()
              .serviceObject("things")
              .onGetAllAsync(
                  (context, complete, modules) -> handler.get().handle(context, complete, modules))
              .onGetById((context, complete, modules) -> complete.setBody("fine").ok().next());
          flex.functions()
              .register(
                  "f",
                  (context, complete, modules) -> {
                    throw new IllegalStateException(SECRET);
                  })
              .register(
                  "store",
                  (context, complete, modules) -> {
                    modules.tempObjectStore().set("unprintable", new Unprintable());
                    return complete.ok().next();
                  });
          flex.auth()
              .register(
                  "a",
                  (context, complete, modules) -> {
                    throw new IllegalStateException(SECRET);
                  });
        },
        options);
  }

  @AfterEach
  void answersTheNextRequest() {
    assertThat(runtime.handle(TestRequest.get("/things/1")).text()).isEqualTo("\"fine\"");
    runtime.close();
  }

  @Test
  void answersForOneThatThrows() {
    handler.set(
        (context, complete, modules) -> {
          throw new IllegalStateException(SECRET);
        });
    isFailure(FAILED);
    isLogged("The handler FlexData things.onGetAll threw: IllegalStateException: " + SECRET);
    assertThat(runtime.log().records().get(0).string("handler"))
        .isEqualTo("FlexData things.onGetAll");
  }

  @Test
  void answersForOneThatThrowsAnError() {
    handler.set(
        (context, complete, modules) -> {
          throw new AssertionError(SECRET);
        });
    isFailure(FAILED);
  }

  @Test
  void answersForOneThatOverflowsTheStack() {
    handler.set((context, complete, modules) -> overflow(1));
    isFailure(FAILED);
    isLogged("The handler FlexData things.onGetAll threw: StackOverflowError");
  }

  @Test
  void answersForOneThatFailsLater() {
    handler.set(
        (context, complete, modules) ->
            CompletableFuture.supplyAsync(
                () -> {
                  throw new CompletionException(new IllegalStateException(SECRET));
                }));
    isFailure(FAILED);
    isLogged("The handler FlexData things.onGetAll threw: IllegalStateException: " + SECRET);
  }

  @Test
  void answersForOneWhoseFutureIsCancelled() {
    handler.set(
        (context, complete, modules) -> {
          CompletableFuture<Outcome> future = new CompletableFuture<>();
          future.cancel(true);
          return future;
        });
    isFailure(FAILED);
    isLogged("The handler FlexData things.onGetAll threw: CancellationException");
  }

  @Test
  void answersForOneThatThrowsACancellation() {
    handler.set(
        (context, complete, modules) -> {
          throw new CancellationException(SECRET);
        });
    isFailure(FAILED);
    isLogged("The handler FlexData things.onGetAll threw: CancellationException: " + SECRET);
  }

  @Test
  void answersForOneThatReturnsNoStage() {
    handler.set((context, complete, modules) -> null);
    isFailure(
        "The handler FlexData things.onGetAll returned null; it must return a CompletionStage");
  }

  @Test
  void answersForOneThatReturnsNoOutcome() {
    handler.set((context, complete, modules) -> CompletableFuture.completedFuture(null));
    String words =
        "The handler FlexData things.onGetAll returned null; it must return what next() or done()"
            + " gave it";
    isFailure(words);
    isLogged(words);
  }

  @Test
  void answersForOneThatReturnsAnothersOutcome() {
    AtomicReference<Outcome> others = new AtomicReference<>();
    handler.set(
        (context, complete, modules) -> {
          others.set(complete.setBody("for another's eyes").ok().next());
          return CompletableFuture.completedFuture(others.get());
        });
    runtime.handle(TestRequest.get("/things"));
    handler.set((context, complete, modules) -> CompletableFuture.completedFuture(others.get()));
    isFailure("The handler FlexData things.onGetAll returned the outcome of another request");
    isLogged("The handler FlexData things.onGetAll returned the outcome of another request");
  }

  @Test
  void answersForOneThatNeverCompletes() {
    handler.set((context, complete, modules) -> new CompletableFuture<>());
    FlexResponse response =
        runtime.handle(TestRequest.get("/things").within(Duration.ofMillis(50)));
    isFailure(response, "The handler FlexData things.onGetAll was not done within 50 ms");
    isLogged("The handler FlexData things.onGetAll was not done within 50 ms");
  }

  @Test
  void answersForOneThatNeverReturns() {
    CountDownLatch released = new CountDownLatch(1);
    handler.set(
        (context, complete, modules) -> {
          released.await();
          return CompletableFuture.completedFuture(complete.next());
        });
    FlexResponse response =
        runtime.handle(TestRequest.get("/things").within(Duration.ofMillis(50)));
    isFailure(response, "The handler FlexData things.onGetAll was not done within 50 ms");
    released.countDown();
  }

  @Test
  void obeysTheServicesOwnTimeWhereThatIsShorter() {
    handler.set((context, complete, modules) -> new CompletableFuture<>());
    try (TestRuntime hasty =
        runtime(FlexOptions.defaults().withRequestTimeout(Duration.ofMillis(30)))) {
      isFailure(
          hasty.handle(TestRequest.get("/things")),
          "The handler FlexData things.onGetAll was not done within 30 ms");
    }
  }

  @Test
  void letsAThrowWinOverACompletionThatWasNotReturned() {
    handler.set(
        (context, complete, modules) -> {
          complete.setBody("first").created().next();
          throw new IllegalStateException(SECRET);
        });
    isFailure(FAILED);
    isLogged("The handler FlexData things.onGetAll threw: IllegalStateException: " + SECRET);
  }

  @Test
  void answersForAnExceptionThatCannotBePrinted() {
    handler.set(
        (context, complete, modules) -> {
          throw new UnprintableException();
        });
    isFailure(FAILED);
    isLogged("The handler FlexData things.onGetAll threw: UnprintableException");
  }

  @Test
  void answersAFunctionInItsEnvelopeWhateverItPutIntoTheStore() {
    FlexResponse response =
        runtime.handle(TestRequest.post("/_flexFunctions/store").json(Map.of("body", Map.of())));
    assertThat(response.status()).isEqualTo(550);
    assertThat(response.headers().first("X-Kinvey-Request-Continue")).isEqualTo("false");
    JsonObject envelope = TestRuntime.json(response);
    assertThat(envelope.path("response.body.error")).isEqualTo("FlexRuntimeError");
    assertThat(envelope.path("request.tempObjectStore")).isEqualTo(JsonObject.empty());
    assertThat(response.text()).doesNotContain(SECRET);
  }

  @Test
  void takesTheFirstOfTwoCompletions() {
    handler.set(
        (context, complete, modules) -> {
          complete.setBody(1).ok().next();
          return CompletableFuture.completedFuture(complete.setBody(2).created().done());
        });
    assertThat(runtime.handle(TestRequest.get("/things")).text()).isEqualTo("1");
    isLogged(
        "Invoked done() or next() more than once to the same Flex Data handler GET for things");
  }

  @Test
  void answersForABodyWithoutAJsonForm() {
    Map<String, Object> cycle = new HashMap<>();
    cycle.put("self", List.of(cycle));
    for (Object body : new Object[] {cycle, new Object(), new Unprintable()}) {
      handler.set(
          (context, complete, modules) ->
              CompletableFuture.completedFuture(complete.setBody(body).ok().next()));
      isFailure("What the handler FlexData things.onGetAll set has no JSON form");
    }
    assertThat(runtime.log().messages())
        .hasSize(3)
        .allSatisfy(
            message ->
                assertThat(message.toString())
                    .startsWith(
                        "What the handler FlexData things.onGetAll set has no JSON form: "));
  }

  @Test
  void answersForAFunctionInItsEnvelope() {
    FlexResponse response =
        runtime.handle(TestRequest.post("/_flexFunctions/f").json(Map.of("body", Map.of("a", 1))));
    assertThat(response.status()).isEqualTo(550);
    JsonObject envelope = TestRuntime.json(response);
    assertThat(envelope.path("request.body.a")).isEqualTo(1L);
    assertThat(envelope.path("response.body.error")).isEqualTo("FlexRuntimeError");
    assertThat(envelope.path("response.body.debug"))
        .isEqualTo("The handler FlexFunctions f failed; the service's log says why");
    assertThat(envelope.path("response.continue")).isEqualTo(false);
    assertThat(response.text()).doesNotContain(SECRET);
  }

  @Test
  void answersForALogin() {
    isFailure(
        runtime.handle(TestRequest.post("/_auth/a")),
        "The handler FlexAuth a failed; the service's log says why");
  }

  @Test
  void showsTheStackTraceWhereThatIsOn() {
    handler.set(
        (context, complete, modules) -> {
          throw new IllegalStateException("shown");
        });
    try (TestRuntime open = runtime(FlexOptions.defaults().withStackTraces(true))) {
      JsonObject answer = open.answer(TestRequest.get("/things"));
      assertThat(answer.path("debug.name")).isEqualTo("IllegalStateException");
      assertThat(answer.path("debug.message")).isEqualTo("shown");
      assertThat(answer.path("debug.stack").toString())
          .startsWith("java.lang.IllegalStateException: shown");
    }
  }

  @Test
  void answersOnceTheRuntimeIsClosed() {
    TestRuntime closed = runtime(FlexOptions.defaults());
    closed.close();
    assertThat(closed.handle(TestRequest.get("/things")).status()).isEqualTo(503);
    assertThat(closed.handle(TestRequest.get("/healthcheck")).status()).isEqualTo(200);
  }

  private static CompletableFuture<Outcome> overflow(int depth) {
    return depth == 0 ? new CompletableFuture<>() : overflow(depth + 1);
  }

  private void isFailure(String debug) {
    isFailure(runtime.handle(TestRequest.get("/things")), debug);
  }

  private static void isFailure(FlexResponse response, String debug) {
    assertThat(response.status()).isEqualTo(550);
    assertThat(response.headers().first("X-Kinvey-Request-Continue")).isEqualTo("false");
    assertThat(TestRuntime.json(response).asMap())
        .isEqualTo(
            Map.of(
                "error", "FlexRuntimeError",
                "description",
                    "The Flex Service had a runtime error.  See debug message for details",
                "debug", debug));
  }

  private void isLogged(String message) {
    assertThat(runtime.log().messages()).contains(message);
  }

  /** Its own code fails while it is shown. */
  private static final class UnprintableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @Override
    public String getMessage() {
      throw new IllegalStateException(SECRET);
    }

    @Override
    public void printStackTrace(java.io.PrintWriter out) {
      throw new LinkageError(SECRET);
    }
  }

  /** Its own code fails with an error while it is printed. */
  public static final class Unprintable {
    public String getText() {
      throw new LinkageError(SECRET);
    }
  }
}
