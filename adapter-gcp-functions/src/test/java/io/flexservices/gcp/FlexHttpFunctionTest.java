package io.flexservices.gcp;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexservices.FlexSettings;
import io.flexservices.json.Json;
import io.flexservices.runtime.FlexRuntime;
import io.flexservices.spi.Platform;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlexHttpFunctionTest {
  private static final String ECHO = "/_flexFunctions/echo";

  private final List<String> log = new CopyOnWriteArrayList<>();
  private final FlexRuntime runtime =
      FlexRuntime.of(new TestService())
          .on(new Platform("gcp-functions"))
          .settings(FlexSettings.of(Map.of(), Map.of("FLEX_REQUEST_BODY_LIMIT", "1000")))
          .logTo(log::add)
          .build();

  @AfterEach
  void close() {
    runtime.close();
  }

  @Test
  void decodesThePathOnceAfterItIsSplit() {
    FakeResponse response = serve(FakeRequest.of("GET", "/widgets/a%20b%2Fc%252F%C3%BC+"));

    assertThat(response.status()).isEqualTo(200);
    assertThat(json(response)).isEqualTo(Map.of("id", "a b/c%2Fü+"));
  }

  @Test
  void answersWithTypeCharsetAndKinveysHeader() {
    FakeResponse response = serve(FakeRequest.of("GET", "/widgets/1"));

    assertThat(response.header("Content-Type")).isEqualTo("application/json; charset=utf-8");
    assertThat(response.header("X-Kinvey-Request-Continue")).isEqualTo("true");
  }

  @Test
  void keepsTheOrderOfRepeatedParameters() {
    FakeResponse response = serve(FakeRequest.of("GET", "/widgets?b=2&a=%7B%22x%22:1%7D&b=1+0"));

    assertThat(response.text()).isEqualTo("{\"b\":[\"2\",\"1 0\"],\"a\":\"{\\\"x\\\":1}\"}");
  }

  @Test
  void neverSplitsHeaders() {
    FakeResponse response =
        serve(
            FakeRequest.of("POST", ECHO)
                .header(
                    "x-kinvey-original-request-headers", "{\"accept\":\"a/b, c/d\",\"x\":\"1\"}")
                .body("{\"body\":{}}"));

    assertThat(functionBody(response))
        .isEqualTo(Map.of("body", Map.of(), "headers", Map.of("accept", "a/b, c/d", "x", "1")));
  }

  @Test
  void passesTheBodyOn() {
    FakeResponse response = serve(FakeRequest.of("POST", ECHO).body("{\"body\":{\"name\":\"ü\"}}"));

    assertThat(functionBody(response))
        .isEqualTo(Map.of("body", Map.of("name", "ü"), "headers", Map.of()));
  }

  @Test
  void answersHeadWithoutABody() {
    FakeResponse response = serve(FakeRequest.of("HEAD", "/widgets/1"));

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.header("Content-Type")).isEqualTo("application/json; charset=utf-8");
    assertThat(response.header("Content-Length")).isEqualTo("10");
    assertThat(response.text()).isEmpty();
  }

  @Test
  void refusesAMalformedHeadWithoutABody() {
    FakeResponse response = serve(FakeRequest.of("HEAD", "/widgets?a=%zz"));

    assertThat(response.status()).isEqualTo(400);
    assertThat(response.text()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/widgets/%zz", "/widgets/%C3", "/widgets?a=%", "/widgets?%2=a"})
  void refusesMalformedEscapes(String target) {
    FakeResponse response = serve(FakeRequest.of("GET", target));

    assertThat(response.status()).isEqualTo(400);
    assertThat(json(response)).extracting("error").isEqualTo("BadRequest");
  }

  @Test
  void refusesMalformedJson() {
    FakeResponse response = serve(FakeRequest.of("POST", ECHO).body("{\"body\":"));

    assertThat(response.status()).isEqualTo(400);
    assertThat(json(response)).extracting("error").isEqualTo("BadRequest");
  }

  @Test
  void refusesABodyOverTheLimit() {
    FakeResponse response = serve(FakeRequest.of("POST", ECHO).body("x".repeat(1001)));

    assertThat(response.status()).isEqualTo(413);
    assertThat(json(response)).extracting("error").isEqualTo("RequestTooLarge");
  }

  @Test
  void readsARefusedBodyToItsEnd() {
    ByteArrayInputStream large = new ByteArrayInputStream(new byte[1_000_000]);
    ByteArrayInputStream unasked = new ByteArrayInputStream(new byte[1_000_000]);

    serve(FakeRequest.of("POST", ECHO).body(large));
    serve(FakeRequest.of("POST", "/widgets?a=%zz").body(unasked));

    assertThat(large.available()).isZero();
    assertThat(unasked.available()).isZero();
  }

  @Test
  void refusesABodyThatBreaksOff() {
    InputStream broken =
        new SequenceInputStream(
            new ByteArrayInputStream(new byte[] {'{'}),
            new InputStream() {
              @Override
              public int read() throws IOException {
                throw new IOException("Early EOF");
              }
            });

    FakeResponse response = serve(FakeRequest.of("POST", ECHO).body(broken));

    assertThat(response.status()).isEqualTo(400);
    assertThat(json(response))
        .extracting("debug")
        .isEqualTo("The body could not be read to its end");
  }

  @Test
  void refusesMethodsThatNoRouteKnows() {
    FakeResponse response = serve(FakeRequest.of("PATCH", "/widgets/1"));

    assertThat(response.status()).isEqualTo(405);
    assertThat(response.header("Allow")).isEqualTo("GET, HEAD, POST, PUT, DELETE");
  }

  @Test
  void keepsWhatAHandlerThrowsToTheLog() {
    FakeResponse response = serve(FakeRequest.of("POST", "/_flexFunctions/fails").body("{}"));

    assertThat(response.status()).isEqualTo(550);
    assertThat(functionBody(response)).extracting("error").isEqualTo("FlexRuntimeError");
    assertThat(response.text()).doesNotContain("s3cret");
    assertThat(log).anyMatch(line -> line.contains("the password is s3cret"));
  }

  @Test
  void answersWhatThePlatformsRequestItselfThrows() {
    InputStream failing =
        new InputStream() {
          @Override
          public int read() {
            throw new IllegalStateException("getReader() already called");
          }
        };

    FakeResponse response = serve(FakeRequest.of("POST", ECHO).body(failing));

    assertThat(response.status()).isEqualTo(550);
    assertThat(json(response))
        .extracting("debug")
        .isEqualTo("The service failed; its log says why");
    assertThat(log).anyMatch(line -> line.contains("getReader() already called"));
  }

  @Test
  void answersBeforeThePlatformsTimeIsUp() {
    FakeResponse response = FakeResponse.empty();

    new FlexHttpFunction(runtime, Duration.ofMillis(50), FunctionsChannel.CLOUD_RUN)
        .service(FakeRequest.of("POST", "/_flexFunctions/stuck").body("{}"), response);

    assertThat(response.status()).isEqualTo(550);
    assertThat(functionBody(response)).extracting("error").isEqualTo("FlexRuntimeError");
  }

  @Test
  void survivesACallerWhoHasGone() {
    FakeResponse gone = FakeResponse.ofACallerWhoHasGone();

    new FlexHttpFunction(runtime, Duration.ofMinutes(1), FunctionsChannel.CLOUD_RUN)
        .service(FakeRequest.of("GET", "/widgets/1"), gone);

    assertThat(log).singleElement().asString().contains("IOException: Broken pipe", "warning");
    assertThat(serve(FakeRequest.of("GET", "/widgets/1")).status()).isEqualTo(200);
  }

  @Test
  void runsAServiceThatASubclassHandsOver() {
    FakeResponse response = FakeResponse.empty();

    new FlexHttpFunction(new TestService()) {}.service(
        FakeRequest.of("GET", "/widgets/7"), response);

    assertThat(json(response)).isEqualTo(Map.of("id", "7"));
  }

  @Test
  void saysWhatToDoWhereThereIsNoService() {
    assertThatThrownBy(FlexHttpFunction::new)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("There is no Flex service to run")
        .hasMessageContaining("FLEX_SERVICE");
  }

  private FakeResponse serve(FakeRequest request) {
    FakeResponse response = FakeResponse.empty();
    new FlexHttpFunction(runtime, Duration.ofMinutes(1), FunctionsChannel.CLOUD_RUN)
        .service(request, response);
    return response;
  }

  private static Object json(FakeResponse response) {
    return requireNonNull(Json.parse(response.text()));
  }

  /** What the handler of a function answered, out of the envelope that Kinvey gets. */
  private static Object functionBody(FakeResponse response) {
    Map<?, ?> envelope = (Map<?, ?>) ((Map<?, ?>) json(response)).get("response");
    return requireNonNull(envelope.get("body"));
  }
}
