package io.flexservices.spi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Headers. */
class FlexHeadersTest {
  private final FlexHeaders headers =
      FlexHeaders.builder()
          .add("X-Kinvey-App-Metadata", "{\"a\":1,\"b\":2}")
          .add("accept", "one")
          .add("Accept", "two")
          .build();

  @Test
  void findsANameInAnyCase() {
    assertThat(headers.first("x-kinvey-app-metadata")).isEqualTo("{\"a\":1,\"b\":2}");
    assertThat(headers.firstOrEmpty("ACCEPT")).isEqualTo("one");
  }

  @Test
  void tellsMissingFromEmpty() {
    assertThat(headers.first("Host")).isNull();
    assertThat(headers.firstOrEmpty("Host")).isEmpty();
    assertThat(FlexHeaders.empty().all()).isEmpty();
  }

  @Test
  void keepsEveryLineInOrder() {
    assertThat(headers.all())
        .extracting(FlexHeaders.Header::value)
        .containsExactly("{\"a\":1,\"b\":2}", "one", "two");
  }
}
