package io.flexservices.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexservices.spi.RequestRejected;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventBodyTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 99, 100, 101})
  void takesBase64OfTheLimitAndRefusesOneByteMore(int limit) {
    for (Base64.Encoder encoder :
        new Base64.Encoder[] {Base64.getEncoder(), Base64.getEncoder().withoutPadding()}) {
      assertThat(EventBody.of(base64(encoder, limit), limit).size()).isEqualTo(limit);
      assertTooLarge(base64(encoder, limit + 1), limit);
    }
  }

  @Test
  void looksAtTheSizeBeforeItDecodes() {
    // Malformed as well, so that only the order of the two checks tells them apart.
    assertTooLarge(
        EventObject.of(Map.of("body", "{".repeat(2_000), "isBase64Encoded", true)), 1_000);
  }

  @Test
  void takesATextThatWasLeftInOctets() {
    byte[] text = "{\"a\":\"\u20ac\"}".getBytes(StandardCharsets.UTF_8);
    byte[] base64 = Base64.getEncoder().encode(text);
    assertThat(EventBody.of(EventObject.of(Map.of("body", text)), 100).json())
        .isEqualTo(Map.of("a", "\u20ac"));
    assertThat(
            EventBody.of(
                    EventObject.of(Map.of("body", base64, "isBase64Encoded", true)), text.length)
                .json())
        .isEqualTo(Map.of("a", "\u20ac"));
    assertThat(EventBody.of(EventObject.of(Map.of("body", new byte[0])), 100).isEmpty()).isTrue();
  }

  private static void assertTooLarge(EventObject event, long limit) {
    assertThatThrownBy(() -> EventBody.of(event, limit))
        .isInstanceOfSatisfying(
            RequestRejected.class, e -> assertThat(e.error().status()).isEqualTo(413));
  }

  private static EventObject base64(Base64.Encoder encoder, int size) {
    return EventObject.of(
        Map.of("body", encoder.encodeToString(new byte[size]), "isBase64Encoded", true));
  }
}
