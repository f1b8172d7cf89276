package io.flexservices.gcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexservices.FlexSettings;
import io.flexservices.error.KinveyException;
import io.flexservices.json.Json;
import io.flexservices.json.JsonObject;
import io.flexservices.modules.background.BackgroundException;
import io.flexservices.spi.BackgroundEvent;
import io.flexservices.spi.Deadline;
import io.flexservices.spi.PlatformHttp;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Cloud Tasks and the metadata server are asked, and what is made of their answers. */
class CloudTasksTest {
  private static final String QUEUE = "projects/p-1/locations/europe-west1/queues/work";
  private static final Deadline SOON = Deadline.in(Duration.ofMinutes(1));

  private final List<Call> calls = new ArrayList<>();
  private final Deque<PlatformHttp.Answer> answers = new ArrayDeque<>();
  private Instant now = Instant.parse("2026-01-02T03:04:05Z");

  private record Call(String method, URI uri, Map<String, String> headers, String body) {}

  @Test
  void createsATaskThatComesBackToTheFunction() {
    dispatch(tasks(Duration.ofSeconds(69)), Duration.ZERO);

    Call token = calls.get(0);
    assertThat(token.method()).isEqualTo("GET");
    assertThat(token.uri())
        .hasToString(
            "http://metadata.google.internal/computeMetadata/v1/instance/service-accounts/default/token");
    assertThat(token.headers()).isEqualTo(Map.of("Metadata-Flavor", "Google"));

    Call create = calls.get(1);
    assertThat(create.method()).isEqualTo("POST");
    assertThat(create.uri())
        .hasToString("https://cloudtasks.googleapis.com/v2/" + QUEUE + "/tasks");
    assertThat(create.headers())
        .isEqualTo(Map.of("Authorization", "Bearer token-1", "Content-Type", "application/json"));
    assertThat(Json.parse(create.body()))
        .isEqualTo(
            Json.parse(
                """
                {"task": {
                  "httpRequest": {
                    "url": "https://f.example.com/widgets/_flexBackground",
                    "httpMethod": "POST",
                    "headers": {"Content-Type": "application/json"},
                    "body": "eyJhIjoiw7wifQ=="},
                  "dispatchDeadline": "69s"}}
                """));
  }

  @Test
  void tellsTheTimeOfWorkThatWaits() {
    dispatch(tasks(Duration.ofSeconds(69)), Duration.ofDays(3));

    assertThat(JsonObject.parse(calls.get(1).body()).path("task.scheduleTime"))
        .isEqualTo("2026-01-05T03:04:05Z");
  }

  @ParameterizedTest
  @CsvSource({"500,15s", "69500,70s", "3600000,1800s"})
  void waitsForAnAnswerAsLongAsTheFunctionHasAndCloudTasksMay(long millis, String deadline) {
    dispatch(tasks(Duration.ofMillis(millis)), Duration.ZERO);

    assertThat(JsonObject.parse(calls.get(1).body()).path("task.dispatchDeadline"))
        .isEqualTo(deadline);
  }

  @Test
  void keepsTheTokenUntilShortlyBeforeItExpires() {
    CloudTasks tasks = tasks(Duration.ofSeconds(69));
    dispatch(tasks, Duration.ZERO);
    now = now.plusSeconds(3599 - 241);
    dispatch(tasks, Duration.ZERO);
    assertThat(tokensUsed()).containsExactly("Bearer token-1", "Bearer token-1");

    now = now.plusSeconds(1);
    dispatch(tasks, Duration.ZERO);
    assertThat(tokensUsed()).last().isEqualTo("Bearer token-2");
  }

  @Test
  void asksForAnotherTokenWhereTheOldOneIsRefused() {
    answers.add(new PlatformHttp.Answer(401, null));
    dispatch(tasks(Duration.ofSeconds(69)), Duration.ZERO);

    assertThat(tokensUsed()).containsExactly("Bearer token-1", "Bearer token-2");
  }

