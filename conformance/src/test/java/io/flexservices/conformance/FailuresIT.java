package io.flexservices.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flexservices.conformance.fixture.WorkFixture;
import io.flexservices.conformance.platform.Target;
import io.flexservices.conformance.platform.TargetOptions;
import io.flexservices.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Handlers that fail are answered 550 in Kinvey's form, and the next request as if nothing was. */
class FailuresIT {
  private static final String JSON = "Content-Type: application/json";
  private static final long TIMEOUT_MS = 2_000;
  private static final String SECRET = "s3cr3t";
  private static final String[] HEADERS = {JSON, "X-Auth-Key: " + SECRET};

  @TestFactory
  Stream<DynamicTest> answersFailingHandlersAndGoesOn() {
    TargetOptions options = TargetOptions.defaults().withTimeoutMs(TIMEOUT_MS);
    return SideBySide.onAllTargets(
        target -> options, (target, running) -> answersAndGoesOn(new RawHttp(running.url())));
  }

  private static void answersAndGoesOn(RawHttp http) throws IOException {
    isRuntimeError(http.get("/scripted/1", Scripts.header(List.of("uncaught", "boom"))));
    answersNormally(http);

    isRuntimeError(http.get("/scripted/1", Scripts.header(List.of("overflow"))));
    answersNormally(http);

    RawHttp.Answer late = http.get("/scripted/1", Scripts.header(List.of("never")));
    isRuntimeError(late);
    assertThat(late.json().value("debug"))
        .isEqualTo(
            "The handler FlexData scripted.onGetById was not done within " + TIMEOUT_MS + " ms");
    answersNormally(http);

    RawHttp.Answer function =
        http.post("/_flexFunctions/scripted", "{\"body\":{\"script\":[[\"never\"]]}}", JSON);
    assertThat(function.status()).isEqualTo(550);
    JsonObject response = Objects.requireNonNull(function.json().object("response"));
    assertThat(response.path("body.error")).isEqualTo("FlexRuntimeError");
    assertThat(response.value("continue")).isEqualTo(false);

    isRuntimeError(
        http.post(
            "/_auth/scripted", "{\"username\":\"ann\"}", JSON, Scripts.header(List.of("never"))));
    answersNormally(http);
  }

  @TestFactory
  Stream<DynamicTest> givesUpAHandlerBeforeThePlatformDoes() {
    return SideBySide.onAllTargets(
        target -> within(deadlineMs(target)),
        (target, running) -> givesUp(new RawHttp(running.url()), deadlineMs(target)));
  }

  private static void givesUp(RawHttp http, long deadlineMs) throws IOException {
    isGivenUp("hang", http.post("/_flexFunctions/hang", "{}", HEADERS), deadlineMs);

    await()
        .atMost(30, TimeUnit.SECONDS)
        .untilAsserted(
            () -> {
              JsonObject seen = http.post("/_flexFunctions/interrupts", "{}", HEADERS).json();
              assertThat(seen.path("response.body")).isEqualTo(1L);
            });
  }

  @TestFactory
  Stream<DynamicTest> hangsUpOnTheBackendWhenTheTimeIsSpent() {
    return SideBySide.onAllTargets(
        target -> within(deadlineMs(target)),
        (target, running) -> hangsUp(new RawHttp(running.url())));
  }

  private static void hangsUp(RawHttp http) throws IOException {
    try (SilentBackend backend = new SilentBackend()) {
      String[] headers = KinveyStub.headers(backend.url(), SECRET);

      RawHttp.Answer answer = http.post("/_flexFunctions/find", "{}", headers);

      assertThat(answer.status()).isEqualTo(550);
      assertThat(backend.wasCalled()).isTrue();
      // A function may be frozen until it is asked again.
      await()
          .atMost(30, TimeUnit.SECONDS)
          .until(() -> http.get("/healthcheck").status() == 200 && backend.wasHungUpOn());
    }
  }

  /** Apart from each other: those that are over at once share the processors with their answers. */
  private static long deadlineMs(Target target) {
    return 6_000 + 500 * target.ordinal();
  }

  private static TargetOptions within(long deadlineMs) {
    return TargetOptions.defaults()
        .withSecret(SECRET)
        .withDeadlineMs(deadlineMs)
        .withVariables(Map.of("FLEX_SERVICE", WorkFixture.class.getName()));
  }

  private static void isGivenUp(String function, RawHttp.Answer answer, long deadlineMs) {
    assertThat(answer.status()).isEqualTo(550);
    JsonObject response = Objects.requireNonNull(answer.json().object("response"));
    assertThat(response.path("body.error")).isEqualTo("FlexRuntimeError");
    Matcher debug =
        Pattern.compile("The handler FlexFunctions (\\w+) was not done within (\\d+) ms")
            .matcher((String) Objects.requireNonNull(response.path("body.debug")));
    assertThat(debug.matches()).isTrue();
    assertThat(debug.group(1)).isEqualTo(function);
    assertThat(Long.parseLong(debug.group(2))).isBetween(deadlineMs / 2, deadlineMs);
  }

  private static void isRuntimeError(RawHttp.Answer answer) {
    assertThat(answer.status()).isEqualTo(550);
    assertThat(answer.header("Content-Type")).startsWith("application/json");
    JsonObject json = answer.json();
    assertThat(json.names()).containsExactly("error", "description", "debug");
    assertThat(json.value("error")).isEqualTo("FlexRuntimeError");
    assertThat(json.value("description"))
        .isEqualTo("The Flex Service had a runtime error.  See debug message for details");
  }

  private static void answersNormally(RawHttp http) throws IOException {
    RawHttp.Answer answer = http.get("/widgets/42");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().string("_id")).isEqualTo("42");
  }
}
