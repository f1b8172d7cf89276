package io.flexservices.gcp;

import io.flexservices.error.KinveyException;
import io.flexservices.json.Json;
import io.flexservices.json.JsonObject;
import io.flexservices.modules.background.BackgroundException;
import io.flexservices.spi.BackgroundDispatcher;
import io.flexservices.spi.BackgroundEvent;
import io.flexservices.spi.Deadline;
import io.flexservices.spi.PlatformHttp;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Hands background work to Cloud Tasks, which brings it to this function over HTTP and tries again
 * until it is answered 2xx, by the rules of the queue. Safe to use from several threads.
 *
 * <p>Source: the REST reference of Cloud Tasks v2, {@code projects.locations.queues.tasks.create}
 * and {@code Task} (a body in base64, times by RFC 3339, durations in seconds with an s).
 */
final class CloudTasks implements BackgroundDispatcher {
  /** What Cloud Tasks waits for an answer at most, and at least, whatever it is told. */
  static final Duration LONGEST_DISPATCH = Duration.ofMinutes(30);

  private static final Duration SHORTEST_DISPATCH = Duration.ofSeconds(15);

  private final CloudTasksSettings settings;
  private final AccessTokens tokens;
  private final Duration timeout;
  private final Clock clock;

  /**
   * The way to a queue; nothing is asked until there is work.
   *
   * @param timeout how long the function may take for a request
   */
  CloudTasks(CloudTasksSettings settings, Duration timeout, Clock clock) {
    this.settings = settings;
    this.tokens = new AccessTokens(settings.token(), clock);
    this.timeout = timeout;
    this.clock = clock;
  }

  @Override
  public void dispatch(BackgroundEvent event, PlatformHttp http, Deadline deadline) {
    byte[] body = Json.bytes(Map.of("task", task(event)));
    PlatformHttp.Answer answer = create(event, body, http, deadline);
    if (answer.status() == 401) {
      tokens.forget();
      answer = create(event, body, http, deadline);
    }
    if (answer.status() < 200 || answer.status() > 299) {
      throw new BackgroundException(
          "Cloud Tasks did not take the work \"%s\": %d %s"
              .formatted(event.name(), answer.status(), reason(answer.value())));
    }
  }

  private PlatformHttp.Answer create(
      BackgroundEvent event, byte[] body, PlatformHttp http, Deadline deadline) {
    // Asked first: who has no queue is told so, and not that there is no token.
    var tasks = settings.tasks();
    Map<String, String> headers =
        Map.of(
            "Authorization",
            "Bearer " + tokens.token(http, deadline),
            "Content-Type",
            "application/json");
    try {
      return http.send("POST", tasks, headers, body, deadline);
    } catch (KinveyException e) {
      throw new BackgroundException(
          "Cloud Tasks did not answer, and may have taken the work \"%s\" or not"
              .formatted(event.name()),
          e);
    }
  }

  private Map<String, Object> task(BackgroundEvent event) {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("url", settings.target().toString());
    request.put("httpMethod", "POST");
    request.put("headers", Map.of("Content-Type", "application/json"));
    request.put("body", Base64.getEncoder().encodeToString(event.event()));
    Map<String, Object> task = new LinkedHashMap<>();
    task.put("httpRequest", request);
    task.put("dispatchDeadline", dispatchDeadline().toSeconds() + "s");
    if (!event.delay().isZero()) {
      task.put("scheduleTime", clock.instant().plus(event.delay()).toString());
    }
    return task;
  }

  /** As long as the function has, so that nobody tries again while the first is still at work. */
  private Duration dispatchDeadline() {
    Duration longest = timeout.compareTo(LONGEST_DISPATCH) < 0 ? timeout : LONGEST_DISPATCH;
    // Rounded up: the platform's own margin is a second.
    Duration whole = Duration.ofSeconds(longest.plusMillis(999).toSeconds());
    return whole.compareTo(SHORTEST_DISPATCH) < 0 ? SHORTEST_DISPATCH : whole;
  }

  /** What Google's services say in {@code {"error": {"status", "message"}}}. */
  private static String reason(@Nullable Object value) {
    return value instanceof JsonObject json && json.path("error.status") instanceof String status
        ? status + ": " + json.path("error.message")
        : "without a reason";
  }
}
