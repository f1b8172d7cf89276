package io.flexservices.internal.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.FlexOptions;
import io.flexservices.context.HandlerOptions;
import io.flexservices.error.KinveyException;
import io.flexservices.functions.FunctionHandler;
import io.flexservices.internal.kinvey.RawBackend;
import io.flexservices.modules.store.DataCollection;
import io.flexservices.testing.OneRequest;
import io.flexservices.testing.TestRequest;
import io.flexservices.testing.TestRuntime;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a handler began and did not wait for is done when its request is answered. */
@Timeout(60)
class PendingWorkTest {
  private static final List<String> LOOPBACK = List.of("http://127.0.0.1");

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
          .startsWith("The call POST /rpc/{app}/send-email, for which nobody waited, failed")
          .contains("no mail today");
    }
  }

  @Test
  void aFailureThatTheHandlerWaitedForIsItsOwnAffair() throws IOException {
    try (RawBackend backend = new RawBackend()) {
      backend.thenJson(404, "{\"error\":\"EntityNotFound\"}");
      OneRequest request = new OneRequest().backend(backend);
      request.text(
          modules -> {
            try {
              return modules.dataStore().collection("books").findById("b1");
            } catch (KinveyException e) {
              return "none";
            }
          });

      assertThat(request.log()).isEmpty();
    }
  }

  /** With one thread for calls, which the callback holds while it makes another. */
  @Test
  void aCallbackMayMakeACallAndWaitForIt() throws IOException {
    try (RawBackend backend = new RawBackend()) {
      backend.otherwise(200, body -> "{\"_id\":\"b1\"}");
      OneRequest request =
          new OneRequest()
              .options(FlexOptions.defaults().withHandlerLimit(1).withAllowedBaasHosts(LOOPBACK))
              .backend(backend);
      String answer =
          request.text(
              modules -> {
                DataCollection books = modules.dataStore().collection("books");
                return books.findByIdAsync("b1").thenApply(books::save).join().string("_id");
              });

      assertThat(answer).contains("\"found\":\"b1\"");
      assertThat(backend.requests()).hasSize(2);
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
