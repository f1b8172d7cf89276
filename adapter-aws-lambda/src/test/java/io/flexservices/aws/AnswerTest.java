package io.flexservices.aws;

import static io.flexservices.aws.Sample.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.json.Json;
import io.flexservices.spi.FlexHeaders;
import io.flexservices.spi.FlexResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A response in the shape of every source; the documents are those of {@link Sample}. */
class AnswerTest {
  private static final FlexResponse RESPONSE =
      new FlexResponse(
          201,
          FlexHeaders.builder()
              .add("Content-Type", "application/json")
              .add("X-List", "a, b")
              .add("Set-Cookie", "a=1; Path=/")
              .add("x-list", "c")
              .add("set-cookie", "b=2")
              .build(),
          "{\"name\":\"Zoë\"}".getBytes(StandardCharsets.UTF_8));
  private static final byte[] NONE = new byte[0];
  private static final FlexResponse EMPTY = new FlexResponse(200, FlexHeaders.empty(), NONE);
  private static final List<EventSource> SOURCES =
      List.of(
          RestApi.of(EventObject.of(null)),
          new HttpApi(),
          new FunctionUrl(),
          new LoadBalancer(),
          new MultiValueLoadBalancer(),
          new DirectInvocation());

  @Test
  void restApi() {
    assertAnswer(
        RestApi.of(EventObject.of(null)),
        """
        {"statusCode": 201,
         "multiValueHeaders": {
           "Content-Type": ["application/json"],
           "X-List": ["a, b", "c"],
           "Set-Cookie": ["a=1; Path=/", "b=2"]},
         "body": "{\\"name\\":\\"Zoë\\"}",
         "isBase64Encoded": false}
        """);
  }

  @Test
  void httpApiAndFunctionUrl() {
    for (EventSource source : List.of(new HttpApi(), new FunctionUrl())) {
      assertAnswer(
          source,
          """
          {"statusCode": 201,
           "headers": {"Content-Type": "application/json", "X-List": "a, b, c"},
           "cookies": ["a=1; Path=/", "b=2"],
           "body": "{\\"name\\":\\"Zoë\\"}",
           "isBase64Encoded": false}
          """);
    }
  }

  @Test
  void loadBalancer() {
    assertAnswer(
        new LoadBalancer(),
        """
        {"statusCode": 201,
         "statusDescription": "201 Created",
         "headers": {
           "Content-Type": "application/json", "X-List": "a, b, c",
           "Set-Cookie": "a=1; Path=/", "set-Cookie": "b=2"},
         "body": "{\\"name\\":\\"Zoë\\"}",
         "isBase64Encoded": false}
        """);
  }

  @Test
  void multiValueLoadBalancer() {
    assertAnswer(
        new MultiValueLoadBalancer(),
        """
        {"statusCode": 201,
         "statusDescription": "201 Created",
         "multiValueHeaders": {
           "Content-Type": ["application/json"],
           "X-List": ["a, b", "c"],
           "Set-Cookie": ["a=1; Path=/", "b=2"]},
         "body": "{\\"name\\":\\"Zoë\\"}",
         "isBase64Encoded": false}
        """);
  }

  @Test
  void directInvocation() {
    assertThat(Json.parse(new DirectInvocation().encode(RESPONSE)))
        .extracting("status", "body")
        .containsExactly(201L, Map.of("name", "Zoë"));
  }

  @Test
  void anEmptyBodyIsAnEmptyTextToGatewaysAndNullToDirectCallers() {
    for (EventSource source :
        List.of(
            RestApi.of(EventObject.of(null)),
            new HttpApi(),
            new FunctionUrl(),
            new LoadBalancer(),
            new MultiValueLoadBalancer())) {
      assertThat(Json.parse(source.encode(EMPTY))).extracting("body").isEqualTo("");
      assertThat(source.answer(EMPTY)).containsEntry("body", "");
    }
    assertThat(Json.parse(new DirectInvocation().encode(EMPTY))).extracting("body").isNull();
  }

