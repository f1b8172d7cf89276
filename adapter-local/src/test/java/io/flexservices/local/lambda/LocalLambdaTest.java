package io.flexservices.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole thing: HTTP, event, Runtime API, the real client in a process of its own, and back. */
class LocalLambdaTest {
  private static final String DIRECT = "/2015-03-31/functions/function/invocations";

  private static final Probe.Log LOG = Probe.Log.create();
  private static LocalLambda lambda;

  @BeforeAll
  static void start() throws Exception {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("FLEX_PROBE", "passed on");
    environment.put("AWS_LAMBDA_MAX_CONCURRENCY", "2");
    lambda =
        LocalLambda.start(
            Probe.options(ProbeHandler.class, EventSource.AWS_HTTP, LOG)
                .environment(environment)
                .build());
    assertThat(lambda.started().get(90, TimeUnit.SECONDS)).isTrue();
  }

  @AfterAll
  static void stop() {
    lambda.close();
  }

  @ParameterizedTest
  @EnumSource(EventSource.class)
  void carriesARequestThereAndBackOnEverySource(EventSource source) throws Exception {
    Probe.Log log = Probe.Log.create();
    try (LocalLambda each =
        LocalLambda.start(Probe.options(ProbeHandler.class, source, log).build())) {
      HttpResponse<String> response =
          Probe.post(
              each,
              "/widgets/a%2Fb?query=%7B%7D&x=1&x=2",
              "{\"ä\":1}".getBytes(StandardCharsets.UTF_8));
      assertThat(response.statusCode()).as(log.text()).isEqualTo(200);
      assertThat(response.headers().firstValue("content-type")).contains("application/json");
      Map<String, Object> event = Probe.json(response.body());
      assertThat(event).containsEntry("body", "{\"ä\":1}");
      assertThat(event.getOrDefault("path", event.get("rawPath"))).isEqualTo("/widgets/a%2Fb");
    }
  }

  @Test
  void showsTheEnvironmentThatLambdaSetsAndPassesTheUsersOn() throws Exception {
    String environment = Probe.get(lambda, "/do-environment").body();
    assertThat(environment)
        .contains(
            "FLEX_PROBE=passed on",
            "_HANDLER=" + ProbeHandler.class.getName() + "::handleRequest",
            "AWS_LAMBDA_FUNCTION_NAME=function",
            "AWS_LAMBDA_FUNCTION_MEMORY_SIZE=512",
            "AWS_LAMBDA_LOG_GROUP_NAME=/aws/lambda/function",
            "AWS_REGION=",
            "LAMBDA_TASK_ROOT=",
            "AWS_LAMBDA_RUNTIME_API=127.0.0.1:")
        .doesNotContain("AWS_LAMBDA_MAX_CONCURRENCY");
  }

  @Test
  void tellsTheFunctionItsDeadline() throws Exception {
    int left = Integer.parseInt(Probe.get(lambda, "/do-time").body());
    assertThat(left).isBetween(30_000, 60_000);
  }

  @Test
  void passesOnWhatTheFunctionPrintsLineByLine() throws Exception {
    Probe.get(lambda, "/do-print");
    await()
        .atMost(Probe.LONG)
        .untilAsserted(
            () ->
                assertThat(LOG.text().lines()).contains("to standard output", "to standard error"));
  }

  @Test
  void takesRequestLinesThatNoUriIs() throws Exception {
    assertThat(Probe.raw(lambda, "GET /a|b{c}?q={%zz}&r=^"))
        .contains("\"rawPath\":\"/a|b{c}\"")
        .contains("\"rawQueryString\":\"q={%zz}&r=^\"");
    assertThat(Probe.raw(lambda, "GET //x/%2F/")).contains("\"rawPath\":\"//x/%2F/\"");
  }

  @Test
  void refusesAMalformedEscapeOfThePathInJson() throws Exception {
    // The server itself cannot do otherwise; the function is not asked.
    assertThat(Probe.raw(lambda, "GET /x/%zz"))
        .startsWith("HTTP/1.1 400")
        .contains("\"error\":\"BadRequest\"");
  }

  @Test
  void refusesAMalformedEscapeOfTheQueryWhereTheSourceDecodesIt() throws Exception {
    Probe.Log log = Probe.Log.create();
    try (LocalLambda rest =
        LocalLambda.start(Probe.options(ProbeHandler.class, EventSource.AWS_REST, log).build())) {
      assertThat(Probe.raw(rest, "GET /x?q=%zz"))
          .startsWith("HTTP/1.1 400")
          .contains("The query string has an escape that is not %XX");
    }
  }

