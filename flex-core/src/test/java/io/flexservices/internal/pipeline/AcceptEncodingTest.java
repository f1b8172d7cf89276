package io.flexservices.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.spi.FlexHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 9110, section 12.5.3. */
class AcceptEncodingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          gzip | true
          GZIP | true
          x-gzip | true
          deflate, gzip;q=1.0, *;q=0.5 | true
          br, zstd , gzip ;q=0.001 | true
          * | true
          *;q=0.1 | true
          identity;q=0.5, gzip;q=0.5 | true
          identity;q=0 , gzip | true
          gzip;q=0, gzip;q=1 | true
          '' | false
          identity | false
          br | false
          gzip;q=0 | false
          gzip;q=0.000 | false
          *;q=0 | false
          gzip;q=0, * | false
          identity, gzip;q=0.9 | false
          identity;q=1, *;q=0.5 | false
          gzip;q=2 | false
          gzip;q= | false
          gzip;q=. | false
          gzip;q=x | false
          gzip;q=-1 | false
          gzip;q=0.1e1 | false
          gzip;x=1 | false
          notgzip | false
          gzipped | false
          """)
  void prefersGzipByTheWeights(String value, boolean prefersGzip) {
    assertThat(AcceptEncoding.of(header(value)).prefersGzip()).isEqualTo(prefersGzip);
  }

  @Test
  void nothingSaidIsNothingAccepted() {
    assertThat(AcceptEncoding.of(FlexHeaders.empty()).prefersGzip()).isFalse();
  }

  @Test
  void severalHeadersAreOneList() {
    FlexHeaders headers =
        FlexHeaders.builder()
            .add("accept-encoding", "br")
            .add("Accept-Encoding", "gzip;q=0.3")
            .build();
    assertThat(AcceptEncoding.of(headers).prefersGzip()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          gzip, identity;q=0 | true
          gzip, *;q=0 | true
          gzip | false
          identity;q=0 | false
          *;q=0 | false
          """)
  void insistsWhereABodyAsItIsIsRefused(String value, boolean insists) {
    assertThat(AcceptEncoding.of(header(value)).insistsOnGzip()).isEqualTo(insists);
  }

  private static FlexHeaders header(String value) {
    return FlexHeaders.builder().add("Accept-Encoding", value).build();
  }
}
