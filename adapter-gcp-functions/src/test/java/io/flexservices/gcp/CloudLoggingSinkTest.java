package io.flexservices.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.json.Json;
import io.flexservices.log.JsonLogger;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CloudLoggingSinkTest {
  private final List<String> lines = new ArrayList<>();
  private final JsonLogger logger =
      new JsonLogger(
          new CloudLoggingSink(lines::add),
          Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC));

  @Test
  void addsTheSeverityAndKeepsTheLine() {
    logger.warn("low on widgets");

    assertThat(Json.parse(lines.get(0)))
        .isEqualTo(
            Map.of(
                "severity",
                "WARNING",
                "message",
                "low on widgets",
                "level",
                "warning",
                "time",
                "2026-01-01T00:00:00Z"));
  }

  @Test
  void hasASeverityForEveryLevel() {
    logger.info("a");
    logger.warn("b");
    logger.error("c");
    logger.fatal("d");

    assertThat(lines)
        .map(line -> line.substring(0, line.indexOf(',')))
        .containsExactly(
            "{\"severity\":\"INFO\"",
            "{\"severity\":\"WARNING\"",
            "{\"severity\":\"ERROR\"",
            "{\"severity\":\"CRITICAL\"");
  }
}
