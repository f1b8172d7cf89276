package io.flexservices.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.json.Json;
import io.flexservices.spi.FlexHeaders;
import io.flexservices.spi.FlexResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
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
  private static final FlexResponse EMPTY = new FlexResponse(200, FlexHeaders.empty(), new byte[0]);

  @Test
  void restApi() {
    assertAnswer(
        new RestApi(),
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
           "Content-Type": "application/json", "X-List": "a, b, c", "Set-Cookie": "a=1; Path=/"},
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
    assertThat(Json.parse(Json.text(new DirectInvocation().answer(RESPONSE))))
        .extracting("status", "body")
        .containsExactly(201L, Map.of("name", "Zoë"));
  }

  @Test
  void anEmptyBodyIsAnEmptyTextToGatewaysAndNullToDirectCallers() {
    for (EventSource source :
        List.of(
            new RestApi(),
            new HttpApi(),
            new FunctionUrl(),
            new LoadBalancer(),
            new MultiValueLoadBalancer())) {
      assertThat(source.answer(EMPTY)).containsEntry("body", "");
    }
    assertThat(new DirectInvocation().answer(EMPTY)).containsEntry("body", null);
  }

  @Test
  void aDirectAnswerThatNestsTooDeepToBeReadStaysText() {
    String deep = "[".repeat(300) + "]".repeat(300);
    FlexResponse response =
        new FlexResponse(200, FlexHeaders.empty(), deep.getBytes(StandardCharsets.UTF_8));
    assertThat(new DirectInvocation().answer(response)).containsEntry("body", deep);
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
    assertThat(Json.parse(Json.text(source.answer(RESPONSE)))).isEqualTo(Json.parse(expected));
  }
}
