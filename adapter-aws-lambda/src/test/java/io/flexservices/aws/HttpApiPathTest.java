package io.flexservices.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexservices.spi.RequestRejected;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpApiPathTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a b",
        "€",
        "Zoë",
        "\"a\"",
        "a|b",
        "{a}",
        "<a>",
        "a^b",
        "a`b",
        "a\\b",
        "a?b",
        "a#b",
        "100% sure",
        "%41|",
        "a\u0000b",
        "50% %41"
      })
  void leavesAloneWhatCouldNotStandInARequestLine(String id) {
    String path = "/widgets/" + id;
    assertThat(segments(path, path)).containsExactly("widgets", id);
    assertThat(segments(path, null)).containsExactly("widgets", id);
  }

  @ParameterizedTest
  @CsvSource({
    "a%20b, a b",
    "%E2%82%AC, €",
    "a%2Fb, a/b",
    "a+b, a+b",
    "it's(1)*!~$&=:@;, it's(1)*!~$&=:@;",
    "a%2541, a%41",
    "[1]%20x, [1] x"
  })
  void decodesWhatIsEncodedOnce(String encoded, String id) {
    String path = "/widgets/" + encoded;
    assertThat(segments(path, path)).containsExactly("widgets", id);
    assertThat(segments(path, null)).containsExactly("widgets", id);
    assertThat(segments(path, "/other")).containsExactly("widgets", id);
  }

  @Test
  void believesTheDecodedPathInTheContext() {
    assertThat(segments("/widgets/a|b%20c", "/widgets/a|b c")).containsExactly("widgets", "a|b c");
    assertThat(segments("/widgets/a|b%20c", "/widgets/a|b%20c"))
        .containsExactly("widgets", "a|b%20c");
    assertThat(segments("/widgets/%zz|", "/widgets/other")).containsExactly("widgets", "%zz|");
  }

  @Test
  void cannotTellALiteralThatLooksEncoded() {
    // What the gateway hands over for /widgets/%2541, whose id is %41.
    assertThat(segments("/widgets/%41", "/widgets/%41")).containsExactly("widgets", "A");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%FF", "%zz", "100%", "100%2"})
  void refusesEscapesThatAreMalformed(String id) {
    assertThatThrownBy(() -> segments("/widgets/" + id, "/widgets/" + id))
        .isInstanceOf(RequestRejected.class);
  }

  @ParameterizedTest
  @CsvSource({
    "/prod/widgets/1, prod, widgets/1",
    "/prod/widgets/a b, prod, widgets/a b",
    "/prod, prod, ''",
    "/prod/, prod, ''",
    "/products/1, prod, products/1",
    "/widgets/prod, prod, widgets/prod",
    "/prod/prod/1, prod, prod/1",
    "/$default/1, $default, $default/1",
    "/widgets/1, '', widgets/1",
    "/widgets/1, , widgets/1"
  })
  void stripsTheStageByWholeSegment(String rawPath, String stage, String path) {
    assertThat(String.join("/", HttpApiPath.of(rawPath, rawPath, stage).segments()))
        .isEqualTo(path);
  }

  private static List<String> segments(String rawPath, String contextPath) {
    return HttpApiPath.of(rawPath, contextPath, "$default").segments();
  }
}
