package io.flexservices.runtime;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.Flex;
import io.flexservices.FlexOptions;
import io.flexservices.completion.Outcome;
import io.flexservices.data.AsyncDataHandler;
import io.flexservices.internal.kinvey.RawBackend;
import io.flexservices.json.Json;
import io.flexservices.spi.AnswerChannel;
import io.flexservices.spi.FlexRequest;
import io.flexservices.spi.FlexResponse;
import io.flexservices.testing.TestRequest;
import io.flexservices.testing.TestRuntime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A request whose answer nobody waits for is answered like any other. */
@Timeout(60)
class DetachedRequestsTest {
  private static final AnswerChannel CHANNEL = AnswerChannel.unlimited(false);

  private final AtomicReference<AsyncDataHandler> handler = new AtomicReference<>();
  private final TestRuntime runtime =
      TestRuntime.of(
          this::register,
          FlexOptions.defaults()
              .withHandlerLimit(1)
              .withAllowedBaasHosts(List.of("http://127.0.0.1")));
  private final DetachedRequests requests = runtime.runtime().detached();

  private void register(Flex flex) {
    flex.data()
        .serviceObject("things")
        .onGetAllAsync(
            (context, complete, modules) -> handler.get().handle(context, complete, modules))
        .onGetById(
            (context, complete, modules) -> complete.setBody(context.entityId()).ok().next());
    flex.functions()
        .register(
            "echo",
            (context, complete, modules) -> complete.setBody(context.bodyValue()).ok().next())
        .register(
            "fails",
            (context, complete, modules) -> {
              throw new IllegalStateException("on purpose");
            });
  }

  @AfterEach
  void close() {
    runtime.close();
  }

  @Test
  void answersAsTheOtherWayDoes() throws Exception {
    for (TestRequest request :
        List.of(
            TestRequest.get("/things/1"),
            TestRequest.of("HEAD", "/things/1"),
            TestRequest.of("PATCH", "/things/1"),
            TestRequest.get("/healthcheck"),
            TestRequest.post("/_command/discover"),
            TestRequest.post("/_flexFunctions/echo").json(Map.of("body", Map.of("a", 1))),
            TestRequest.post("/_flexFunctions/echo").text("{"),
            TestRequest.post("/_flexFunctions/fails"),
            TestRequest.post("/_flexFunctions/unknown"))) {
      FlexResponse answer = answer(request);
      FlexResponse expected = handle(request);

      assertThat(answer.status()).isEqualTo(expected.status());
      assertThat(answer.headers().all()).isEqualTo(expected.headers().all());
      assertThat(answer.text()).isEqualTo(expected.text());
    }
  }

  @Test
  void anAsynchronousHandlerThatWorksKeepsNoThread() throws Exception {
    CompletableFuture<Void> work = new CompletableFuture<>();
    handler.set(
        (context, complete, modules) ->
            work.thenApply((Void nothing) -> complete.setBody("done").ok().next()));
    CompletableFuture<FlexResponse> answer = start(TestRequest.get("/things"));

    assertThat(answer(TestRequest.get("/healthcheck")).status()).isEqualTo(200);
    assertThat(answer).isNotDone();

    work.complete(null);
    assertThat(answer.get(30, SECONDS).text()).isEqualTo("\"done\"");
  }

  @Test
  void anAsynchronousHandlerThatWorksCountsTowardsTheLimitUntilItIsAnswered() throws Exception {
    CompletableFuture<Void> work = new CompletableFuture<>();
    handler.set(
        (context, complete, modules) ->
            work.thenApply((Void nothing) -> complete.setBody("done").ok().next()));
    CompletableFuture<FlexResponse> answer = start(TestRequest.get("/things"));

    FlexResponse busy = answer(TestRequest.get("/things/1"));
    assertThat(busy.status()).isEqualTo(503);
    assertThat(busy.text())
        .contains("The service is busy: 1 handlers are running, which is its limit");
    work.complete(null);
    assertThat(answer.get(30, SECONDS).status()).isEqualTo(200);
    assertThat(answer(TestRequest.get("/things/1")).text()).isEqualTo("1");

    handler.set((context, complete, modules) -> new CompletableFuture<>());
    isLate(answer(TestRequest.get("/things").within(Duration.ofMillis(50))));
    assertThat(answer(TestRequest.get("/things/1")).text()).isEqualTo("1");
  }

  @Test
  void backgroundWorkOverHttpTakesOneThread() throws Exception {
    FlexOptions options = FlexOptions.defaults().withHandlerLimit(1).withSharedSecret("s3cr3t");
    try (TestRuntime guarded =
        TestRuntime.of(
            flex -> flex.background().register("tick", (context, modules) -> {}), options)) {
      CompletableFuture<FlexResponse> answer = new CompletableFuture<>();
      guarded
          .runtime()
          .detached()
          .start(
              TestRequest.post("/_flexBackground/tick").header("X-Auth-Key", "s3cr3t").build(),
              CHANNEL,
              answer::complete);

      assertThat(answer.get(30, SECONDS).status()).isEqualTo(200);
    }
  }

