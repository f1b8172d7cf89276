package io.flexservices.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flexservices.conformance.fixture.LambdaWorkFixture;
import io.flexservices.json.Json;
import io.flexservices.json.JsonObject;
import io.flexservices.local.lambda.AsyncRules;
import io.flexservices.local.lambda.DeadLetter;
import io.flexservices.local.lambda.EventSource;
import io.flexservices.local.lambda.LocalLambda;
import io.flexservices.local.lambda.LocalLambdaOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Background work through Lambda's own runtime client, signed calls, its queue and its retries. */
@Timeout(300)
class BackgroundOnLambdaIT {
  private static final String HANDLER = "io.flexservices.aws.FlexLambdaHandler::handleRequest";
  private static final String INVOKE = "/2015-03-31/functions/function/invocations";
  private static final String ASYNC = "X-Amz-Invocation-Type: Event";
  private static final String SECRET = "s3cr3t-of-the-service";
  private static final Duration LONG = Duration.ofSeconds(90);

  @TempDir private Path directory;
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private RecordingBackend kinvey;

  @BeforeEach
  void start() throws IOException {
    kinvey = new RecordingBackend();
  }

  @AfterEach
  void stop() {
    kinvey.close();
  }

  /** The calls that start the work are signed: whoever takes them verifies it. */
  @ParameterizedTest
  @EnumSource(EventSource.class)
  void runsWhatAHandlerOrderedAfterItsAnswer(EventSource source) throws IOException {
    try (LocalLambda lambda = start(source, options -> options.verifySignatures(true))) {
      String key = order(lambda, "save", Map.of("month", 11));

      await().atMost(LONG).until(() -> !kinvey.saves.isEmpty());
      JsonObject saved = kinvey.entities.get(key);
      assertThat(saved).isNotNull();
      assertThat(saved.string("username")).isEqualTo("ann");
      assertThat(saved.path("payload.month")).isEqualTo(11L);
      assertThat(saved.integer("attempt")).isEqualTo(1);
      assertThat(text(log.toByteArray())).doesNotContain("SLF4J");
      assertThat(lambda.deadLetters()).isEmpty();
    }
  }

  @Test
  void runsATaskAgainByTheSameKeyWhenItsProcessIsKilledInTheMiddle() throws IOException {
    Path gate = directory.resolve("gate");
    try (LocalLambda lambda = start(EventSource.AWS_URL, UnaryOperator.identity())) {
      String key = order(lambda, "save", Map.of("gate", gate.toString()));
      await().atMost(LONG).until(() -> kinvey.saves.size() == 1);
      long first = pid(kinvey.saves.get(0));

      Files.createFile(gate);
      assertThat(ProcessHandle.of(first).orElseThrow().destroyForcibly()).isTrue();

      await().atMost(LONG).until(() -> kinvey.saves.size() == 2);
      assertThat(pid(kinvey.saves.get(1))).isNotEqualTo(first);
      assertThat(kinvey.saves).extracting(save -> save.string("_id")).containsExactly(key, key);
      assertThat(kinvey.entities).containsOnlyKeys(key);
      assertThat(lambda.deadLetters()).isEmpty();
    }
  }

  @Test
  void sendsAMailThatIsNotAwaitedBeforeTheProcessFreezes() throws Exception {
    try (LocalLambda lambda = start(EventSource.AWS_HTTP, options -> options.freeze(true))) {
      RawHttp http = new RawHttp(lambda.url());
      for (int i = 1; i <= 3; i++) {
        RawHttp.Answer answer =
            http.post("/_flexFunctions/mail", "{\"body\":{}}", kinvey.headers(SECRET));
        assertThat(answer.status()).isEqualTo(202);
        assertThat(kinvey.mails).hasSize(i);
      }
      assertThat(lambda.deadLetters()).isEmpty();
    }
  }

  @Test
  void runsWhatWasOrderedThoughTheProcessFreezesAfterEachAnswer() throws IOException {
    try (LocalLambda lambda = start(EventSource.AWS_REST, options -> options.freeze(true))) {
      String key = order(lambda, "save", Map.of());
      await().atMost(LONG).until(() -> kinvey.entities.containsKey(key));
    }
  }

  @Test
  void triesATaskThatAlwaysFailsThreeTimesAndLetsItGoToTheDeadLetters() throws IOException {
    try (LocalLambda lambda = start(EventSource.AWS_URL, UnaryOperator.identity())) {
      String key = order(lambda, "fail", null);

      await().atMost(LONG).until(() -> !lambda.deadLetters().isEmpty());
      DeadLetter letter = lambda.deadLetters().get(0);
      assertThat(letter.condition()).isEqualTo("RetriesExhausted");
      assertThat(letter.tries()).isEqualTo(3);
      assertThat(JsonObject.parse(text(letter.error())).string("errorMessage"))
          .isEqualTo(
              "The background task fail with the key "
                  + key
                  + " failed with 550; the log says why");
      assertThat(text(log.toByteArray()))
          .contains("attempt 1 fails", "attempt 2 fails", "attempt 3 fails")
          .doesNotContain("m4st3rs3cr3t", SECRET);
    }
  }

