package io.flexservices.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexservices.json.JsonException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies in octets and as text, and reading them within a limit. */
class RequestBodyTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "a", "\u007f", "\u0080", "é", "\u07ff", "\u0800", "€", "\uffff", "😀", "a😀€é"
      })
  void countsTheOctetsOfAText(String text) {
    byte[] octets = text.getBytes(StandardCharsets.UTF_8);
    assertThat(RequestBody.of(text).size()).isEqualTo(octets.length);
    assertThat(RequestBody.of(octets).size()).isEqualTo(octets.length);
  }

  @Test
  void isEmptyWithoutOctets() {
    assertThat(RequestBody.empty().isEmpty()).isTrue();
    assertThat(RequestBody.of("").isEmpty()).isTrue();
    assertThat(RequestBody.of(new byte[0]).isEmpty()).isTrue();
    assertThat(RequestBody.of(" ").isEmpty()).isFalse();
  }

  @Test
  void readsJsonFromBoth() {
    String text = "{\"a\":\"€\"}";
    assertThat(RequestBody.of(text).json()).isEqualTo(Map.of("a", "€"));
    assertThat(RequestBody.of(text.getBytes(StandardCharsets.UTF_8)).json())
        .isEqualTo(Map.of("a", "€"));
    assertThatThrownBy(() -> RequestBody.of("{").json()).isInstanceOf(JsonException.class);
  }

  @Test
  void readsABodyUpToTheLimit() throws IOException {
    assertThat(read(10, 10).size()).isEqualTo(10);
    assertThat(read(0, 10).isEmpty()).isTrue();
  }

  @Test
  void refusesABodyOverTheLimit() {
    assertThatThrownBy(() -> read(11, 10))
        .isInstanceOfSatisfying(
            RequestRejected.class,
            rejected -> {
              assertThat(rejected.error().status()).isEqualTo(413);
              assertThat(rejected.error().debug())
                  .isEqualTo("The request body is over the limit of 10 bytes");
            });
  }

  @Test
  void takesInAsMuchAgainAndNoMore() {
    ByteArrayInputStream in = new ByteArrayInputStream(new byte[1_000_000]);
    assertThatThrownBy(() -> BodyReader.read(in, 100_000)).isInstanceOf(RequestRejected.class);
    assertThat(in.available()).isBetween(750_000, 800_000);
  }

  private static RequestBody read(int length, long limit) throws IOException {
    return BodyReader.read(new ByteArrayInputStream(new byte[length]), limit);
  }
}