  @Test
  void oneThatDoesNotReturnInTimeIsAnsweredForAndInterrupted() throws Exception {
    CountDownLatch interrupted = new CountDownLatch(1);
    handler.set(
        (context, complete, modules) -> {
          try {
            new CountDownLatch(1).await();
          } finally {
            interrupted.countDown();
          }
          return null;
        });
    isLate(answer(TestRequest.get("/things").within(Duration.ofMillis(50))));

    assertThat(interrupted.await(30, SECONDS)).isTrue();
    assertThat(answer(TestRequest.get("/things/1")).text()).isEqualTo("1");
  }

  @Test
  void whatComesTooLateIsLoggedAndIgnored() throws Exception {
    CompletableFuture<Outcome> later = new CompletableFuture<>();
    AtomicReference<Outcome> outcome = new AtomicReference<>();
    handler.set(
        (context, complete, modules) -> {
          outcome.set(complete.setBody("late").ok().next());
          return later;
        });
    isLate(answer(TestRequest.get("/things").within(Duration.ofMillis(50))));
    later.complete(outcome.get());

    assertThat(runtime.log().messages())
        .containsExactly(
            "The handler FlexData things.onGetAll was not done within 50 ms",
            "The handler FlexData things.onGetAll ended after its time was spent; what it gave is"
                + " ignored");
  }

  @Test
  void whatNobodyWaitedForIsDoneBeforeTheAnswer() throws Exception {
    try (RawBackend backend = new RawBackend()) {
      TestRequest request =
          TestRequest.get("/things")
              .header(
                  "X-Kinvey-App-Metadata",
                  Json.text(
                      Map.of(
                          "_id", "kid_test",
                          "appsecret", "appsec",
                          "mastersecret", "mastersec",
                          "baasUrl", backend.url())));
      handler.set(
          (context, complete, modules) -> {
            modules.email().sendAsync("me", "you", "hello", "words");
            return CompletableFuture.completedFuture(complete.ok().next());
          });
      assertThat(answer(request).status()).isEqualTo(200);
      assertThat(backend.requests()).hasSize(1);

      handler.set(
          (context, complete, modules) -> {
            modules.email().sendAsync("me", "you", "hello", "words");
            return CompletableFuture.supplyAsync(() -> complete.ok().next());
          });
      assertThat(answer(request).status()).isEqualTo(200);
      assertThat(backend.requests()).hasSize(2);
    }
  }

  @Test
  void timeThatIsSpentBeforeIsNotGivenToAHandler() throws Exception {
    FlexResponse answer = answer(TestRequest.get("/things/1").within(Duration.ZERO));

    assertThat(answer.status()).isEqualTo(550);
    assertThat(answer.text()).contains("was not done within 0 ms");
  }

  @Test
  void leavesItToTheOtherWayToSayThatTheServiceIsBusyOrStopping() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    handler.set(
        (context, complete, modules) -> {
          release.await();
          return CompletableFuture.completedFuture(complete.ok().next());
        });
    CompletableFuture<FlexResponse> answer = start(TestRequest.get("/things"));

    assertThat(isStarted(TestRequest.get("/things/1"))).isFalse();
    assertThat(runtime.handle(TestRequest.get("/things/1")).text())
        .contains("The service is busy: 1 handlers are running, which is its limit");
    release.countDown();
    assertThat(answer.get(30, SECONDS).status()).isEqualTo(200);

    runtime.close();
    assertThat(isStarted(TestRequest.get("/things/1"))).isFalse();
  }

  private static void isLate(FlexResponse answer) {
    assertThat(answer.status()).isEqualTo(550);
    assertThat(TestRuntime.json(answer).value("debug"))
        .isEqualTo("The handler FlexData things.onGetAll was not done within 50 ms");
  }

  private FlexResponse answer(TestRequest request) throws Exception {
    return start(request).get(30, SECONDS);
  }

  /** There is one thread, which may still be on its way back from what was answered before. */
  private CompletableFuture<FlexResponse> start(TestRequest request) {
    CompletableFuture<FlexResponse> answer = new CompletableFuture<>();
    FlexRequest built = request.build();
    while (!requests.start(built, CHANNEL, answer::complete)) {
      Thread.onSpinWait();
    }
    return answer;
  }

  private boolean isStarted(TestRequest request) {
    return requests.start(
        request.build(),
        CHANNEL,
        answer -> {
          throw new AssertionError("is told " + answer);
        });
  }

  /** As {@link #start} does, where the thread is not back yet. */
  private FlexResponse handle(TestRequest request) {
    FlexResponse answer = runtime.handle(request);
    while (answer.status() == 503) {
      answer = runtime.handle(request);
    }
    return answer;
  }
}
