package io.flexservices.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.conformance.platform.Build;
import io.flexservices.json.Json;
import io.flexservices.local.lambda.EventSource;
import io.flexservices.local.lambda.LocalLambda;
import io.flexservices.local.lambda.LocalLambdaOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How many classes a cold function has loaded when it has answered its first requests, through the
 * deployable jar and the real runtime client. Each costs a fraction of a millisecond that somebody
 * waits for. Counted are those beyond what the client loads for a handler that does nothing, so
 * that the numbers are the project's own.
 */
class ClassBudgetIT {
  private static final String HANDLER = "io.flexservices.aws.FlexLambdaHandler";
  private static final String SECRET = "the secret of the budget";

  /**
   * The most that may be loaded when a function has answered a GET and an echo, on JDK 17 and with
   * the runtime client's own classes: some 943, of which 55 are from jars.
   */
  private static final int MOST = 1_150;

  private static final int MOST_FROM_JARS = 200;

  /** For what another update of the JDK does otherwise; the same one always counts the same. */
  private static final int SLACK = 6;

  /** What no request needs that makes no call, binds no class and asks no query. */
  private static final List<String> UNWANTED =
      List.of(
          "com.fasterxml.jackson.",
          "com.google.re2j.",
          "com.amazonaws.services.lambda.runtime.events.",
          "java.net.HttpURLConnection",
          "java.net.http.",
          "java.time.format.",
          "java.util.logging.",
          "java.util.regex.",
          "java.util.stream.",
          "javax.net.ssl.",
          "org.crac.",
          "org.joda.",
          "org.reactivestreams.",
          "org.slf4j.",
          "software.amazon.awssdk.",
          "sun.net.www.protocol.http.",
          "sun.security.ssl.");

  /**
   * The classes after the first answers, each kind of request after the ones above it.
   *
   * @param request what is sent
   * @param all how many there are on JDK 17; the JDK's own share differs from release to release
   * @param fromJars how many of them are not the JDK's
   */
  private record Budget(Request request, int all, int fromJars) {}

  private record Request(String method, String path, Object body) {}

  private static final List<Budget> BUDGETS =
      List.of(
          new Budget(new Request("GET", "/widgets/42", ""), 174, 136),
          new Budget(
              new Request("POST", "/_flexFunctions/echo", Map.of("body", kilobyte())), 183, 142),
          new Budget(
              new Request(
                  "POST", "/_auth/mySSO", Map.of("username", "ada", "password", "opensesame")),
              186,
              145),
          new Budget(new Request("POST", "/_command/discover", Map.of()), 189, 147),
          new Budget(new Request("GET", "/healthcheck", ""), 189, 147));

  @TempDir private static Path logs;

  /** By what was answered last. */
  private static final Map<Budget, LoadedClasses> LOADED = new LinkedHashMap<>();

  private static LoadedClasses floor;

  /** With those of the floor, after a GET and an echo. */
  private static LoadedClasses afterTheFirstTwo;

  @BeforeAll
  static void answerOnce() throws Exception {
    Path log = logs.resolve("floor.log");
    Path classes =
        Path.of(ConstantHandler.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (LocalLambda lambda = start(classes, ConstantHandler.class.getName(), log)) {
      floor = after(BUDGETS.get(0).request(), lambda, log);
    }
    log = logs.resolve("service.log");
    try (LocalLambda lambda = start(Build.awsJar(), HANDLER, log)) {
      for (Budget budget : BUDGETS) {
        LoadedClasses loaded = after(budget.request(), lambda, log);
        LOADED.put(budget, loaded.beyond(floor));
        if (budget.equals(BUDGETS.get(1))) {
          afterTheFirstTwo = loaded;
        }
      }
    }
  }

  @Test
  void isKeptByTheFirstRequestOfEachKind() {
    SoftAssertions softly = new SoftAssertions();
    LOADED.forEach(
        (budget, loaded) -> {
          String request = budget.request().method() + " " + budget.request().path();
          softly
              .assertThat(loaded.fromJars())
              .as("classes from jars after " + request)
              .hasSizeBetween(budget.fromJars() - SLACK, budget.fromJars() + SLACK);
          if (Runtime.version().feature() == 17) {
            softly
                .assertThat(loaded.all())
                .as("classes after " + request)
                .hasSizeBetween(budget.all() - SLACK, budget.all() + SLACK);
          }
        });
    softly.assertAll();
  }

  @Test
  void isWithinTheGoalWithTheClientsOwn() {
    if (Runtime.version().feature() == 17) {
      assertThat(afterTheFirstTwo.all()).hasSizeLessThanOrEqualTo(MOST);
    }
    assertThat(afterTheFirstTwo.fromJars())
        .filteredOn(name -> !name.startsWith("io.flexservices.local."))
        .as("without what ends a process of the local runtime with it")
        .hasSizeLessThanOrEqualTo(MOST_FROM_JARS);
  }

  @Test
  void hasNoRoomForWhatNoSuchRequestNeeds() {
    assertThat(LOADED.values())
        .hasSize(BUDGETS.size())
        .allSatisfy(
            loaded ->
                assertThat(loaded.all())
                    .contains(HANDLER)
                    .noneMatch(name -> UNWANTED.stream().anyMatch(name::startsWith)));
  }

  /**
   * What is loaded when a request was answered. It is sent twice: some classes come after an answer
   * has left, and those are there before the next one.
   */
  private static LoadedClasses after(Request request, LocalLambda lambda, Path log)
      throws IOException {
    RawHttp http = new RawHttp(lambda.url());
    for (int time = 0; time < 2; time++) {
      RawHttp.Answer answer = send(http, request);
      assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }
    return LoadedClasses.in(log);
  }

  private static RawHttp.Answer send(RawHttp http, Request request) throws IOException {
    String app =
        Json.text(Map.of("_id", "kid", "appsecret", "a", "mastersecret", "m", "blFlags", Map.of()));
    return http.send(
        request.method(),
        request.path(),
        request.body() instanceof String none ? none : Json.text(request.body()),
        "X-Auth-Key: " + SECRET,
        "Content-Type: application/json",
        "X-Kinvey-Request-Id: 0123456789abcdef",
        "X-Kinvey-Username: ada",
        "X-Kinvey-User-Id: 58450d87c077970e38a388ef",
        "X-Kinvey-App-Metadata: " + app,
        "X-Kinvey-Original-Request-Headers: {\"x-kinvey-api-version\":\"3\",\"accept\":\"*/*\"}");
  }

  private static LocalLambda start(Path code, String handler, Path log) {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.keySet().removeIf(name -> name.startsWith("FLEX_"));
    // As in template.yaml.
    environment.put("FLEX_SERVICE", "io.flexservices.conformance.fixture.FixtureService");
    environment.put("FLEX_SHARED_SECRET", SECRET);
    LocalLambda lambda =
        LocalLambda.start(
            LocalLambdaOptions.builder(
                    List.of(code), handler + "::handleRequest", EventSource.AWS_URL)
                .jvmOptions(List.of(LoadedClasses.jvmOption(log)))
                .environment(environment)
                .build());
    assertThat(lambda.started().join()).isTrue();
    return lambda;
  }

  private static List<Map<String, Object>> kilobyte() {
    return Collections.nCopies(
        10, Map.of("name", "a thing of some length", "price", 1.5, "tags", List.of("a", "b")));
  }
}
