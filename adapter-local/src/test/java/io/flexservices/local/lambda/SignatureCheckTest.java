package io.flexservices.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.json.Json;
import io.flexservices.spi.FlexHeaders;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The requests of AWS's published test suite for Signature Version 4, without those whose header
 * goes on over several lines, which HTTP has given up, and those of services that normalise paths.
 */
class SignatureCheckTest {
  private static final Instant THEN = Instant.parse("2015-08-30T12:36:00Z");
  private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

  /** Its point is a header of AWS's that is added after the signing, which no service accepts. */
  private static final Set<String> UNSIGNED_TOKEN = Set.of("post-sts-header-after");

  static List<Named<Map<String, Object>>> suite() throws IOException {
    try (InputStream in =
        SignatureCheckTest.class.getResourceAsStream("/signature-version-4.json")) {
      List<Named<Map<String, Object>>> vectors = new ArrayList<>();
      for (Object each : (List<?>) Objects.requireNonNull(Json.parse(in.readAllBytes()))) {
        Map<String, Object> vector = Probe.json(Json.text(each));
        vectors.add(Named.of((String) vector.get("name"), vector));
      }
      return vectors;
    }
  }

  @ParameterizedTest
  @MethodSource("suite")
  void acceptsWhatTheSuiteSigned(Map<String, Object> vector) {
    String refusal = check(THEN).refusal(call(vector, null));
    if (UNSIGNED_TOKEN.contains(vector.get("name"))) {
      assertThat(refusal).isEqualTo("The header x-amz-security-token must be signed");
    } else {
      assertThat(refusal).isNull();
    }
  }

  @ParameterizedTest
  @MethodSource("suite")
  void refusesAChangedBody(Map<String, Object> vector) {
    assertThat(check(THEN).refusal(call(vector, vector.get("body") + "x"))).isNotNull();
  }

  @Test
  void hasTheWholeSuite() throws IOException {
    Set<Object> names = new HashSet<>();
    suite().forEach(vector -> names.add(vector.getName()));
    assertThat(names)
        .hasSize(31)
        .contains("get-vanilla", "get-utf8", "get-space-normalized", "post-x-www-form-urlencoded");
  }

  @Test
  void refusesAnotherSecretKeyRegionServiceAndTime() throws IOException {
    HttpCall call = call(vanilla(), null);
    assertThat(check("AKIDEXAMPLE", "other", "us-east-1", THEN).refusal(call))
        .startsWith("The request signature we calculated does not match");
    assertThat(check("AKIDOTHER", SECRET, "us-east-1", THEN).refusal(call))
        .isEqualTo("The credential must be AKIDOTHER/20150830/us-east-1/service/aws4_request");
    assertThat(check("AKIDEXAMPLE", SECRET, "eu-west-1", THEN).refusal(call))
        .isEqualTo("The credential must be AKIDEXAMPLE/20150830/eu-west-1/service/aws4_request");
    assertThat(check(THEN.plus(Duration.ofMinutes(5))).refusal(call)).isNull();
    assertThat(check(THEN.plus(Duration.ofSeconds(301))).refusal(call))
        .isEqualTo("Signature expired: 20150830T123600Z is not within five minutes of now");
    assertThat(check(THEN.minus(Duration.ofSeconds(301))).refusal(call))
        .startsWith("Signature expired");
  }

  @Test
  void refusesWhatIsNotSigned() {
    HttpCall none = GatewayFixture.call("GET", "/", null, new byte[0], "Host: x");
    assertThat(check(THEN).refusal(none)).isEqualTo("Missing Authentication Token");
  }

  @Test
  void showsNoSecret() {
    assertThat(check(THEN).toString()).doesNotContain(SECRET);
  }

  private static Map<String, Object> vanilla() throws IOException {
    return suite().stream()
        .filter(vector -> vector.getName().equals("get-vanilla"))
        .findFirst()
        .orElseThrow()
        .getPayload();
  }

  private static SignatureCheck check(Instant now) {
    return check("AKIDEXAMPLE", SECRET, "us-east-1", now);
  }

  private static SignatureCheck check(String id, String secret, String region, Instant now) {
    return new SignatureCheck(id, secret, region, "service", Clock.fixed(now, ZoneOffset.UTC));
  }

  private static HttpCall call(Map<String, Object> vector, @Nullable String otherBody) {
    FlexHeaders.Builder headers = FlexHeaders.builder();
    for (Object line : (List<?>) Objects.requireNonNull(vector.get("headers"))) {
      String[] header = String.valueOf(line).split(":", 2);
      headers.add(header[0], header[1]);
    }
    String[] target = String.valueOf(vector.get("target")).split("\\?", 2);
    return new HttpCall(
        String.valueOf(vector.get("method")),
        target[0],
        target.length < 2 ? null : target[1],
        headers.build(),
        GatewayFixture.utf8(otherBody == null ? String.valueOf(vector.get("body")) : otherBody),
        new HttpCall.Connection("127.0.0.1", 9000, "HTTP/1.1"));
  }
}
