package io.flexservices.aws;

import static io.flexservices.aws.Sample.object;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.flexservices.FlexSettings;
import io.flexservices.json.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Answers at the limits of Lambda (6,291,556 bytes of JSON) and of load balancers (1 MB of JSON).
 */
class AnswerLimitTest {
  private final List<String> log = Collections.synchronizedList(new ArrayList<>());

  @ParameterizedTest
  @EnumSource
  void anAnswerMayHaveAsManyBytesAsTheLimitAndNotOneMore(Sample sample) {
    FlexLambdaHandler handler = handler("false");
    for (String unit : List.of("plain", "quote", "euro", "control")) {
      log.clear();
      int empty = size(handler, sample, unit, 0, 0);
      int each = size(handler, sample, unit, 1, 0) - empty;
      int units = (limit(sample) - empty) / each;
      int rest = (limit(sample) - empty) % each;

      assertThat(size(handler, sample, unit, units, rest)).isEqualTo(limit(sample));
      assertThat(log).isEmpty();

      byte[] over = answer(handler, get(sample, unit + "-" + units + "-" + (rest + 1)));
      assertThat(over.length).isLessThan(1_000);
      assertTooLarge(sample, object(Json.parse(over)), limit(sample) + 1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aFunctionsErrorKeepsTheEnvelopeButNotTheRequest(Sample sample) {
    Map<String, Object> event = sample.event("POST", "/_flexFunctions/sized");
    String given =
        "{\"objectName\":\"things\",\"hookType\":\"post\",\"tempObjectStore\":{\"t\":\"%s\"},"
                .formatted("t".repeat(1_000))
            + "\"response\":{\"body\":{\"answer\":\"plain-7000000-0\",\"pad\":\"%s\"}}}"
                .formatted("p".repeat(900_000));
    event.put("body", given);

    byte[] answer = answer(handler("false"), event);

    assertThat(answer.length).isLessThan(1_000);
    Map<String, Object> shape = object(Json.parse(answer));
    assertThat(shape).containsEntry(statusMember(sample), 550L);
    assertThat(new String(answer, StandardCharsets.UTF_8))
        .containsPattern("\"X-Kinvey-Request-Continue\":\\[?\"false\"");
    Map<String, Object> envelope = body(shape);
    assertThat(envelope).containsOnlyKeys("request", "response");
    Map<String, Object> response = object(envelope.get("response"));
    assertThat(response).containsEntry("continue", false).containsEntry("statusCode", 550L);
    assertThat(object(response.get("body"))).containsEntry("error", "FlexRuntimeError");
    assertThat(log).singleElement().asString().contains("FlexFunctions sized", "over the limit");
  }

  @ParameterizedTest
  @EnumSource
  void aLoginsErrorIsSmallToo(Sample sample) {
    Map<String, Object> event = sample.event("POST", "/_auth/sized");
    event.put("body", "{\"username\":\"plain-7000000-0\",\"password\":\"p\"}");

    Map<String, Object> answer = object(Json.parse(answer(handler("false"), event)));

    assertThat(answer).containsEntry(statusMember(sample), 550L);
    assertThat(body(answer)).containsEntry("error", "FlexRuntimeError");
    assertThat(log).singleElement().asString().contains("FlexAuth sized");
  }

  @ParameterizedTest
  @EnumSource(names = {"HTTP_API", "LOAD_BALANCER", "MULTI_VALUE_LOAD_BALANCER"})
  void theLimitIsThatOfTheCompressedAnswerInBase64(Sample sample) {
    FlexLambdaHandler handler = handler("true");
    Map<String, Object> fits = object(Json.parse(answer(handler, get(sample, "plain-9000000-0"))));
    assertThat(fits)
        .containsEntry(statusMember(sample), 200L)
        .containsEntry("isBase64Encoded", true);
    assertThat(unzipped(fits)).hasSize(9_000_008);

    int units = unitsThatJustFit(handler, sample);
    log.clear();
    while (log.isEmpty()) {
      units++;
      answer(handler, get(sample, "random-" + units + "-0"));
    }
    assertThat(log).singleElement().asString().contains("over the limit of " + limit(sample));
    byte[] over = answer(handler, get(sample, "random-" + units + "-0"));
    assertThat(sizeThatIsFound(sample, over)).isBetween(limit(sample) + 1, limit(sample) + 4);
    assertThat(Json.parse(over)).extracting("isBase64Encoded").isEqualTo(false);
  }

  @ParameterizedTest
  @CsvSource({
    "REST_API, false",
    "DIRECT, false",
    "HTTP_API_PAYLOAD_1, true",
    "HTTP_API, true",
    "FUNCTION_URL, true",
    "LOAD_BALANCER, true",
    "MULTI_VALUE_LOAD_BALANCER, true"
  })
  void compressesWhereTheSourceDecodesBase64(Sample sample, boolean isCompressed) {
    byte[] answer = answer(handler("true"), get(sample, "plain-2000-0"));

    assertThat(Json.parse(answer)).extracting(statusMember(sample)).isEqualTo(200L);
    assertThat(new String(answer, StandardCharsets.UTF_8).contains("\"Content-Encoding\":"))
        .isEqualTo(isCompressed);
    assertThat(new String(answer, StandardCharsets.UTF_8).contains("\"Vary\":"))
        .isEqualTo(isCompressed);
    assertThat(answer.length < 1_000).isEqualTo(isCompressed);
  }

  @Test
  void aTypedAnswerHasRoomForWhatTheRuntimeAdds() {
    FlexTypedEvents typed =
        new FlexTypedEvents(new SizedService(), FlexSettings.of(Map.of(), Map.of()), log::add);

    assertThat(typed.httpApi(typedEvent("plain-6290000-0"), null).getStatusCode()).isEqualTo(200);
    APIGatewayV2HTTPResponse over = typed.httpApi(typedEvent("plain-6291000-0"), null);
    assertThat(over.getStatusCode()).isEqualTo(550);
    assertThat(over.getBody()).contains("FlexRuntimeError", "AWS Lambda");
  }

  private static APIGatewayV2HTTPEvent typedEvent(String order) {
    return APIGatewayV2HTTPEvent.builder()
        .withRawPath("/sized/" + order)
        .withRequestContext(
            APIGatewayV2HTTPEvent.RequestContext.builder()
                .withHttp(
                    APIGatewayV2HTTPEvent.RequestContext.Http.builder().withMethod("GET").build())
                .build())
        .build();
  }

  private void assertTooLarge(Sample sample, Map<String, Object> answer, int size) {
    String sentence =
        "The answer of the handler FlexData sized.onGetById has %d bytes as it is encoded for %s, over the limit of %d bytes"
            .formatted(
                size,
                isLoadBalancer(sample) ? "a load balancer in front of AWS Lambda" : "AWS Lambda",
                limit(sample));
    assertThat(answer).containsEntry(statusMember(sample), 550L);
    assertThat(body(answer))
        .containsEntry("error", "FlexRuntimeError")
        .containsEntry("debug", sentence);
    assertThat(log).singleElement().asString().contains(sentence, "\"level\":\"error\"");
  }

  private FlexLambdaHandler handler(String compress) {
    return new FlexLambdaHandler(
        new SizedService(),
        FlexSettings.of(
            Map.of(), Map.of("FLEX_COMPRESS", compress, "FLEX_SHARED_SECRET", "s3cr3t")),
        log::add);
  }

  private static Map<String, Object> get(Sample sample, String order) {
    return sample.event("GET", "/sized/" + order);
  }

  private int size(FlexLambdaHandler handler, Sample sample, String unit, int units, int rest) {
    byte[] answer = answer(handler, get(sample, unit + "-" + units + "-" + rest));
    assertThat(status(sample, answer)).isEqualTo(200);
    return answer.length;
  }

  /** Base64 goes by fours, so the last answer that fits is three bytes under the limit at most. */
  private static int unitsThatJustFit(FlexLambdaHandler handler, Sample sample) {
    int units = limit(sample);
    for (int attempt = 0; attempt < 40; attempt++) {
      byte[] answer = answer(handler, get(sample, "random-" + units + "-0"));
      int room = limit(sample) - sizeThatIsFound(sample, answer);
      if (room >= 0 && room <= 3) {
        assertThat(status(sample, answer)).isEqualTo(200);
        return units;
      }
      units += room / 2 + Integer.signum(room); // a character is about one byte there
    }
    throw new AssertionError("found no answer at the limit of " + sample);
  }

  /** The size of an answer that fits; of one that does not, what its error says. */
  private static int sizeThatIsFound(Sample sample, byte[] answer) {
    if (status(sample, answer) == 200) {
      return answer.length;
    }
    String debug = (String) requireNonNull(body(object(Json.parse(answer))).get("debug"));
    return Integer.parseInt(debug.replaceAll(".* has (\\d+) bytes .*", "$1"));
  }

  private static byte[] answer(FlexLambdaHandler handler, Map<String, Object> event) {
    for (String name : List.of("headers", "multiValueHeaders")) {
      if (event.get(name) instanceof Map<?, ?>) {
        Map<String, Object> headers = object(event.get(name));
        boolean isList = name.equals("multiValueHeaders");
        headers.put("accept-encoding", isList ? List.of("gzip") : "gzip");
      }
    }
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try {
      handler.handleRequest(new ByteArrayInputStream(Json.bytes(event)), answer, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return answer.toByteArray();
  }

  private static long status(Sample sample, byte[] answer) {
    return (Long) requireNonNull(object(Json.parse(answer)).get(statusMember(sample)));
  }

  private static String unzipped(Map<String, Object> answer) {
    byte[] octets = Base64.getDecoder().decode((String) answer.get("body"));
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(octets))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Object> body(Map<String, Object> answer) {
    Object body = answer.get("body");
    return object(body instanceof String text ? Json.parse(text) : body);
  }

  private static int limit(Sample sample) {
    return isLoadBalancer(sample) ? 1_048_576 : 6_291_556;
  }

  private static boolean isLoadBalancer(Sample sample) {
    return sample == Sample.LOAD_BALANCER || sample == Sample.MULTI_VALUE_LOAD_BALANCER;
  }

  private static String statusMember(Sample sample) {
    return sample == Sample.DIRECT ? "status" : "statusCode";
  }
}
