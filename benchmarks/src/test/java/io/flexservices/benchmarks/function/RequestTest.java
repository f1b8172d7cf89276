package io.flexservices.benchmarks.function;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexservices.json.Json;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestTest {
  /** What Lambda takes. */
  private static final int MOST_BYTES = 6_291_556;

  private static final String WIDGET = "{\"name\": \"thing\", \"_id\": \"42\"}";

  @Test
  void acceptsTheRightBodyInEitherForm() {
    String encoded = Base64.getEncoder().encodeToString(WIDGET.getBytes(UTF_8));
    assertThatCode(
            () -> {
              check(Map.of("statusCode", 200, "body", WIDGET));
              check(Map.of("statusCode", 200, "body", encoded, "isBase64Encoded", true));
            })
        .doesNotThrowAnyException();
  }

  @Test
  void refusesAnotherStatusAndAnotherBody() {
    assertThatThrownBy(() -> check(Map.of("statusCode", 401, "body", WIDGET)))
        .hasMessageStartingWith("http4k gives a wrong answer: {");
    assertThatThrownBy(() -> check(Map.of("statusCode", 200, "body", "{\"_id\": \"43\"}")))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void largestEventIsOneThatLambdaTakes() {
    assertThat(Events.insert(4_900_000).event()).hasSizeBetween(4_900_000, MOST_BYTES);
  }

  private static void check(Map<String, ?> answer) {
    Events.get().check(Role.HTTP4K, Json.bytes(answer));
  }
}
