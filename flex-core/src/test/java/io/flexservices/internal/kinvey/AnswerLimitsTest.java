package io.flexservices.internal.kinvey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexservices.error.KinveyException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.http.SdkHttpResponse;

/** The limits of JSON hold for the answers of Kinvey's backend, errors among them. */
class AnswerLimitsTest {
  @ParameterizedTest
  @CsvSource({"200, [, ]", "404, {\"a\":, }"})
  void takesAnAnswerAtTheEdgeAndRefusesOneOverIt(int status, String open, String close) {
    AnswerReader reader =
        new AnswerReader(
            SdkHttpResponse.builder().statusCode(status).build(),
            new Redaction(new BackendApp(null, null, null, null), null));
    String atTheEdge = open + "[".repeat(199) + "]".repeat(199) + close;
    if (status == 200) {
      assertThat(reader.answer(utf8(atTheEdge)).status()).isEqualTo(200);
    } else {
      assertThatThrownBy(() -> reader.answer(utf8(atTheEdge)))
          .isInstanceOf(KinveyException.class)
          .hasMessageNotContaining("not JSON");
    }
    String over = open + "[".repeat(200) + "]".repeat(200) + close;
    assertThatThrownBy(() -> reader.answer(utf8(over)))
        .isInstanceOf(KinveyException.class)
        .hasMessageContaining("not JSON")
        .satisfies(
            thrown ->
                assertThat(String.valueOf(((KinveyException) thrown).debug()))
                    .startsWith("The JSON text is over a limit: nesting of 200"));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
