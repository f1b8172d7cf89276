package io.flexservices.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.Flex;
import io.flexservices.FlexOptions;
import io.flexservices.completion.Outcome;
import io.flexservices.context.HandlerOptions;
import io.flexservices.data.DataEvent;
import io.flexservices.functions.FunctionHandler;
import io.flexservices.spi.FlexResponse;
import io.flexservices.testing.TestRequest;
import io.flexservices.testing.TestRuntime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of a handler, its thread and its client when the time is spent. */
@Timeout(60)
class DeadlineOfAHandlerTest {
  private static final Duration SHORT = Duration.ofMillis(50);
  private static final HandlerOptions SHORTLY = HandlerOptions.within(SHORT);

  @Test
  void theSmallestTimeCountsAndIsNamed() {
    try (TestRuntime service =
        TestRuntime.of(
            flex ->
                flex.functions()
                    .register("own", SHORTLY, forever())
                    .register("service", HandlerOptions.within(Duration.ofHours(1)), forever()),
            FlexOptions.defaults().withRequestTimeout(Duration.ofMillis(70)))) {
      assertThat(debug(service.handle(function("own"))))
          .isEqualTo("The handler FlexFunctions own was not done within 50 ms");
      assertThat(debug(service.handle(function("service"))))
          .isEqualTo("The handler FlexFunctions service was not done within 70 ms");
      assertThat(debug(service.handle(function("service").within(Duration.ofMillis(30)))))
          .isEqualTo("The handler FlexFunctions service was not done within 30 ms");
    }
  }

  @Test
  void dataAndAuthHandlersHaveTimesOfTheirOwnToo() {
    try (TestRuntime service =
        TestRuntime.of(
            flex -> {
              flex.data()
                  .serviceObject("widgets")
                  .on(DataEvent.ON_GET_ALL, SHORTLY, (context, complete, modules) -> never())
                  .onAsync(
                      DataEvent.ON_GET_COUNT,
                      SHORTLY,
                      (context, complete, modules) -> new CompletableFuture<>());
              flex.auth().register("login", SHORTLY, (context, complete, modules) -> never());
            })) {
      assertThat(service.answer(TestRequest.get("/widgets")).value("debug"))
          .isEqualTo("The handler FlexData widgets.onGetAll was not done within 50 ms");
      assertThat(service.answer(TestRequest.get("/widgets/_count")).value("debug"))
          .isEqualTo("The handler FlexData widgets.onGetCount was not done within 50 ms");
      FlexResponse login = service.handle(TestRequest.post("/_auth/login"));
      assertThat(login.status()).isEqualTo(550);
      assertThat(TestRuntime.json(login).value("debug"))
          .isEqualTo("The handler FlexAuth login was not done within 50 ms");
    }
  }

  @Test
  void theHandlerIsInterruptedAndItsStackLogged() throws Exception {
    CountDownLatch interrupted = new CountDownLatch(1);
    try (TestRuntime service =
        TestRuntime.of(
            flex ->
                flex.functions()
                    .register(
                        "stuck",
                        HandlerOptions.within(Duration.ofSeconds(2)),
                        (context, complete, modules) -> {
                          try {
                            return never();
                          } finally {
                            interrupted.countDown();
                          }
                        }))) {
      assertThat(service.handle(function("stuck")).status()).isEqualTo(550);

      assertThat(interrupted.await(30, TimeUnit.SECONDS)).isTrue();
      // The interrupted handler may say that it ended before the line with its stack is written.
      assertThat(service.log().records())
          .anySatisfy(
              line ->
                  assertThat((String) line.value("stack"))
                      .contains("DeadlineOfAHandlerTest.never("));
    }
  }

  @Test
  void whatComesLaterIsLoggedAndIgnored() {
    CompletableFuture<Outcome> later = new CompletableFuture<>();
    AtomicReference<Outcome> outcome = new AtomicReference<>();
    try (TestRuntime service =
        TestRuntime.of(
            flex ->
                flex.functions()
                    .registerAsync(
                        "late",
                        SHORTLY,
                        (context, complete, modules) -> {
                          outcome.set(complete.setBody("late").ok().next());
                          return later;
                        }))) {
      FlexResponse answer = service.handle(function("late"));
      later.complete(outcome.get());

      assertThat(answer.status()).isEqualTo(550);
      assertThat(service.log().messages())
          .containsExactly(
              "The handler FlexFunctions late was not done within 50 ms",
              "The handler FlexFunctions late ended after its time was spent; what it gave is"
                  + " ignored");
    }
  }