  @Test
  void answersHeadWithoutABody() throws Exception {
    String answer = Probe.raw(lambda, "HEAD /widgets");
    assertThat(answer).startsWith("HTTP/1.1 200").endsWith("\r\n\r\n");
  }

  @Test
  void answersManyRequestsAtOnceOneAfterTheOther() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try {
      List<Callable<Map<String, Object>>> calls =
          IntStream.range(0, 64)
              .<Callable<Map<String, Object>>>mapToObj(
                  i -> () -> Probe.json(Probe.get(lambda, "/many/" + i).body()))
              .toList();
      List<Future<Map<String, Object>>> answers = threads.invokeAll(calls);
      for (int i = 0; i < answers.size(); i++) {
        assertThat(answers.get(i).get()).containsEntry("rawPath", "/many/" + i);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void failsAThrowingFunctionWithoutTheTextOfItsException() throws Exception {
    HttpResponse<String> response = Probe.get(lambda, "/do-throw");
    assertThat(response.statusCode()).isEqualTo(502);
    assertThat(Probe.json(response.body()))
        .containsEntry("message", "The function failed; its log says why");
    assertServes();
  }

  @Test
  void replacesAProcessThatExits() throws Exception {
    HttpResponse<String> response = Probe.get(lambda, "/do-exit");
    assertThat(response.statusCode()).isEqualTo(502);
    assertThat(Probe.json(response.body()))
        .containsEntry(
            "message", "The function's process ended before it answered; its log says why");
    assertThat(LOG.text()).contains("The function's process ended with status 3");
    assertServes();
  }

  @Test
  void replacesAProcessThatEndsAfterItsAnswer() throws Exception {
    // The client tells of the error and then leaves, because it was the virtual machine's.
    assertThat(Probe.get(lambda, "/do-overflow").statusCode()).isEqualTo(502);
    assertServes();
  }

  @Test
  void refusesAnAnswerThatIsNoJson() throws Exception {
    HttpResponse<String> response = Probe.get(lambda, "/do-text");
    assertThat(response.statusCode()).isEqualTo(502);
    assertThat(Probe.json(response.body()))
        .containsEntry("message", "The function's answer is not JSON");
  }

  @Test
  void invokesWithARawEvent() throws Exception {
    HttpResponse<String> response = Probe.post(lambda, DIRECT, "[1, 2, 3]".getBytes("UTF-8"));
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("X-Amz-Function-Error")).isEmpty();
    assertThat(Probe.json(response.body())).containsEntry("body", "WzEsIDIsIDNd");
  }

  @Test
  void tellsTheErrorOfARawInvocation() throws Exception {
    HttpResponse<String> response = Probe.post(lambda, DIRECT, "\"do-throw\"".getBytes("UTF-8"));
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("X-Amz-Function-Error")).contains("Unhandled");
    assertThat(Probe.json(response.body()))
        .containsEntry("errorMessage", "the text of an exception")
        .containsEntry("errorType", "java.lang.IllegalStateException");
  }

  @Test
  void queuesAnAsynchronousInvocationAndTriesItThreeTimes() throws Exception {
    Probe.Log log = Probe.Log.create();
    LocalLambdaOptions options =
        Probe.options(ProbeHandler.class, EventSource.AWS_URL, log)
            .asyncRules(AsyncRules.LAMBDA.withWaits(List.of(Duration.ZERO, Duration.ZERO)))
            .build();
    try (LocalLambda queueing = LocalLambda.start(options)) {
      HttpResponse<String> accepted = invokeAsync(queueing, "\"do-throw\"");
      assertThat(accepted.statusCode()).isEqualTo(202);
      assertThat(accepted.body()).isEmpty();
      await().atMost(Probe.LONG).until(() -> !queueing.deadLetters().isEmpty());
      DeadLetter letter = queueing.deadLetters().get(0);
      assertThat(accepted.headers().firstValue("X-Amzn-RequestId")).contains(letter.requestId());
      assertThat(letter.tries()).isEqualTo(3);
      assertThat(Probe.json(new String(letter.error(), StandardCharsets.UTF_8)))
          .containsEntry("errorMessage", "the text of an exception");

      assertThat(invokeAsync(queueing, "\"do-print\"").statusCode()).isEqualTo(202);
      await()
          .atMost(Probe.LONG)
          .untilAsserted(() -> assertThat(log.text().lines()).contains("to standard output"));
      assertThat(queueing.deadLetters()).hasSize(1);
    }
  }

