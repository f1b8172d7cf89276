package io.flexservices.gcp;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.spi.Deadline;
import io.flexservices.spi.FlexHeaders;
import io.flexservices.spi.TaskDelivery;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveriesTest {
  private static final Deadline HOUR = Deadline.in(Duration.ofHours(1));

  @ParameterizedTest
  @CsvSource({"0,1", "4,5", "-1,1", "x,1", "99999999999,1", "'',1"})
  void countsTheFirstAttemptToo(String retries, int attempt) {
    TaskDelivery delivery =
        of("X-CloudTasks-TaskName", "t1", "X-CloudTasks-TaskRetryCount", retries);

    assertThat(delivery.id()).isEqualTo("t1");
    assertThat(delivery.attempt()).isEqualTo(attempt);
  }

  @Test
  void endsBeforeCloudTasksTriesAgain() {
    assertThat(of("X-CloudTasks-TaskName", "t1", "x", "").deadline().budget())
        .isEqualTo(Duration.ofMinutes(30).minusSeconds(1));
  }

  @Test
  void knowsARunOfAScheduleByItsJobAndTime() {
    TaskDelivery delivery =
        of(
            "x-cloudscheduler-jobname",
            "nightly",
            "X-CloudScheduler-ScheduleTime",
            "2026-01-02T03:00:00Z");

    assertThat(delivery).isEqualTo(new TaskDelivery("nightly@2026-01-02T03:00:00Z", 1, HOUR));
  }

  @Test
  void takesNobodyElsesWord() {
    FlexHeaders headers =
        FlexHeaders.builder().add("X-Flex-Attempt", "3").add("X-Flex-Delivery", "d").build();
    assertThat(Deliveries.of(headers, HOUR)).isNull();
  }

  private static TaskDelivery of(String name, String value, String other, String otherValue) {
    FlexHeaders headers = FlexHeaders.builder().add(name, value).add(other, otherValue).build();
    return requireNonNull(Deliveries.of(headers, HOUR));
  }
}
