package io.flexservices.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flexservices.conformance.fixture.WorkFixture;
import io.flexservices.conformance.platform.RunningTarget;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Handlers that fail are answered 550 in Kinvey's form, and the next request as if nothing was. */
class FailuresIT {
  private static final String JSON = "Content-Type: application/json";
  private static final String SECRET = "s3cr3t";
  private static final String[] HEADERS = {JSON, "X-Auth-Key: " + SECRET};

  @ParameterizedTest
  @EnumSource(Target.class)
  void answersFailingHandlersAndGoesOn(Target target) throws IOException {
    try (RunningTarget running = target.start(TargetOptions.defaults().withTimeoutMs(2_000))) {
      RawHttp http = new RawHttp(running.url());

      isRuntimeError(http.get("/scripted/1", Scripts.header(List.of("uncaught", "boom"))));
      answersNormally(http);

      isRuntimeError(http.get("/scripted/1", Scripts.header(List.of("overflow"))));
      answersNormally(http);

      RawHttp.Answer late = http.get("/scripted/1", Scripts.header(List.of("never")));
      isRuntimeError(late);
      assertThat(late.json().value("debug"))
          .isEqualTo("The handler FlexData scripted.onGetById was not done within 2000 ms");
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
  }

  @ParameterizedTest
  @EnumSource(Target.class)
  void givesUpAHandlerBeforeThePlatformDoes(Target target) throws IOException {
    try (RunningTarget running = target.start(within(8_000))) {
      RawHttp http = new RawHttp(running.url());

      isGivenUp("hang", http.post("/_flexFunctions/hang", "{}", HEADERS), 8_000);

      await()
          .atMost(30, TimeUnit.SECONDS)
          .untilAsserted(
              () -> {
                JsonObject seen = http.post("/_flexFunctions/interrupts", "{}", HEADERS).json();
                assertThat(seen.path("response.body")).isEqualTo(1L);
              });
    }
  }

  @ParameterizedTest
  @EnumSource(Target.class)
  void hangsUpOnTheBackendWhenTheTimeIsSpent(Target target) throws IOException {
    try (SilentBackend backend = new SilentBackend();
        RunningTarget running = target.start(within(8_000))) {
      RawHttp http = new RawHttp(running.url());
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