  @Test
  void tellsTheFunctionWhereItCanBeInvokedAndByWhatCredentials() throws Exception {
    assertThat(Probe.get(lambda, "/do-environment").body())
        .contains(
            "AWS_ENDPOINT_URL_LAMBDA=" + lambda.url(),
            "AWS_ACCESS_KEY_ID=",
            "AWS_SECRET_ACCESS_KEY=");
  }

  @Test
  void refusesInvocationsThatAreNotSignedWhereTheyMustBe() throws Exception {
    Probe.Log log = Probe.Log.create();
    LocalLambdaOptions options =
        Probe.options(ProbeHandler.class, EventSource.AWS_URL, log).verifySignatures(true).build();
    try (LocalLambda guarded = LocalLambda.start(options)) {
      HttpResponse<String> refused = invokeAsync(guarded, "{}");
      assertThat(refused.statusCode()).isEqualTo(403);
      assertThat(Probe.json(refused.body()))
          .containsEntry("message", "Missing Authentication Token");
      assertThat(Probe.get(guarded, "/widgets").statusCode()).isEqualTo(200);
    }
  }

  private static HttpResponse<String> invokeAsync(LocalLambda to, String event) throws Exception {
    return Probe.send(
        HttpRequest.newBuilder(URI.create(to.url() + DIRECT))
            .header("X-Amz-Invocation-Type", "Event")
            .POST(HttpRequest.BodyPublishers.ofString(event)));
  }

  @Test
  void passesLargeBodiesOn() throws Exception {
    byte[] body = "x".repeat(30_000_000).getBytes("UTF-8");
    HttpResponse<String> response = Probe.post(lambda, "/do-count", body);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(Integer.parseInt(response.body())).isGreaterThan(30_000_000);
  }

  @Test
  void refusesEventsOverFortyMegabytes() throws Exception {
    byte[] body = "\"".repeat(22_000_000).getBytes("UTF-8");
    HttpResponse<String> response = Probe.post(lambda, "/do-count", body);
    assertThat(response.statusCode()).isEqualTo(413);
    assertThat(Probe.json(response.body())).containsEntry("error", "RequestTooLarge");
  }

