package io.flexservices.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.json.Json;
import io.flexservices.json.JsonObject;
import io.flexservices.testing.MemoryLog;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The lines of the log. */
class JsonLoggerTest {
  private final MemoryLog log = new MemoryLog();
  private final JsonLogger logger =
      new JsonLogger(log, Clock.fixed(Instant.parse("2026-01-02T03:04:05.678Z"), ZoneOffset.UTC));

  @Test
  void writesOneJsonLineARecord() {
    logger.with("platform", "local").with("requestId", "r1").info("hello \"you\"\n€");
    assertThat(log.lines())
        .containsExactly(
            "{\"message\":\"hello \\\"you\\\"\\n€\",\"level\":\"info\","
                + "\"time\":\"2026-01-02T03:04:05.678Z\",\"platform\":\"local\","
                + "\"requestId\":\"r1\"}");
  }

  @Test
  void namesTheLevelsAsTheReferenceDoes() {
    logger.info("m");
    logger.warn("m");
    logger.error("m");
    logger.fatal("m");
    assertThat(log.records())
        .extracting(line -> line.string("level"))
        .containsExactly("info", "warning", "error", "fatal");
  }

  @Test
  void tellsTheSinkTheLevel() {
    List<Level> levels = new ArrayList<>();
    LogSink sink =
        new LogSink() {
          @Override
          public void write(String line) {
            throw new AssertionError("the level is lost");
          }

          @Override
          public void write(Level level, String line) {
            levels.add(level);
          }
        };
    JsonLogger other = new JsonLogger(sink, Clock.systemUTC());
    other.warn("m");
    other.error("m", new RuntimeException());
    assertThat(levels).containsExactly(Level.WARNING, Level.ERROR);
  }

  @Test
  void logsNothingForNull() {
    logger.info(null);
    logger.warn(null);
    logger.error(null);
    logger.fatal(null);
    assertThat(log.lines()).isEmpty();
  }

  @Test
  void logsFalsyMessages() {
    logger.info("");
    logger.info(0);
    logger.info(false);
    assertThat(log.messages()).containsExactly("", 0L, false);
  }

  @Test
  void printsAThrowableAsNameAndMessageWithItsStackBeside() {
    logger.error(new IllegalStateException("broke", new RuntimeException("root")));
    JsonObject line = log.records().get(0);
    assertThat(line.string("message")).isEqualTo("IllegalStateException: broke");
    assertThat(line.string("stack"))
        .startsWith("java.lang.IllegalStateException: broke")
        .contains("Caused by: java.lang.RuntimeException: root");
    assertThat(log.lines().get(0)).doesNotContain("\n");
  }

  @Test
  void printsAThrowableWithoutAMessageByItsName() {
    logger.error(new IllegalStateException());
    Throwable nameless = new RuntimeException("") {};
    logger.error(nameless);
    assertThat(log.messages())
        .containsExactly("IllegalStateException", nameless.getClass().getName());
  }

  @Test
  void printsValuesWithAJsonForm() {
    logger.info(Map.of("a", List.of(1)));
    assertThat(log.messages().get(0)).isEqualTo(JsonObject.of(Map.of("a", List.of(1L))));
  }

  @Test
  void printsWhatHasNoJsonFormInItsOwnWords() {
    logger.info(
        new Object() {
          @Override
          public String toString() {
            return "in words";
          }
        });
    assertThat(log.messages()).containsExactly("in words");
  }

  @Test
  void survivesMessagesThatCannotBePrinted() {
    Map<String, Object> one = new HashMap<>();
    one.put("other", new HashMap<>(Map.of("one", one)));
    logger.info(one);
    Object silent =
        new Object() {
          @Override
          public String toString() {
            throw new IllegalStateException("no words");
          }
        };
    logger.info(silent);
    assertThat(log.messages()).hasSize(2);
    assertThat(log.messages().get(0).toString()).isNotEmpty();
    assertThat(log.messages().get(1))
        .isEqualTo("A message of " + silent.getClass().getName() + " that cannot be printed");
  }

  @Test
  void leavesEmptyFieldsOut() {
    logger.with("requestId", "").info("m");
    assertThat(log.records().get(0).names()).containsExactly("message", "level", "time");
  }

  @Test
  void isAValue() {
    JsonLogger other = logger.with("a", "1");
    logger.info("m");
    other.with("a", "2").info("m");
    assertThat(log.records().get(0).has("a")).isFalse();
    assertThat(log.records().get(1).string("a")).isEqualTo("2");
  }

  @Test
  void addsWhatWasThrownToASentence() {
    logger.error("The handler x threw", new RuntimeException("broke"));
    assertThat(log.messages()).containsExactly("The handler x threw: RuntimeException: broke");
    assertThat(Json.text(log.records().get(0))).contains("\"stack\"");
  }
}
