package io.flexservices.local.lambda;

import static io.flexservices.local.lambda.GatewayFixture.answer;
import static io.flexservices.local.lambda.GatewayFixture.call;
import static io.flexservices.local.lambda.GatewayFixture.event;
import static io.flexservices.local.lambda.GatewayFixture.headers;
import static io.flexservices.local.lambda.GatewayFixture.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LoadBalancerTest {
  private static final String CONTEXT =
      """
      {"elb": {"targetGroupArn":
        "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/function/0123456789abcdef"}}
      """;

  private final Gateway single = new LoadBalancer(false);
  private final Gateway multiple = new LoadBalancer(true);

  @Test
  void keepsTheLastValueOfEachNameAndDecodesNothing() {
    assertThat(event(single, example()))
        .isEqualTo(
            Probe.json(
                """
                {"requestContext": %s, "httpMethod": "POST", "path": "/widgets/a%%2Fb",
                 "queryStringParameters": {"q": "%%7B%%7D", "x": "2+3", "%%C3%%A4": ""},
                 "headers": {"x-twice": "2", "content-type": "application/json"},
                 "body": "{}", "isBase64Encoded": false}
                """
                    .formatted(CONTEXT)));
  }

  @Test
  void hasListsOnlyWithMultiValueHeaders() {
    assertThat(event(multiple, example()))
        .isEqualTo(
            Probe.json(
                """
                {"requestContext": %s, "httpMethod": "POST", "path": "/widgets/a%%2Fb",
                 "multiValueQueryStringParameters":
                   {"q": ["%%7B%%7D"], "x": ["1", "2+3"], "%%C3%%A4": [""]},
                 "multiValueHeaders":
                   {"x-twice": ["1", "2"], "content-type": ["application/json"]},
                 "body": "{}", "isBase64Encoded": false}
                """
                    .formatted(CONTEXT)));
  }

  @Test
  void isEmptyWhereThereIsNothing() {
    assertThat(event(single, call("GET", "/", null, new byte[0])))
        .isEqualTo(
            Probe.json(
                """
                {"requestContext": %s, "httpMethod": "GET", "path": "/",
                 "queryStringParameters": {}, "headers": {}, "body": "", "isBase64Encoded": false}
                """
                    .formatted(CONTEXT)));
  }

  @Test
  void readsTheKindOfHeadersThatItsModeHas() {
    String both =
        """
        {"statusCode": 200, "statusDescription": "200 OK", "isBase64Encoded": false, "body": "b",
         "headers": {"a": "1"}, "multiValueHeaders": {"a": ["2", "3"]}}
        """;
    assertThat(headers(answer(single, both)))
        .containsExactly("Content-Type: application/octet-stream", "a: 1");
    assertThat(headers(answer(multiple, both)))
        .containsExactly("Content-Type: application/octet-stream", "a: 2", "a: 3");
  }

  @Test
  void refusesWhatHasNotTheShape() {
    assertThatThrownBy(() -> answer(single, "{\"body\": \"b\"}"))
        .isInstanceOf(MalformedAnswer.class);
    assertThatThrownBy(() -> answer(multiple, "\"b\"")).isInstanceOf(MalformedAnswer.class);
  }

  private static HttpCall example() {
    return call(
        "POST",
        "/widgets/a%2Fb",
        "q=%7B%7D&x=1&x=2+3&%C3%A4",
        utf8("{}"),
        "X-Twice: 1",
        "x-twice: 2",
        "Content-Type: application/json");
  }
}
