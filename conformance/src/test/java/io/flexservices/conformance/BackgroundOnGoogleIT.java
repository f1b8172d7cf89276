package io.flexservices.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.conformance.fixture.WorkFixture;
import io.flexservices.conformance.platform.RunningTarget;
import io.flexservices.conformance.platform.Target;
import io.flexservices.conformance.platform.TargetOptions;
import io.flexservices.json.JsonObject;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Background work on Google's own invoker, handed to Cloud Tasks and brought back by it. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class BackgroundOnGoogleIT {
  private static final String SECRET = "s3cr3t";

  private CloudTasksStub tasks;
  private KinveyStub kinvey;
  private RunningTarget running;
  private RawHttp http;

  @BeforeEach
  void start() throws IOException {
    tasks = new CloudTasksStub();
    kinvey = new KinveyStub();
    int port = freePort();
    Map<String, String> variables = new HashMap<>(tasks.variables("http://127.0.0.1:" + port));
    variables.put("FLEX_SERVICE", WorkFixture.class.getName());
    running =
        Target.GCP.start(
            TargetOptions.defaults()
                .withPort(port)
                .withSecret(SECRET)
                .withDeadlineMs(30_000)
                .withVariables(variables));
    http = new RawHttp(running.url());
  }

  @AfterEach
  void stop() {
    if (running != null) {
      running.close();
    }
    kinvey.close();
    tasks.close();
  }

  @Test
  void workPassesThroughCloudTasksAndIsTriedAgain() throws Exception {
    Object key = order("{\"month\":11,\"failures\":1}");

    CloudTasksStub.Attempt first = tasks.attempts().take();
    CloudTasksStub.Attempt second = tasks.attempts().take();
    assertThat(first.status()).isEqualTo(550);
    assertThat(second.status()).isEqualTo(200);
    assertThat(second.retries()).isEqualTo(1);
    assertThat(kinvey.saves()).extracting(save -> save.value("attempt")).containsExactly(1L, 2L);
    assertThat(kinvey.saves()).extracting(save -> save.value("_id")).containsOnly(key);
    assertThat(kinvey.entities()).hasSize(1);
    JsonObject saved = kinvey.saves().take();
    assertThat(saved.value("username")).isEqualTo("ann");
    assertThat(saved.path("payload.month")).isEqualTo(11L);
  }

  @Test
  void workWaitsForItsTime() throws Exception {
    Object unused = order("{\"delayMs\":1500}");

    CloudTasksStub.Attempt attempt = tasks.attempts().take();
    assertThat(attempt.status()).isEqualTo(200);
    // The task was created somewhat later than it was ordered.
    assertThat(attempt.waited()).isGreaterThan(Duration.ofMillis(500));
  }

  @Test
  void workThatIsChangedOnItsWayIsRefused() throws Exception {
    tasks.onTheWay(body -> body.replace("\\\"name\\\":\\\"save\\\"", "\\\"name\\\":\\\"tick\\\""));
    Object unused = order("{}");

    for (int i = 0; i < 5; i++) {
      assertThat(tasks.attempts().take().status()).isEqualTo(401);
    }
    assertThat(kinvey.saves()).isEmpty();
    assertThat(ticks()).isEqualTo("[]");
  }

  @Test
  void cloudSchedulerNeedsTheKeyAndItsRunsAreToldApart() throws Exception {
    assertThat(schedule("X-Auth-Key: wrong").status()).isEqualTo(401);
    assertThat(schedule("X-Auth-Key: " + SECRET).status()).isEqualTo(200);
    assertThat(ticks()).isEqualTo("[\"nightly@2026-01-02T03:00:00Z\"]");
  }

  private Object order(String body) throws IOException {
    RawHttp.Answer answer =
        http.post("/_flexFunctions/order", "{\"body\":" + body + "}", kinvey.headers(SECRET));
    JsonObject json = answer.json();
    assertThat(json.path("response.statusCode")).as(answer.body()).isEqualTo(202L);
    return json.path("response.body.key");
  }

  /** As Cloud Scheduler sends it where nobody told it a type. */
  private RawHttp.Answer schedule(String key) throws IOException {
    return http.post(
        "/_flexBackground/tick",
        "{}",
        key,
        "Content-Type: application/octet-stream",
        "User-Agent: Google-Cloud-Scheduler",
        "X-CloudScheduler: true",
        "X-CloudScheduler-JobName: nightly",
        "X-CloudScheduler-ScheduleTime: 2026-01-02T03:00:00Z");
  }

  private String ticks() throws IOException {
    JsonObject answer = http.post("/_flexFunctions/ticks", "{}", kinvey.headers(SECRET)).json();
    return String.valueOf(answer.path("response.body"));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
