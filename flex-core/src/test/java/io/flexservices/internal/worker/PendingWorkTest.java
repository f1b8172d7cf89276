package io.flexservices.internal.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.context.HandlerOptions;
import io.flexservices.functions.FunctionHandler;
import io.flexservices.internal.kinvey.RawBackend;
import io.flexservices.testing.OneRequest;
import io.flexservices.testing.TestRequest;
import io.flexservices.testing.TestRuntime;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a handler began and did not wait for is done when its request is answered. */
@Timeout(60)
class PendingWorkTest {
  @Test
  void aMailThatNobodyWaitedForIsSentBeforeTheAnswer() throws IOException {
    try (RawBackend backend = new RawBackend()) {
      OneRequest request = new OneRequest().backend(backend);
      request.text(
          modules -> {
            modules.email().sendAsync("me", "you", "hello", "words");
            return "sent later";
          });

      assertThat(backend.requests()).hasSize(1);
      assertThat(request.log()).isEmpty();
    }
  }

  @Test
  void whatFailsWithNobodyWaitingIsLogged() throws IOException {
    try (RawBackend backend = new RawBackend()) {
      backend.thenJson(500, "{\"error\":\"MailError\",\"description\":\"no mail today\"}");
      OneRequest request = new OneRequest().backend(backend);
      request.text(
          modules -> {
            modules.email().sendAsync("me", "you", "hello", "words");
            return "sent later";
          });

      assertThat((String) request.log().get(0).value("message"))
          .startsWith("The call POST /rpc/{app}/send-email failed, and the handler did not wait")
          .contains("no mail today");
    }
  }

  @Test
  void theAnswerWaitsForWorkOfTheUsersOwn() {
    CountDownLatch started = new CountDownLatch(1);
    CompletableFuture<String> work = new CompletableFuture<>();
    try (TestRuntime service =
        function(
            HandlerOptions.defaults(),
            (context, complete, modules) -> {
              modules.background().waitUntil("the report", work);
              started.countDown();
              return complete.accepted().done();
            })) {
      CompletableFuture<Integer> status =
          CompletableFuture.supplyAsync(
              () -> service.handle(TestRequest.post("/_flexFunctions/f")).status());
      join(started);
      assertThat(status).isNotDone();
      work.complete("done");

      assertThat(status.join()).isEqualTo(202);
      assertThat(service.log().lines()).isEmpty();
    }
  }

  @Test
  void whatIsLeftOverWhenTheTimeIsSpentIsLoggedByNameAndTheAnswerStands() {
    try (TestRuntime service =
        function(
            HandlerOptions.within(Duration.ofMillis(300)),
            (context, complete, modules) -> {
              modules.background().waitUntil("the report", new CompletableFuture<>());
              return complete.accepted().done();
            })) {
      assertThat(service.handle(TestRequest.post("/_flexFunctions/f")).status()).isEqualTo(202);
      assertThat(service.log().messages())
          .containsExactly("the report was not done when the time was spent");
    }
  }

  private static TestRuntime function(HandlerOptions options, FunctionHandler handler) {
    return TestRuntime.of(flex -> flex.functions().register("f", options, handler));
  }

  private static void join(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