  /**
   * Amazon EventBridge Scheduler's user guide, "Templated targets": it invokes a function
   * asynchronously, and the input is the event. The key is "Adding context attributes".
   */
  @Test
  void runsWhatAScheduleNames() throws IOException {
    try (LocalLambda lambda = start(EventSource.AWS_URL, UnaryOperator.identity())) {
      RawHttp http = new RawHttp(lambda.url());
      String input =
          "{\"flexBackground\":{\"name\":\"tell\",\"key\":\"tell 2026-11-22T03:00:00Z\"}}";
      assertThat(http.post(INVOKE, input, ASYNC).status()).isEqualTo(202);
      await()
          .atMost(LONG)
          .until(() -> text(log.toByteArray()).contains("told tell 2026-11-22T03:00:00Z"));

      String withoutKey = "{\"flexBackground\":{\"name\":\"tell\"}}";
      RawHttp.Answer accepted = http.post(INVOKE, withoutKey, ASYNC);
      String requestId = accepted.header("X-Amzn-RequestId");
      await().atMost(LONG).until(() -> text(log.toByteArray()).contains("told " + requestId));
    }
  }

  @Test
  void refusesForgedAndExpiredEvents() throws IOException, GeneralSecurityException {
    try (LocalLambda lambda = start(EventSource.AWS_URL, UnaryOperator.identity())) {
      Instant soon = Instant.now().plusSeconds(60);
      assertThat(errorOf(lambda, event("tell", soon, SECRET))).isNull();
      assertThat(errorOf(lambda, event("tell", soon, "another")))
          .isEqualTo(
              "The background event is refused with 401: The background event is not signed by the"
                  + " shared secret");
      assertThat(errorOf(lambda, event("tell", Instant.now().minusSeconds(1), SECRET)))
          .startsWith("The background event is refused with 403")
          .contains("expired");

      RawHttp http = new RawHttp(lambda.url());
      String forged = event("tell", soon, "another");
      assertThat(http.post("/_flexBackground", forged, "Content-Type: application/json").status())
          .isEqualTo(401);
    }
  }

  private LocalLambda start(EventSource source, UnaryOperator<LocalLambdaOptions.Builder> with) {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.keySet().removeIf(name -> name.startsWith("FLEX_") || name.startsWith("AWS_"));
    environment.put("FLEX_SERVICE", LambdaWorkFixture.class.getName());
    environment.put("FLEX_SHARED_SECRET", SECRET);
    LocalLambdaOptions.Builder options =
        LocalLambdaOptions.builder(List.of(Path.of("target/fixture-aws.jar")), HANDLER, source)
            .environment(environment)
            .asyncRules(
                AsyncRules.LAMBDA.withWaits(List.of(Duration.ofMillis(1), Duration.ofMillis(2))))
            .log(new PrintStream(log, true, StandardCharsets.UTF_8));
    LocalLambda lambda = LocalLambda.start(with.apply(options).build());
    assertThat(lambda.started().orTimeout(90, TimeUnit.SECONDS).join())
        .as(text(log.toByteArray()))
        .isTrue();
    return lambda;
  }

  /** Orders a task as Kinvey would; gives the key. */
  private String order(LocalLambda lambda, String task, Object payload) throws IOException {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("task", task);
    body.put("payload", payload);
    RawHttp.Answer answer =
        new RawHttp(lambda.url())
            .post("/_flexFunctions/order", Json.text(Map.of("body", body)), kinvey.headers(SECRET));
    assertThat(answer.status()).as(answer.body()).isEqualTo(202);
    return Objects.requireNonNull((String) answer.json().path("response.body.key"));
  }

  /** The message of the function's error; null where it had none. */
  private static String errorOf(LocalLambda lambda, String event) throws IOException {
    RawHttp.Answer answer = new RawHttp(lambda.url()).post(INVOKE, event);
    assertThat(answer.status()).isEqualTo(200);
    return answer.header("X-Amz-Function-Error").isEmpty()
        ? null
        : answer.json().string("errorMessage");
  }

  /** An event as it is described in docs/background.md, written without the project's own code. */
  private static String event(String task, Instant expires, String secret)
      throws GeneralSecurityException {
    String order =
        "{\"name\":\"%s\",\"key\":\"k1\",\"expires\":%d}".formatted(task, expires.toEpochMilli());
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    byte[] signature = mac.doFinal(("flex-background\n" + order).getBytes(StandardCharsets.UTF_8));
    Map<String, String> signed =
        Map.of(
            "order",
            order,
            "signature",
            Base64.getUrlEncoder().withoutPadding().encodeToString(signature));
    return Json.text(Map.of("flexBackground", signed));
  }

  private static long pid(JsonObject saved) {
    return Objects.requireNonNull(saved.integer("pid"));
  }

  private static String text(byte[] utf8) {
    return new String(utf8, StandardCharsets.UTF_8);
  }
}
