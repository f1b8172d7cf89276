package io.flexservices.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.json.Json;
import io.flexservices.spi.RequestPath;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // without a mapping
        "/widgets/42 | /{proxy+} | {'proxy':'widgets/42'} | 0",
        "/widgets/42 | /widgets/{id} | {'id':'42'} | 0",
        "/api/widgets | /api/{proxy+} | {'proxy':'widgets'} | 0",
        // with one, of one or more segments, and a stage that it does not name
        "/shop/widgets/42 | /{proxy+} | {'proxy':'widgets/42'} | 1",
        "/shop/v1/widgets/42 | /{proxy+} | {'proxy':'widgets/42'} | 2",
        "/shop/widgets/42 | /widgets/{id} | {'id':'42'} | 1",
        "/shop/widgets/ | /widgets | null | 1",
        "/widgets/widgets/42 | /{proxy+} | {'proxy':'widgets/42'} | 1",
        "/shop/widgets/42/ | /{proxy+} | {'proxy':'widgets/42/'} | 1",
        "/shop/widgets/42 | /{proxy+} | {'proxy':'/widgets/42'} | 1",
        // parameters that are decoded, or not
        "/shop/widgets/a%2Fb | /{proxy+} | {'proxy':'widgets/a/b'} | 1",
        "/shop/widgets/a%2Fb | /{proxy+} | {'proxy':'widgets/a%2Fb'} | 1",
        "/shop/widgets/50%25 | /{proxy+} | {'proxy':'widgets/50%'} | 1",
        "/shop/widgets/%2541 | /{proxy+} | {'proxy':'widgets/%41'} | 1",
        "/shop/widgets/%2541 | /{proxy+} | {'proxy':'widgets/%2541'} | 1",
        "/shop/widgets/%C3%A9 | /widgets/{id} | {'id':'é'} | 1",
        // nothing that can be told
        "/shop/widgets | $default | null | 0",
        "/shop/widgets | / | null | 0",
        "/shop/widgets | | null | 0",
        "/shop/widgets | /{proxy+} | null | 0",
        "/shop/widgets | /{proxy+} | {'proxy':5} | 0",
        "/shop/widgets | /{proxy+} | {'proxy':''} | 0",
        "/shop/widgets | /{proxy+} | {'proxy':'gadgets'} | 0",
        "/shopwidgets | /{proxy+} | {'proxy':'widgets'} | 0",
        "/a%2Fwidgets | /{proxy+} | {'proxy':'widgets'} | 0",
        "/widgets | /{proxy+} | {'proxy':'shop/widgets'} | 0",
      })
  void isWhatTheResourceDoesNotCover(String path, String resource, String parameters, int count) {
    EventObject values = EventObject.of(Json.parse(parameters.replace('\'', '"')));
    assertThat(Mapping.segments(RequestPath.encoded(path), resource, values)).isEqualTo(count);
  }
}