  @Test
  void runsEnvironmentsSideBySide(@TempDir Path directory) throws Exception {
    Probe.Log log = Probe.Log.create();
    Map<String, String> environment = new HashMap<>(System.getenv());
    Path file = directory.resolve("meeting");
    environment.put("PROBE_FILE", file.toString());
    LocalLambdaOptions options =
        Probe.options(ProbeHandler.class, EventSource.AWS_HTTP, log)
            .concurrency(2)
            .environment(environment)
            .build();
    ExecutorService threads = Executors.newFixedThreadPool(1);
    try (LocalLambda two = LocalLambda.start(options)) {
      Future<HttpResponse<String>> first = threads.submit(() -> Probe.get(two, "/do-meet"));
      await().atMost(Probe.LONG).until(() -> Files.exists(file));
      // The first waits in its environment until the second has come.
      assertThat(Probe.get(two, "/do-meet").body()).isEqualTo("true");
      assertThat(first.get().body()).isEqualTo("true");
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void replacesAFunctionThatDoesNotAnswerInTime() throws Exception {
    Probe.Log log = Probe.Log.create();
    LocalLambdaOptions options =
        Probe.options(ProbeHandler.class, EventSource.AWS_REST, log)
            .timeout(Duration.ofSeconds(2))
            .build();
    try (LocalLambda hanging = LocalLambda.start(options)) {
      String pid = Probe.get(hanging, "/do-pid").body();
      HttpResponse<String> response = Probe.get(hanging, "/do-hang");
      assertThat(response.statusCode()).isEqualTo(504);
      assertThat(Probe.json(response.body()))
          .containsEntry("message", "The function did not answer in time");
      assertThat(log.text()).contains("Task timed out after 2.00 seconds");
      assertThat(ProcessHandle.of(Long.parseLong(pid)).filter(ProcessHandle::isAlive)).isEmpty();
      assertThat(Probe.get(hanging, "/do-pid").body()).isNotEqualTo(pid);
    }
  }

  @Test
  void tellsOfTheTimeoutOfARawInvocation() throws Exception {
    Probe.Log log = Probe.Log.create();
    LocalLambdaOptions options =
        Probe.options(ProbeHandler.class, EventSource.AWS_ALB, log)
            .timeout(Duration.ofSeconds(1))
            .build();
    try (LocalLambda hanging = LocalLambda.start(options)) {
      HttpResponse<String> raw = Probe.post(hanging, DIRECT, "\"do-hang\"".getBytes("UTF-8"));
      assertThat(raw.headers().firstValue("X-Amz-Function-Error")).contains("Unhandled");
      assertThat(Probe.json(raw.body())).containsEntry("errorType", "Sandbox.Timedout");
      assertThat(Probe.get(hanging, "/do-hang").statusCode()).isEqualTo(502);
    }
  }

  @Test
  void tellsOfAHandlerThatCannotBeConstructed() throws Exception {
    Probe.Log log = Probe.Log.create();
    try (LocalLambda broken =
        LocalLambda.start(
            Probe.options(UnmakeableHandler.class, EventSource.AWS_HTTP, log).build())) {
      assertThat(broken.started().get(90, TimeUnit.SECONDS)).isFalse();
      HttpResponse<String> response = Probe.get(broken, "/");
      assertThat(response.statusCode()).isEqualTo(502);
      assertThat(Probe.json(response.body()))
          .containsEntry(
              "message", "The function's handler cannot be constructed; its log says why");
      assertThat(log.text())
          .contains(
              "The handler io.flexservices.local.lambda.UnmakeableHandler::handleRequest cannot be constructed:")
          .contains("no setting, no handler");
    }
  }

  @Test
  void tellsOfAProcessThatCannotStart() throws Exception {
    Probe.Log log = Probe.Log.create();
    LocalLambdaOptions options =
        Probe.options(ProbeHandler.class, EventSource.AWS_HTTP, log)
            .jvmOptions(List.of("-XX:NoSuchOption"))
            .build();
    try (LocalLambda broken = LocalLambda.start(options)) {
      assertThat(broken.started().get(90, TimeUnit.SECONDS)).isFalse();
      assertThat(Probe.get(broken, "/").statusCode()).isEqualTo(502);
      assertThat(log.text())
          .contains("The function's process ended with status 1 before it asked for an event");
    }
  }

  @Test
  void refusesWhatThePlatformRefuses() throws Exception {
    Probe.Log log = Probe.Log.create();
    LocalLambdaOptions options =
        Probe.options(ProbeHandler.class, EventSource.AWS_HTTP, log).platformLimits(true).build();
    try (LocalLambda limited = LocalLambda.start(options)) {
      byte[] seven = "x".repeat(7_000_000).getBytes("UTF-8");
      assertThat(Probe.post(limited, "/do-count", seven).statusCode()).isEqualTo(413);
      byte[] eleven = "x".repeat(11_000_000).getBytes("UTF-8");
      assertThat(Probe.json(Probe.post(limited, "/do-count", eleven).body()))
          .containsEntry("debug", "The request body is over the limit of 10485760 bytes");
      assertThat(Probe.post(limited, DIRECT, seven).statusCode()).isEqualTo(413);
      String two = "x".repeat(2_000_000);
      assertThat(invokeAsync(limited, two).statusCode()).isEqualTo(413);
      HttpResponse<String> large = Probe.get(limited, "/do-large");
      assertThat(large.statusCode()).isEqualTo(502);
      assertThat(Probe.json(large.body()))
          .containsEntry("message", "The function's answer is larger than the platform passes on");
      assertThat(Probe.json(Probe.get(limited, "/a%2Fb").body())).containsEntry("rawPath", "/a/b");
    }
  }

  @Test
  void passesLargeAnswersOnWithoutThePlatformsLimits() throws Exception {
    HttpResponse<String> response = Probe.get(lambda, "/do-large");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).hasSize(7_000_000);
  }

  @Test
  void endsRequestsInFlightAndTheProcessWhenItCloses() throws Exception {
    Probe.Log log = Probe.Log.create();
    ExecutorService threads = Executors.newFixedThreadPool(1);
    LocalLambda closing =
        LocalLambda.start(Probe.options(ProbeHandler.class, EventSource.AWS_HTTP, log).build());
    try {
      long pid = Long.parseLong(Probe.get(closing, "/do-pid").body());
      Future<HttpResponse<String>> hanging = threads.submit(() -> Probe.get(closing, "/do-hang"));
      await().atMost(Probe.LONG).until(() -> log.text().contains("hanging"));
      closing.close();
      assertThat(hanging.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(503);
      assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
    } finally {
      closing.close();
      threads.shutdownNow();
    }
  }

  private static void assertServes() throws Exception {
    assertThat(Probe.get(lambda, "/widgets").statusCode()).isEqualTo(200);
  }
}
