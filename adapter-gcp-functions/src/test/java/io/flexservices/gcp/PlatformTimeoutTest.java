package io.flexservices.gcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlatformTimeoutTest {
  @Test
  void leavesASecondForTheAnswer() {
    assertThat(of(Map.of("CLOUD_RUN_TIMEOUT_SECONDS", "60"))).isEqualTo(Duration.ofSeconds(59));
  }

  @Test
  void leavesHalfOfAShortTime() {
    assertThat(of(Map.of("CLOUD_RUN_TIMEOUT_SECONDS", "1"))).isEqualTo(Duration.ofMillis(500));
  }

  @Test
  void knowsTheFirstGenerationsVariable() {
    assertThat(of(Map.of("FUNCTION_TIMEOUT_SEC", "540"))).isEqualTo(Duration.ofSeconds(539));
  }

  @Test
  void prefersWhatTheFrameworkObeys() {
    assertThat(of(Map.of("FUNCTION_TIMEOUT_SEC", "540", "CLOUD_RUN_TIMEOUT_SECONDS", "30")))
        .isEqualTo(Duration.ofSeconds(29));
  }

  @Test
  void isThePlatformsLongestWhereItIsNotTold() {
    assertThat(of(Map.of("CLOUD_RUN_TIMEOUT_SECONDS", ""))).isEqualTo(Duration.ofMinutes(60));
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "0", "-1", "60s"})
  void refusesWhatIsNoTime(String text) {
    assertThatThrownBy(() -> of(Map.of("CLOUD_RUN_TIMEOUT_SECONDS", text)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("CLOUD_RUN_TIMEOUT_SECONDS is no positive number of seconds: " + text);
  }

  private static Duration of(Map<String, String> environment) {
    return PlatformTimeout.of(environment::get);
  }
}
