package io.flexservices.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.conformance.platform.RunningTarget;
import io.flexservices.conformance.platform.Target;
import io.flexservices.conformance.platform.TargetOptions;
import io.flexservices.json.Json;
import io.flexservices.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Requests that are served at once see nothing of each other. Where a target takes more than one at
 * a time, each handler dwells, so that all are inside together; one of Lambda's environments takes
 * one event after the other, and there what is tested is that nothing of the last one is left.
 */
class ConcurrencyIT {
  private static final int CALLERS = 64;
  private static final int DWELL_MS = 500;

  @ParameterizedTest
  @EnumSource(Target.class)
  void keepsDataContextsApart(Target target) throws Exception {
    try (RunningTarget running = target.start(TargetOptions.defaults())) {
      RawHttp http = new RawHttp(running.url());
      List<JsonObject> seen =
          all(me -> http.get("/scripted/" + me, headers(me, script(target, "entityId"))));
      for (int i = 0; i < CALLERS; i++) {
        assertThat(seen.get(i).asMap()).isEqualTo(answer("user" + i));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Target.class)
  void keepsFunctionsAndTheirEnvelopesApart(Target target) throws Exception {
    try (RunningTarget running = target.start(TargetOptions.defaults())) {
      RawHttp http = new RawHttp(running.url());
      List<JsonObject> seen =
          all(
              me ->
                  http.post(
                      "/_flexFunctions/scripted",
                      Json.text(
                          Map.of(
                              "objectName", me,
                              "tempObjectStore", Map.of("mine", me),
                              "body", Map.of("script", script(target, "objectName")))),
                      headers(me, List.of())));
      for (int i = 0; i < CALLERS; i++) {
        isEnvelopeOf("user" + i, seen.get(i));
      }
    }
  }

  private static void isEnvelopeOf(String me, JsonObject envelope) {
    assertThat(envelope.path("response.body")).isEqualTo(JsonObject.of(answer(me)));
    assertThat(envelope.path("request.username")).isEqualTo(me);
    assertThat(envelope.path("request.userId")).isEqualTo("id-" + me);
    assertThat(envelope.path("request.tempObjectStore.mine")).isEqualTo(me);
    assertThat(envelope.path("request.headers.x-kinvey-custom-request-properties"))
        .isEqualTo("{\"mine\":\"" + me + "\"}");
  }

  private static Map<String, Object> answer(String me) {
    return Map.of("name", me, "id", "id-" + me, "header", me, "subject", me);
  }

  /** A script that dwells and then answers with what it finds in its context. */
  private static List<?> script(Target target, String subject) {
    Map<String, ?> answer =
        Map.of(
            "name", Map.of("$ctx", "username"),
            "id", Map.of("$ctx", "userId"),
            "header", Map.of("$ctx", "headers.x-me"),
            "subject", Map.of("$ctx", subject));
    List<?> dwell = List.of("sleep", target.takesSeveralAtOnce() ? DWELL_MS : 0);
    return List.of(dwell, List.of("setBody", answer), List.of("ok"), List.of("next"));
  }

  private static String[] headers(String me, List<?> script) {
    Map<String, ?> original =
        Map.of(
            "x-me", me,
            "x-kinvey-custom-request-properties", Json.text(Map.of("mine", me)),
            "x-flex-script", Json.text(script));
    return new String[] {
      "Content-Type: application/json",
      "X-Kinvey-Username: " + me,
      "X-Kinvey-User-Id: id-" + me,
      "X-Kinvey-Original-Request-Headers: " + Json.text(original)
    };
  }

  @FunctionalInterface
  private interface Caller {
    RawHttp.Answer call(String me) throws Exception;
  }

  private static List<JsonObject> all(Caller caller) throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    try {
      List<Callable<RawHttp.Answer>> calls = new ArrayList<>();
      for (int i = 0; i < CALLERS; i++) {
        String me = "user" + i;
        calls.add(() -> caller.call(me));
      }
      List<JsonObject> answers = new ArrayList<>();
      for (Future<RawHttp.Answer> answer : callers.invokeAll(calls, 120, TimeUnit.SECONDS)) {
        answers.add(answer.get().json());
      }
      return answers;
    } finally {
      callers.shutdownNow();
    }
  }
}
