package io.flexservices.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestUriTest {
  @ParameterizedTest
  @CsvSource({
    "http://localhost:8080/widgets/a%20b?x=1&x=%7B, /widgets/a%20b, x=1&x=%7B",
    "http://localhost/widgets, /widgets, ''",
    "http://localhost, /, ''",
    "http://localhost?x=1, /, x=1",
    "https://[::1]:8080/widgets?, /widgets, ''",
    "/widgets/http://elsewhere/x?y=z?, /widgets/http://elsewhere/x, y=z?",
    "/widgets?to=http://elsewhere/x, /widgets, to=http://elsewhere/x",
    "http://localhost/widgets?query={\"a\":1}#part, /widgets, query={\"a\":1}",
    "'', /, ''",
    "*, *, ''",
  })
  void keepsPathAndQueryAsTheyCame(String uri, String path, String query) {
    assertThat(RequestUri.of(uri)).isEqualTo(new RequestUri(path, query));
  }
}
