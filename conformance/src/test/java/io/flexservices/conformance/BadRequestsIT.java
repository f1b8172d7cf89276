package io.flexservices.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.conformance.platform.RunningTarget;
import io.flexservices.conformance.platform.Target;
import io.flexservices.conformance.platform.TargetOptions;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is malformed, too large or for no route is refused in JSON, with the right status. */
class BadRequestsIT {
  private static final String JSON = "Content-Type: application/json";
  private static final int LIMIT = 26_214_400;

  @ParameterizedTest
  @EnumSource(Target.class)
  void refusesInJson(Target target) throws IOException {
    try (RunningTarget running = target.start(TargetOptions.defaults())) {
      RawHttp http = new RawHttp(running.url());

      refused(http.post("/scripted", "{\"a\":", JSON), 400, "BadRequest");
      refused(http.post("/scripted", "5", JSON), 400, "BadRequest");
      refused(http.post("/_flexFunctions/echo", "[1,", JSON), 400, "BadRequest");
      refused(http.get("/no/such/route"), 404, "NotFound");
      refused(http.get("/"), 404, "NotFound");
      refused(http.post("/_command/other", "{}", JSON), 404, "NotFound");
      refused(http.get("/widgets?q=%zz"), 400, "BadRequest");
      if (target != Target.GCP) {
        refused(http.get("/widgets/%zz"), 400, "BadRequest");
        refused(http.get("/widgets/%FF"), 400, "BadRequest");
      }

      RawHttp.Answer method = http.send("PATCH", "/widgets/1", "{}", JSON);
      refused(method, 405, "NotAllowed");
      assertThat(method.header("Allow")).isEqualTo("GET, HEAD, POST, PUT, DELETE");
      assertThat(http.get("/widgets/42").status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @EnumSource(Target.class)
  void refusesABodyOverTheLimitAndTakesOneAtTheLimit(Target target) throws IOException {
    try (RunningTarget running = target.start(TargetOptions.defaults())) {
      RawHttp http = new RawHttp(running.url());
      String frame = "{\"body\":{\"a\":\"\"}}";
      String filler = "a".repeat(LIMIT - frame.length());

      refused(
          http.post("/scripted", "{\"body\":{\"a\":\"" + filler + "b\"}}", JSON),
          413,
          "RequestTooLarge");
      assertThat(http.post("/nosuch", "{\"body\":{\"a\":\"" + filler + "\"}}", JSON).status())
          .isEqualTo(501);
    }
  }

  /** A client that sends all before it reads sees the answer, not a broken connection. */
  @ParameterizedTest
  @EnumSource(Target.class)
  void letsARefusedClientFinishItsSending(Target target) throws IOException {
    try (RunningTarget running = target.start(TargetOptions.defaults())) {
      RawHttp http = new RawHttp(running.url());
      String body = "{\"a\":\"" + "a".repeat(8_000_000) + "\"}";

      refused(http.post("/widgets?q=%zz", body, JSON), 400, "BadRequest");
      refused(http.post("/no/such/route", body, JSON), 404, "NotFound");
    }
  }

  private static void refused(RawHttp.Answer answer, int status, String error) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).startsWith("application/json");
    assertThat(answer.json().names()).containsExactly("error", "description", "debug");
    assertThat(answer.json().value("error")).isEqualTo(error);
    assertThat(answer.body()).doesNotContain("Exception");
  }
}
