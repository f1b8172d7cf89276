package io.flexservices.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.json.JsonObject;
import io.flexservices.testing.MemoryLog;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each record is one line and one JSON object, whatever it is made of. */
class LogLineTest {
  private static final int PLATFORMS_TAKE = 256 * 1024;

  private final MemoryLog log = new MemoryLog();
  private final JsonLogger logger = new JsonLogger(log, Clock.systemUTC());

  /** Named, since some of them end in no text of their own. */
  static Stream<Named<Object>> messages() {
    Map<String, Object> itself = new HashMap<>();
    itself.put("itself", itself);
    List<Object> bomb = List.of("x");
    for (int i = 0; i < 60; i++) {
      bomb = List.of(bomb, bomb);
    }
    List<Object> twice = new ArrayList<>();
    twice.add(new HashMap<>(Map.of("list", twice)));
    return Stream.<Object>of(
            "\t\b\f\r\n\u0000\u001f\u007f\u0085\u2028\u2029",
            "quotes \" ' \\ and </script>",
            "\ud800 lone \udc00\ud83d",
            "\ud83d\ude00 and €",
            Map.of("\ud800\u2028\t\"", "\udfff\u2029"),
            Double.NaN,
            List.of(Double.POSITIVE_INFINITY, Float.NaN, Optional.empty()),
            itself,
            twice,
            bomb,
            "x".repeat(5_000_000),
            "\u0001".repeat(300_000),
            "\ud800".repeat(300_000),
            Map.of("long", "\"\\".repeat(300_000)),
            new ArrayList<>(List.of(new byte[100_000], new int[3])),
            new IllegalStateException(
                "\u2028" + "m".repeat(1_000_000), new RuntimeException("\ud800")),
            new Object())
        .map(message -> Named.of(message.getClass().getSimpleName(), message));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void isOneValidLine(Object message) throws Exception {
    JsonLogger deep = logger.with("requestId", "r\u2028".repeat(100_000));
    deep.info(message);
    deep.error("It failed", new RuntimeException(String.valueOf(message instanceof String)));
    assertThat(log.lines()).hasSize(2);
    for (String line : log.lines()) {
      assertThat(line.lines().count()).isEqualTo(1);
      assertThat(line).doesNotContain("\u2028", "\u2029", "\u0085");
      // Strict: what is no UTF-8, as half of a pair, would throw.
      int bytes =
          StandardCharsets.UTF_8
              .newEncoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .encode(CharBuffer.wrap(line))
              .remaining();
      assertThat(bytes).isLessThan(PLATFORMS_TAKE);
      assertThat(JsonObject.parse(line).names()).contains("message", "level", "time", "requestId");
    }
  }

  @Test
  void saysThatAMessageWasCut() {
    logger.info("x".repeat(1_000_000));
    logger.info(Map.of("password", "s3cr3t", "zz", "y".repeat(1_000_000)));
    assertThat(log.messages())
        .allSatisfy(
            message ->
                assertThat(message.toString())
                    .endsWith(" ... cut, it is too long for a log")
                    .doesNotContain("s3cr3t"));
  }

  @Test
  void writesUtf8() {
    logger.info("\ud83d\ude00 €");
    assertThat(log.lines().get(0)).contains("€");
    assertThat(log.messages()).containsExactly("\ud83d\ude00 €");
  }
}
