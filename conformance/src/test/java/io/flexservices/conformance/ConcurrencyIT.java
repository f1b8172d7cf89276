package io.flexservices.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.conformance.platform.RunningTarget;
import io.flexservices.conformance.platform.Target;
import io.flexservices.conformance.platform.TargetOptions;
import io.flexservices.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Requests that are served at once see nothing of each other. */
class ConcurrencyIT {
  private static final int CALLERS = 64;

  @ParameterizedTest
  @EnumSource(Target.class)
  void keepsContextsApart(Target target) throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    try (RunningTarget running = target.start(TargetOptions.defaults())) {
      RawHttp http = new RawHttp(running.url());
      List<Callable<RawHttp.Answer>> calls = new ArrayList<>();
      for (int i = 0; i < CALLERS; i++) {
        String me = "user" + i;
        calls.add(
            () ->
                http.get(
                    "/scripted/" + me,
                    "X-Kinvey-Username: " + me,
                    "X-Kinvey-User-Id: id-" + me,
                    "X-Kinvey-Original-Request-Headers: {\"x-me\":\"" + me + "\"}"));
      }
      List<Future<RawHttp.Answer>> answers = callers.invokeAll(calls, 120, TimeUnit.SECONDS);
      for (int i = 0; i < CALLERS; i++) {
        isFor("user" + i, answers.get(i).get().json());
      }
    } finally {
      callers.shutdownNow();
    }
  }

  private static void isFor(String me, JsonObject seen) {
    assertThat(seen.string("entityId")).isEqualTo(me);
    assertThat(seen.string("username")).isEqualTo(me);
    assertThat(seen.string("userId")).isEqualTo("id-" + me);
    assertThat(seen.path("headers.x-me")).isEqualTo(me);
  }
}