  @Test
  void oneThreadServesOneRequestAfterAnotherAndNoInterruptIsLeftOnIt() {
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    AtomicBoolean leftOver = new AtomicBoolean();
    try (TestRuntime service =
        TestRuntime.of(
            flex ->
                flex.functions()
                    .register(
                        "dirty",
                        (context, complete, modules) -> {
                          threads.add(Thread.currentThread());
                          leftOver.compareAndSet(false, Thread.interrupted());
                          Thread.currentThread().interrupt();
                          return complete.ok().next();
                        }))) {
      for (int i = 0; i < 200; i++) {
        assertThat(service.handle(function("dirty")).status()).isEqualTo(200);
      }
      // A thread may still be on its way back when the next request comes.
      assertThat(threads).hasSizeLessThan(10);
      assertThat(leftOver).isFalse();
    }
  }

  @Test
  void whoWaitsForAHandlerMayBeInterruptedAndSoIsTheHandler() throws Exception {
    CountDownLatch interrupted = new CountDownLatch(1);
    Thread caller = Thread.currentThread();
    try (TestRuntime service =
        TestRuntime.of(
            flex ->
                flex.functions()
                    .register(
                        "interrupts",
                        (context, complete, modules) -> {
                          caller.interrupt();
                          try {
                            return never();
                          } finally {
                            interrupted.countDown();
                          }
                        }))) {
      FlexResponse answer = service.handle(function("interrupts"));

      assertThat(Thread.interrupted()).isTrue();
      assertThat(answer.status()).isEqualTo(503);
      assertThat(debug(answer)).isEqualTo("The service is stopping");
      assertThat(interrupted.await(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void theContextTellsHowMuchTimeIsLeft() {
    AtomicReference<Duration> left = new AtomicReference<>();
    try (TestRuntime service =
        TestRuntime.of(
            flex ->
                flex.functions()
                    .register(
                        "asks",
                        HandlerOptions.within(Duration.ofSeconds(40)),
                        (context, complete, modules) -> {
                          left.set(context.remainingTime());
                          return complete.ok().next();
                        }))) {
      service.handle(function("asks"));

      assertThat(left.get()).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(40));
    }
  }

  @Test
  void handlersThatIgnoreTheirInterruptAreBoundedAndTheNextIsToldSo() {
    int limit = 100;
    CountDownLatch release = new CountDownLatch(1);
    FlexOptions options = FlexOptions.defaults().withHandlerLimit(limit);
    try (TestRuntime service = TestRuntime.of(flex -> stubborn(flex, release), options)) {
      List<CompletableFuture<FlexResponse>> stuck = new ArrayList<>();
      for (int i = 0; i < limit; i++) {
        stuck.add(onAThread(() -> service.handle(function("stubborn"))));
      }
      stuck.forEach(answer -> assertThat(answer.join().status()).isEqualTo(550));

      FlexResponse refused = service.handle(function("stubborn"));
      assertThat(refused.status()).isEqualTo(503);
      assertThat(debug(refused))
          .isEqualTo("The service is busy: 100 handlers are running, which is its limit");

      release.countDown();
      // Until the first thread is free again; the test's own time-out ends a vain attempt.
      while (service.handle(function("good")).status() != 200) {
        Thread.onSpinWait();
      }
    }
  }

  /** A thread each: they all wait at once. */
  private static <T> CompletableFuture<T> onAThread(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, task -> new Thread(task).start());
  }

  private static void stubborn(Flex flex, CountDownLatch release) {
    flex.functions()
        .register("good", (context, complete, modules) -> complete.ok().next())
        .register(
            "stubborn",
            HandlerOptions.within(Duration.ofMillis(500)),
            (context, complete, modules) -> {
              awaitUninterruptibly(release);
              return complete.ok().next();
            });
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    while (latch.getCount() > 0) {
      try {
        latch.await();
      } catch (InterruptedException e) {
        // That is the point.
      }
    }
  }

  private static FunctionHandler forever() {
    return (context, complete, modules) -> never();
  }

  private static Outcome never() throws InterruptedException {
    new CountDownLatch(1).await();
    throw new AssertionError("unreachable");
  }

  private static TestRequest function(String name) {
    return TestRequest.post("/_flexFunctions/" + name);
  }

  private static Object debug(FlexResponse answer) {
    return TestRuntime.json(answer).path("response.body.debug");
  }
}
