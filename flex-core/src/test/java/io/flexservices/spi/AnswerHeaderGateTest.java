package io.flexservices.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no answer can have for a header, whoever names it. */
class AnswerHeaderGateTest {
  @ParameterizedTest
  @ValueSource(strings = {"X-A", "x", "Set-Cookie", "!#$%&'*+-.^_`|~09azAZ"})
  void takesTokensForNames(String name) {
    assertThat(response(name, "v").headers().first(name)).isEqualTo("v");
  }

  @Test
  void takesEveryPrintableAsciiCharacterAndTabsInValues() {
    StringBuilder value = new StringBuilder("\t");
    for (char c = ' '; c <= '~'; c++) {
      value.append(c);
    }
    assertThat(response("X-A", value.toString()).headers().first("X-A")).hasSize(96);
    assertThat(response("X-A", "").headers().first("X-A")).isEmpty();
  }

  @Test
  void refusesEveryOtherCharacterInNames() {
    for (char c = 0; c < 0x300; c++) {
      boolean isToken =
          c < 0x80 && (Character.isLetterOrDigit(c) || "!#$%&'*+-.^_`|~".indexOf(c) >= 0);
      if (!isToken) {
        String name = "X" + c + "A";
        assertThatThrownBy(() -> response(name, "v"))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageStartingWith("The name of an answer's header is no token: \"X");
      }
    }
  }

  /** Also U+010A and U+010D, whose low bytes are LF and CR. */
  @Test
  void refusesEveryOtherCharacterInValues() {
    for (int c = 0; c <= 0xffff; c++) {
      if (c != '\t' && (c < ' ' || c > '~')) {
        String value = "ab" + (char) c + "Set-Cookie: a=1";
        assertThatThrownBy(() -> response("X-A", value))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage(
                "The value of the answer's header \"X-A\" has U+%04X at index 2; only printable ASCII is allowed",
                c);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Connection",
    "keep-alive",
    "Proxy-Authenticate",
    "PROXY-CONNECTION",
    "proxy-",
    "TE",
    "Trailer",
    "transfer-encoding",
    "Upgrade"
  })
  void refusesWhatBelongsToAConnection(String name) {
    assertThatThrownBy(() -> response(name, "close"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "An answer cannot have the header \"" + name + "\": it is the connection's own");
  }

  @Test
  void refusesAnEmptyNameAndShowsLittleOfALongOne() {
    assertThatThrownBy(() -> response("", "v")).hasMessageContaining("no token: \"\"");
    assertThatThrownBy(() -> response(" ".repeat(100_000), "v"))
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(200));
    assertThatThrownBy(() -> response("X\r\nA", "v")).hasMessageEndingWith("\"X\\r\\nA\"");
  }

  @Test
  void neverShowsTheValue() {
    assertThatThrownBy(() -> response("Set-Cookie", "token=s3cr3t\n"))
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("s3cr3t"));
  }

  @Test
  void refusesALengthThatIsNotTheBodys() {
    assertThat(response("Content-Length", "4").headers().all()).hasSize(1);
    assertThatThrownBy(() -> response("content-length", "3"))
        .hasMessage("The answer's header \"Content-Length\" is not the length of its body");
  }

  @Test
  void requestsMayHaveAnything() {
    FlexHeaders headers =
        FlexHeaders.builder().add("a b\n", "v\u0000").add("Connection", "close").build();
    assertThat(headers.first("a b\n")).isEqualTo("v\u0000");
  }

  private static FlexResponse response(String name, String value) {
    return new FlexResponse(
        200,
        FlexHeaders.builder().add(name, value).build(),
        "body".getBytes(StandardCharsets.UTF_8));
  }
}
