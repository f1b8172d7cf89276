package io.flexservices.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flexservices.conformance.platform.Build;
import io.flexservices.json.Json;
import io.flexservices.json.JsonObject;
import io.flexservices.local.lambda.EventSource;
import io.flexservices.local.lambda.LocalLambda;
import io.flexservices.local.lambda.LocalLambdaOptions;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Lambda's concurrent mode: 64 threads of the real runtime client, in one process, ask for events
 * and serve them side by side. Nobody gets in unless all are inside at once.
 */
class ConcurrentModeIT {
  private static final int AT_ONCE = 64;
  private static final String HANDLER = "io.flexservices.aws.FlexLambdaHandler::handleRequest";
  private static final String SERVICE = "io.flexservices.conformance.fixture.GatheringService";

  private final ByteArrayOutputStream output = new ByteArrayOutputStream();
  private final ExecutorService callers = Executors.newFixedThreadPool(AT_ONCE);

  @AfterEach
  void stop() {
    callers.shutdownNow();
  }

  @ParameterizedTest
  @EnumSource(EventSource.class)
  void keepsIdentitiesAndLogLinesApart(EventSource source) throws Exception {
    try (LocalLambda lambda = start(source, Duration.ofSeconds(90))) {
      RawHttp http = new RawHttp(lambda.url());
      List<Callable<RawHttp.Answer>> calls = new ArrayList<>();
      for (int i = 0; i < AT_ONCE; i++) {
        String me = "user" + i;
        calls.add(() -> call(http, "gather", me, "all", AT_ONCE));
      }
      Set<Object> processes = new HashSet<>();
      int i = 0;
      for (Future<RawHttp.Answer> answer : callers.invokeAll(calls, 120, TimeUnit.SECONDS)) {
        JsonObject seen = (JsonObject) answer.get().json().path("response.body");
        processes.add(seen.value("process"));
        isAllOf("user" + i++, seen);
      }
      assertThat(processes).hasSize(1);
      await().atMost(Duration.ofSeconds(30)).untilAsserted(this::linesAreOfTheirRequests);
    }
  }

  /** The first runs out of its time while the second, which came later, is still within its own. */
  @ParameterizedTest
  @ValueSource(ints = 10)
  void keepsDeadlinesApart(int seconds) throws Exception {
    try (LocalLambda lambda = start(EventSource.AWS_HTTP, Duration.ofSeconds(seconds))) {
      RawHttp http = new RawHttp(lambda.url());
      Future<RawHttp.Answer> late =
          callers.submit(() -> call(http, "gather", "early", "nobody else comes", 2));
      await()
          .pollDelay(Duration.ofSeconds(seconds / 2))
          .atMost(Duration.ofSeconds(seconds))
          .until(() -> missing(http, "nobody else comes") == 1);
      Future<RawHttp.Answer> second =
          callers.submit(() -> call(http, "gather", "later", "pair", 2));
      RawHttp.Answer first = late.get(60, TimeUnit.SECONDS);
      assertThat(first.status()).isEqualTo(550);
      assertThat(first.body()).contains("was not done within");
      assertThat(call(http, "gather", "third", "pair", 2).status()).isEqualTo(200);
      assertThat(second.get(60, TimeUnit.SECONDS).status()).isEqualTo(200);
    }
  }

  private LocalLambda start(EventSource source, Duration timeout) throws Exception {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.keySet().removeIf(name -> name.startsWith("FLEX_"));
    environment.put("FLEX_SERVICE", SERVICE);
    LocalLambda lambda =
        LocalLambda.start(
            LocalLambdaOptions.builder(List.of(Build.awsJar()), HANDLER, source)
                .environment(environment)
                .timeout(timeout)
                .maxConcurrency(AT_ONCE)
                .log(new PrintStream(output, true, StandardCharsets.UTF_8))
                .build());
    assertThat(lambda.started().get(90, TimeUnit.SECONDS)).as(output::toString).isTrue();
    return lambda;
  }

  private static long missing(RawHttp http, String name) throws Exception {
    JsonObject answer = call(http, "missing", "me", name, 2).json();
    return (Long) answer.path("response.body.missing");
  }

  private static RawHttp.Answer call(
      RawHttp http, String function, String me, String gathering, int size) throws Exception {
    return http.post(
        "/_flexFunctions/" + function,
        Json.text(Map.of("body", Map.of("name", gathering, "of", size))),
        "Content-Type: application/json",
        "X-Kinvey-Request-Id: r-" + me,
        "X-Kinvey-Username: " + me,
        "X-Kinvey-User-Id: id-" + me,
        "X-Kinvey-App-Metadata: "
            + Json.text(Map.of("_id", "kid-" + me, "mastersecret", "ms-" + me)),
        "X-Kinvey-Original-Request-Headers: " + Json.text(Map.of("X-Me", me)));
  }

  private static void isAllOf(String me, JsonObject seen) {
    assertThat(seen.string("username")).isEqualTo(me);
    assertThat(seen.string("userId")).isEqualTo("id-" + me);
    assertThat(seen.string("header")).isEqualTo(me);
    assertThat(seen.string("app")).isEqualTo("kid-" + me);
    assertThat(seen.string("secret")).isEqualTo("ms-" + me);
  }

  private void linesAreOfTheirRequests() {
    List<JsonObject> lines =
        output
            .toString(StandardCharsets.UTF_8)
            .lines()
            // The client ends no line when it says how many threads it has.
            .filter(line -> line.contains("{\"message\":"))
            .map(line -> JsonObject.parse(line.substring(line.indexOf('{'))))
            .filter(line -> String.valueOf(line.value("message")).startsWith("I am "))
            .toList();
    assertThat(lines).hasSize(AT_ONCE);
    for (JsonObject line : lines) {
      assertThat(line.string("requestId"))
          .isEqualTo("r-" + String.valueOf(line.string("message")).substring("I am ".length()));
      assertThat(line.string("handler")).isEqualTo("FlexFunctions gather");
    }
    assertThat(lines.stream().map(line -> line.string("requestId")).distinct()).hasSize(AT_ONCE);
  }
}
