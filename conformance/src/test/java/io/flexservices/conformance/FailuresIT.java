package io.flexservices.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.conformance.platform.RunningTarget;
import io.flexservices.conformance.platform.Target;
import io.flexservices.conformance.platform.TargetOptions;
import io.flexservices.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Handlers that fail are answered 550 in Kinvey's form, and the next request as if nothing was. */
class FailuresIT {
  private static final String JSON = "Content-Type: application/json";

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