  @Test
  void everyCookieHasASpellingOfItsOwnWhereAHeaderHasOneValue() {
    FlexHeaders.Builder headers = FlexHeaders.builder();
    for (int i = 0; i < 512; i++) {
      headers.add("Set-Cookie", "c" + i + "=1");
    }
    Map<String, Object> answer =
        object(Json.parse(new LoadBalancer().encode(new FlexResponse(200, headers.build(), NONE))));

    Map<String, Object> sent = object(answer.get("headers"));
    assertThat(sent).hasSize(512).containsEntry("Set-Cookie", "c0=1");
    assertThat(sent.keySet()).allMatch(name -> name.equalsIgnoreCase("Set-Cookie"));
    assertThat(sent.values()).doesNotHaveDuplicates();
  }

  @Test
  void theLengthOfABodyIsLeftToTheGateways() {
    FlexResponse head = RESPONSE.withoutBody();
    assertThat(head.headers().first("Content-Length")).isEqualTo("15");
    for (EventSource source : SOURCES) {
      assertThat(new String(source.encode(head), StandardCharsets.UTF_8))
          .doesNotContainIgnoringCase("content-length")
          .contains("X-List");
    }
  }

  @Test
  void octetsAreBase64WithoutLineBreaks() {
    byte[] octets = new byte[1_000];
    new Random(7).nextBytes(octets);
    FlexHeaders gzip = FlexHeaders.builder().add("Content-Encoding", "gzip").build();
    FlexResponse response = new FlexResponse(200, gzip, octets);
    for (EventSource source : SOURCES) {
      if (!(source instanceof DirectInvocation)) {
        Map<String, Object> answer = object(Json.parse(source.encode(response)));
        assertThat(answer).containsEntry("isBase64Encoded", true);
        assertThat((String) answer.get("body")).doesNotContainPattern("\\s");
        assertThat(Base64.getDecoder().decode((String) answer.get("body"))).isEqualTo(octets);
        assertThat(object(Json.parse(Json.bytes(source.answer(response))))).isEqualTo(answer);
      }
    }
  }

  /** Of each source: the size that is told, the bytes that are sent, and what they say. */
  @Test
  void theSizeIsThatOfWhatIsSent() {
    Random random = new Random(42);
    for (int i = 0; i < 2_000; i++) {
      FlexResponse response = randomResponse(random);
      for (EventSource source : SOURCES) {
        byte[] sent = source.encode(response);
        assertThat(source.size(response)).isEqualTo(sent.length);
        if (!(source instanceof DirectInvocation)) {
          assertThat(Json.parse(sent)).isEqualTo(Json.parse(Json.bytes(source.answer(response))));
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "200, 200 OK",
    "404, 404 Not Found",
    "550, 550 Flex Runtime Error",
    "299, 299 Flex Answer",
    "599, 599 Flex Error"
  })
  void everyStatusHasADescription(int status, String description) {
    FlexResponse response = new FlexResponse(status, FlexHeaders.empty(), new byte[0]);
    assertThat(new LoadBalancer().answer(response)).containsEntry("statusDescription", description);
  }

  private static void assertAnswer(EventSource source, String expected) {
    assertThat(Json.parse(source.encode(RESPONSE))).isEqualTo(Json.parse(expected));
    assertThat(Json.parse(Json.text(source.answer(RESPONSE)))).isEqualTo(Json.parse(expected));
  }

  /** A JSON string of any characters, so that a direct caller can be sent it too. */
  private static FlexResponse randomResponse(Random random) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(40);
    for (int i = 0; i < length; i++) {
      text.appendCodePoint(random.nextBoolean() ? random.nextInt(0x80) : randomRare(random));
    }
    FlexHeaders.Builder headers = FlexHeaders.builder().add("X-A", "\"\\\t/" + random.nextInt(9));
    if (random.nextInt(4) == 0) {
      headers.add("Content-Encoding", "gzip");
    }
    byte[] body = random.nextInt(9) == 0 ? NONE : Json.bytes(text);
    return new FlexResponse(200 + random.nextInt(400), headers.build(), body);
  }

  private static int randomRare(Random random) {
    int[] rare = {
      0x7f, 0x80, 0xe9, 0x7ff, 0x800, 0x2028, 0xd7ff, 0xe000, 0xffff, 0x10000, 0x10ffff
    };
    return rare[random.nextInt(rare.length)];
  }
}
