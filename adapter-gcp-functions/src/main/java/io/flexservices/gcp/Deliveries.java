package io.flexservices.gcp;

import io.flexservices.spi.Deadline;
import io.flexservices.spi.FlexHeaders;
import io.flexservices.spi.TaskDelivery;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What Cloud Tasks and Cloud Scheduler say of the work that they bring. Sources: Cloud Tasks' page
 * "Create HTTP target tasks" (the name of the task, and how often it was tried again, 0 at first);
 * Cloud Scheduler's REST reference, {@code HttpTarget.headers} (the job, and the time it was due).
 *
 * <p>Anybody may send these headers too, but no work that is not signed, or without the key.
 */
final class Deliveries {
  private Deliveries() {}

  /** Null where neither of them sends the request. */
  static @Nullable TaskDelivery of(FlexHeaders headers, Deadline deadline) {
    String task = headers.first("X-CloudTasks-TaskName");
    if (task != null) {
      int attempt = 1 + count(headers.firstOrEmpty("X-CloudTasks-TaskRetryCount"));
      return new TaskDelivery(task, attempt, deadline.earlierOf(untilItIsTriedAgain()));
    }
    String job = headers.first("X-CloudScheduler-JobName");
    String time = headers.first("X-CloudScheduler-ScheduleTime");
    return job == null || time == null ? null : new TaskDelivery(job + "@" + time, 1, deadline);
  }

  private static Deadline untilItIsTriedAgain() {
    return Deadline.in(CloudTasks.LONGEST_DISPATCH.minus(Duration.ofSeconds(1)));
  }

  private static int count(String text) {
    return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
  }
}
