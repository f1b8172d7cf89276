package io.flexservices.internal.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexservices.spi.RequestPath;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BasePathsTest {
  private static final BasePaths BASES =
      BasePaths.of(List.of("/v1", "/kinvey/flex", "/v1/flex/", "/caf%C3%A9"));

  @ParameterizedTest
  @CsvSource({
    "/v1/x/1, x/1",
    "/v1/v1/x, v1/x",
    "/v10/x, v10/x",
    "/v1x, v1x",
    "/x/v1, x/v1",
    "/V1/x, V1/x",
    "/v1/flex/x, x",
    "/kinvey/flex/x/1/, x/1",
    "/kinvey/flexible/x, kinvey/flexible/x",
    "/kinvey, kinvey",
    "/%76%31/x, x",
    "/caf%C3%A9/x, x",
    "/v1%2Fx, v1/x",
    "/v1, ''",
    "/v1/, ''",
    "/, ''",
  })
  void takesOneAwayByWholeSegmentsOnce(String path, String left) {
    assertThat(String.join("/", BASES.strip(RequestPath.encoded(path)))).isEqualTo(left);
  }

  @Test
  void keepsASlashInsideASegment() {
    assertThat(BASES.strip(RequestPath.encoded("/v1%2Fx"))).containsExactly("v1/x");
  }

  @ParameterizedTest
  @CsvSource({
    "/api/x/1, 1, x/1",
    "/api/v1/x, 1, x",
    "/v1/v1/x, 1, v1/x",
    "/v1/x, 1, x",
    "/api/api/x, 1, api/x",
    "/api, 1, ''",
  })
  void takesWhatThePlatformTellsAfterWhatTheOptionsName(String path, int mounted, String left) {
    RequestPath request = RequestPath.encoded(path).mountedBehind(mounted);
    assertThat(String.join("/", BASES.strip(request))).isEqualTo(left);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "/", "v1", "//", "/v1//x", "/a/../b", "/.", "/a?b", "/a#b", "/%zz", "/ "})
  void refusesWhatIsNoPath(String path) {
    assertThatThrownBy(() -> BasePaths.of(List.of("/v1", path)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not a base path such as /v1 or /kinvey/flex: " + path);
  }
}