  @Test
  void saysWhyTheWorkIsNotTaken() {
    JsonObject error =
        JsonObject.parse(
            """
            {"error": {"code": 403, "status": "PERMISSION_DENIED", "message": "no enqueuer"}}
            """);
    answers.add(new PlatformHttp.Answer(403, error));
    assertThatThrownBy(() -> dispatch(tasks(Duration.ofSeconds(69)), Duration.ZERO))
        .isInstanceOf(BackgroundException.class)
        .hasMessage(
            "Cloud Tasks did not take the work \"report\": 403 PERMISSION_DENIED: no enqueuer");

    PlatformHttp silent =
        (method, uri, headers, body, deadline) -> {
          if (method.equals("POST")) {
            throw KinveyException.unanswered("no answer", "", null, null);
          }
          return token();
        };
    assertThatThrownBy(
            () -> tasks(Duration.ofSeconds(69)).dispatch(event(Duration.ZERO), silent, SOON))
        .isInstanceOf(BackgroundException.class)
        .hasMessageContaining("may have taken the work \"report\" or not");
  }

  @Test
  void saysThatThereIsNoToken() {
    PlatformHttp refusing =
        (method, uri, headers, body, deadline) -> new PlatformHttp.Answer(404, null);
    assertThatThrownBy(
            () -> tasks(Duration.ofSeconds(69)).dispatch(event(Duration.ZERO), refusing, SOON))
        .isInstanceOf(BackgroundException.class)
        .hasMessage("The metadata server gave no access token, but 404");
  }

  @ParameterizedTest
  @CsvSource({
    "FLEX_CLOUD_TASKS_QUEUE," + QUEUE + ",FLEX_FUNCTION_URL",
    "FLEX_FUNCTION_URL,https://f.example.com,FLEX_CLOUD_TASKS_QUEUE"
  })
  void refusesWorkWhereASettingIsMissing(String set, String value, String missing) {
    CloudTasks tasks = tasks(Duration.ofSeconds(69), Map.of(set, value));
    assertThatThrownBy(() -> dispatch(tasks, Duration.ZERO))
        .isInstanceOf(BackgroundException.class)
        .hasMessageEndingWith(missing + " is not set");
    assertThat(calls).isEmpty();
  }

  private CloudTasks tasks(Duration timeout) {
    return tasks(
        timeout,
        Map.of(
            "FLEX_CLOUD_TASKS_QUEUE",
            QUEUE,
            "FLEX_FUNCTION_URL",
            "https://f.example.com/widgets/"));
  }

  private CloudTasks tasks(Duration timeout, Map<String, String> environment) {
    return new CloudTasks(
        CloudTasksSettings.of(FlexSettings.of(Map.of(), environment), name -> null),
        timeout,
        new TestClock());
  }

  private void dispatch(CloudTasks tasks, Duration delay) {
    tasks.dispatch(event(delay), this::answer, SOON);
  }

  private static BackgroundEvent event(Duration delay) {
    return new BackgroundEvent(
        "report", "k", delay, "{\"a\":\"ü\"}".getBytes(StandardCharsets.UTF_8));
  }

  private PlatformHttp.Answer answer(
      String method, URI uri, Map<String, String> headers, byte[] body, Deadline deadline) {
    String text = body == null ? "" : new String(body, StandardCharsets.UTF_8);
    calls.add(new Call(method, uri, headers, text));
    if (method.equals("GET")) {
      return token();
    }
    PlatformHttp.Answer answer = answers.poll();
    return answer == null ? new PlatformHttp.Answer(200, JsonObject.empty()) : answer;
  }

  private PlatformHttp.Answer token() {
    long number = calls.stream().filter(call -> call.method().equals("GET")).count();
    return new PlatformHttp.Answer(
        200,
        JsonObject.of(
            Map.of(
                "access_token", "token-" + number, "expires_in", 3599L, "token_type", "Bearer")));
  }

  private List<String> tokensUsed() {
    return calls.stream()
        .filter(call -> call.method().equals("POST"))
        .map(call -> call.headers().get("Authorization"))
        .toList();
  }

  private final class TestClock extends Clock {
    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
