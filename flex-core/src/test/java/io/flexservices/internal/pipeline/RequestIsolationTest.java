package io.flexservices.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.json.JsonObject;
import io.flexservices.log.Logger;
import io.flexservices.testing.TestRequest;
import io.flexservices.testing.TestRuntime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What belongs to one request is not seen by another. */
class RequestIsolationTest {
  private static final int REQUESTS = 64;

  /** All handlers are inside at once before one of them goes on. */
  @Test
  void servesSixtyFourIdentitiesAtOnce() throws Exception {
    CyclicBarrier together = new CyclicBarrier(REQUESTS);
    AtomicReference<Logger> logger = new AtomicReference<>();
    ExecutorService clients = Executors.newFixedThreadPool(REQUESTS);
    try (TestRuntime runtime =
        TestRuntime.of(
            flex -> {
              logger.set(flex.logger());
              flex.functions()
                  .register(
                      "f",
                      (context, complete, modules) -> {
                        modules.tempObjectStore().set("own", context.username());
                        modules.requestContext().setCustomRequestProperty("own", context.userId());
                        together.await(60, TimeUnit.SECONDS);
                        flex.logger().info(context.username());
                        return complete
                            .setBody(
                                Map.of(
                                    "username", context.username(),
                                    "id", context.requestId(),
                                    "body", context.body(),
                                    "header", context.header("x-own")))
                            .ok()
                            .next();
                      });
            })) {
      List<Callable<JsonObject>> calls = new ArrayList<>();
      for (int i = 0; i < REQUESTS; i++) {
        TestRequest request = request("n" + i);
        calls.add(() -> runtime.answer(request));
      }
      var answers = clients.invokeAll(calls);
      for (int i = 0; i < REQUESTS; i++) {
        isFor("n" + i, answers.get(i).get());
      }
      assertThat(runtime.log().records())
          .hasSize(REQUESTS)
          .allSatisfy(
              line -> assertThat(line.string("requestId")).isEqualTo(line.string("message")));
    } finally {
      clients.shutdownNow();
    }
  }

  private static TestRequest request(String own) {
    return TestRequest.post("/_flexFunctions/f")
        .header("X-Kinvey-Username", own)
        .header("X-Kinvey-User-Id", own)
        .header("X-Kinvey-Request-Id", own)
        .originalHeaders(Map.of("x-own", own))
        .json(Map.of("body", Map.of("own", own), "tempObjectStore", Map.of("given", own)));
  }

  private static void isFor(String own, JsonObject envelope) {
    assertThat(envelope.path("response.body.username")).isEqualTo(own);
    assertThat(envelope.path("response.body.id")).isEqualTo(own);
    assertThat(envelope.path("response.body.body.own")).isEqualTo(own);
    assertThat(envelope.path("response.body.header")).isEqualTo(own);
    assertThat(envelope.path("request.tempObjectStore"))
        .hasToString("{\"given\":\"" + own + "\",\"own\":\"" + own + "\"}");
    assertThat(
            envelope
                .object("request")
                .object("headers")
                .string("x-kinvey-custom-request-properties"))
        .isEqualTo("{\"own\":\"" + own + "\"}");
  }

  @Test
  void logsWithTheRequestOnTheHandlersThreadAndNotAfter() {
    AtomicReference<Logger> service = new AtomicReference<>();
    AtomicReference<Logger> request = new AtomicReference<>();
    try (TestRuntime runtime =
        TestRuntime.of(
            flex -> {
              service.set(flex.logger());
              flex.logger().info("registering");
              flex.functions()
                  .register(
                      "f",
                      (context, complete, modules) -> {
                        request.set(context.logger());
                        flex.logger().warn("inside");
                        return complete.ok().next();
                      });
            })) {
      runtime.handle(TestRequest.post("/_flexFunctions/f").header("X-Kinvey-Request-Id", "r1"));
      service.get().info("after");
      request.get().info("elsewhere");
      assertThat(runtime.log().lines())
          .containsExactly(
              line("registering", "info", ""),
              line("inside", "warning", ",\"requestId\":\"r1\",\"handler\":\"FlexFunctions f\""),
              line("after", "info", ""),
              line("elsewhere", "info", ",\"requestId\":\"r1\",\"handler\":\"FlexFunctions f\""));
    }
  }

  private static String line(String message, String level, String more) {
    return "{\"message\":\"%s\",\"level\":\"%s\",\"time\":\"2026-01-02T03:04:05.678Z\",\"platform\":\"test\"%s}"
        .formatted(message, level, more);
  }

  @Test
  void forgetsTheRequestOfAReusedThread() {
    List<String> threads = new ArrayList<>();
    try (TestRuntime runtime =
        TestRuntime.of(
            flex ->
                flex.functions()
                    .register(
                        "f",
                        (context, complete, modules) -> {
                          threads.add(Thread.currentThread().getName());
                          flex.logger().info("m");
                          throw new IllegalStateException();
                        }))) {
      runtime.handle(TestRequest.post("/_flexFunctions/f").header("X-Kinvey-Request-Id", "r1"));
      runtime.handle(TestRequest.post("/_flexFunctions/f"));
      assertThat(threads).hasSize(2).allMatch(name -> name.startsWith("flex-handler-"));
      JsonObject second =
          runtime.log().records().stream()
              .filter(record -> "m".equals(record.value("message")))
              .skip(1)
              .findFirst()
              .orElseThrow();
      assertThat(second.has("requestId")).isFalse();
    }
  }
}
