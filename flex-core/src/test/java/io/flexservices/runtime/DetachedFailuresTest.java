package io.flexservices.runtime;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.Flex;
import io.flexservices.FlexSettings;
import io.flexservices.spi.AnswerChannel;
import io.flexservices.spi.FlexResponse;
import io.flexservices.testing.TestRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A request whose answer nobody waits for is answered once, also where the log fails. */
@Timeout(60)
class DetachedFailuresTest {
  private static final AnswerChannel CHANNEL = AnswerChannel.unlimited(false);
  private static final Duration SHORT = Duration.ofMillis(100);

  /** The log fails for lines with these words. */
  private volatile String unwritable = "";

  private final FlexRuntime runtime =
      FlexRuntime.of(this::register)
          .settings(FlexSettings.of(Map.of(), Map.of()))
          .logTo(this::write)
          .build();
  private final DetachedRequests requests = runtime.detached();

  private void register(Flex flex) {
    flex.functions()
        .register(
            "fails",
            (context, complete, modules) -> {
              throw new IllegalStateException("on purpose");
            })
        .register(
            "hangs",
            (context, complete, modules) -> {
              new CountDownLatch(1).await();
              return complete.ok().next();
            })
        .registerAsync("never", (context, complete, modules) -> new CompletableFuture<>());
  }

  private void write(String line) {
    if (line.contains("FlexFunctions") && line.contains(unwritable)) {
      throw new AssertionError("The log is full");
    }
  }

  @AfterEach
  void close() {
    runtime.close();
  }

  @Test
  void aHandlersFailureThatCannotBeLoggedIsAnsweredOnce() throws Exception {
    unwritable = "threw";
    List<FlexResponse> answers = new CopyOnWriteArrayList<>();
    CompletableFuture<FlexResponse> first = new CompletableFuture<>();
    start(
        "fails",
        answer -> {
          answers.add(answer);
          first.complete(answer);
        });

    assertThat(first.get(30, SECONDS).status()).isEqualTo(550);
    assertThat(text(first)).contains("The service failed; its log says why");
    // Whoever told of these deadlines has told of the one before, too.
    assertThat(text(start("never"))).contains("was not done within 100 ms");
    assertThat(text(start("never"))).contains("was not done within 100 ms");
    assertThat(answers).hasSize(1);
  }

  @Test
  void nothingOfAFailureCanBeLogged() throws Exception {
    unwritable = "";
    assertThat(text(start("fails"))).contains("The service failed; its log says why");
  }

  @Test
  void aDeadlineThatPassesAndCannotBeLoggedIsAnswered() throws Exception {
    unwritable = "was not done";
    assertThat(text(start("hangs"))).contains("was not done within 100 ms");
    assertThat(text(start("never"))).contains("was not done within 100 ms");
  }

  private CompletableFuture<FlexResponse> start(String function) {
    CompletableFuture<FlexResponse> answer = new CompletableFuture<>();
    start(function, answer::complete);
    return answer;
  }

  private void start(String function, Consumer<FlexResponse> answered) {
    assertThat(
            requests.start(
                TestRequest.post("/_flexFunctions/" + function).within(SHORT).build(),
                CHANNEL,
                answered))
        .isTrue();
  }

  private static String text(CompletableFuture<FlexResponse> answer) throws Exception {
    return answer.get(30, SECONDS).text();
  }
}
