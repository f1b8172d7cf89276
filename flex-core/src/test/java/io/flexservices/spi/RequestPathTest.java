package io.flexservices.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths as segments. */
class RequestPathTest {
  @Test
  void splitsAPath() {
    assertThat(encoded("/widgets/42")).containsExactly("widgets", "42");
    assertThat(encoded("widgets/42")).containsExactly("widgets", "42");
    assertThat(encoded("/a/b/c/d")).containsExactly("a", "b", "c", "d");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "//"})
  void hasNoSegmentAtTheRoot(String path) {
    assertThat(encoded(path)).isEmpty();
  }

  @Test
  void forgetsOneTrailingSlash() {
    assertThat(encoded("/widgets/")).containsExactly("widgets");
    assertThat(encoded("/widgets/42/")).containsExactly("widgets", "42");
    assertThat(encoded("/widgets//")).containsExactly("widgets", "");
  }

  @Test
  void keepsEmptySegments() {
    assertThat(encoded("//widgets")).containsExactly("", "widgets");
    assertThat(encoded("/widgets//42")).containsExactly("widgets", "", "42");
  }

  @Test
  void decodesOnceAfterItSplit() {
    assertThat(encoded("/widgets/a%20b%2Fc")).containsExactly("widgets", "a b/c");
    assertThat(encoded("/widgets/%2525")).containsExactly("widgets", "%25");
    assertThat(encoded("/widgets/%252F")).containsExactly("widgets", "%2F");
    assertThat(encoded("/%77idgets")).containsExactly("widgets");
  }

  @Test
  void decodesUtf8() {
    assertThat(encoded("/w/%E2%82%AC%f0%9f%98%80")).containsExactly("w", "€😀");
    assertThat(encoded("/w/€%E2%82%AC")).containsExactly("w", "€€");
  }

  @Test
  void keepsAPlus() {
    assertThat(encoded("/w/a+b%2B")).containsExactly("w", "a+b+");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/w/%", "/w/%4", "/w/%zz", "/w/%4g", "/w/%-1", "/w/a%", "/w/%%", "/w/%１１"})
  void refusesAnEscapeThatIsNone(String path) {
    assertThatThrownBy(() -> RequestPath.encoded(path))
        .isInstanceOfSatisfying(
            RequestRejected.class,
            rejected -> {
              assertThat(rejected.error().status()).isEqualTo(400);
              assertThat(rejected.error().debug())
                  .isEqualTo("The path has an escape that is not %XX");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"/w/%ff", "/w/%c3", "/w/%c0%af", "/w/%ed%a0%80", "/w/%e2%82/%ac"})
  void refusesEscapesThatAreNotUtf8(String path) {
    assertThatThrownBy(() -> RequestPath.encoded(path))
        .isInstanceOfSatisfying(
            RequestRejected.class,
            rejected ->
                assertThat(rejected.error().debug())
                    .isEqualTo("The path has escapes that are not UTF-8"));
  }

  @Test
  void leavesADecodedPathAlone() {
    assertThat(RequestPath.decoded("/w/%2F+é/").segments()).containsExactly("w", "%2F+é");
  }

  private static List<String> encoded(String path) {
    return RequestPath.encoded(path).segments();
  }
}
