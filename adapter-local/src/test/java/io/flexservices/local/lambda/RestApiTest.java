package io.flexservices.local.lambda;

import static io.flexservices.local.lambda.GatewayFixture.answer;
import static io.flexservices.local.lambda.GatewayFixture.call;
import static io.flexservices.local.lambda.GatewayFixture.event;
import static io.flexservices.local.lambda.GatewayFixture.headers;
import static io.flexservices.local.lambda.GatewayFixture.text;
import static io.flexservices.local.lambda.GatewayFixture.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexservices.spi.RequestRejected;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RestApiTest {
  private final Gateway gateway = new RestApi();

  @Test
  void makesTheEventOfPayloadOne() {
    HttpCall call =
        call(
            "POST",
            "/widgets/a%2Fb",
            "q=%7B%22a%22%3A1%7D&x=1+2&x=3&flag",
            utf8("{\"ä\": 1}"),
            "X-Kinvey-App-Metadata: {\"a\":1,\"b\":2}",
            "X-Twice: 1",
            "X-Twice: 2,3",
            "User-Agent: test");
    assertThat(event(gateway, call))
        .isEqualTo(
            Probe.json(
                """
                {"resource": "/{proxy+}", "path": "/widgets/a%2Fb", "httpMethod": "POST",
                 "headers": {"X-Kinvey-App-Metadata": "{\\"a\\":1,\\"b\\":2}",
                   "X-Twice": "2,3", "User-Agent": "test"},
                 "multiValueHeaders": {"X-Kinvey-App-Metadata": ["{\\"a\\":1,\\"b\\":2}"],
                   "X-Twice": ["1", "2,3"], "User-Agent": ["test"]},
                 "queryStringParameters": {"q": "{\\"a\\":1}", "x": "3", "flag": ""},
                 "multiValueQueryStringParameters":
                   {"q": ["{\\"a\\":1}"], "x": ["1 2", "3"], "flag": [""]},
                 "pathParameters": {"proxy": "widgets/a%2Fb"}, "stageVariables": null,
                 "requestContext": {"accountId": "123456789012", "apiId": "local",
                   "resourceId": "local0", "resourcePath": "/{proxy+}", "httpMethod": "POST",
                   "path": "/local/widgets/a%2Fb", "stage": "local", "protocol": "HTTP/1.1",
                   "domainName": "local.execute-api.us-east-1.amazonaws.com",
                   "domainPrefix": "local", "requestId": "request-1",
                   "extendedRequestId": "request-1", "requestTime": "02/Jan/2026:03:04:05 +0000",
                   "requestTimeEpoch": 1767323045000, "authorizer": null,
                   "identity": {"sourceIp": "127.0.0.1", "userAgent": "test"}},
                 "body": "{\\"ä\\": 1}", "isBase64Encoded": false}
                """));
  }

  @Test
  void isNullWhereThereIsNothing() {
    Map<String, Object> event = event(gateway, call("GET", "/", null, new byte[0]));
    for (String name :
        new String[] {
          "headers",
          "multiValueHeaders",
          "queryStringParameters",
          "multiValueQueryStringParameters",
          "pathParameters",
          "body"
        }) {
      assertThat(event).containsEntry(name, null);
    }
    assertThat(event).containsEntry("resource", "/");
  }

  @Test
  void keepsOctetsThatAreNoText() {
    Map<String, Object> event =
        event(gateway, call("POST", "/x", null, new byte[] {(byte) 0xff}, "Content-Type: text/a"));
    assertThat(event).containsEntry("body", "/w==").containsEntry("isBase64Encoded", true);
  }

  @Test
  void refusesAMalformedQuery() {
    assertThatThrownBy(() -> event(gateway, call("GET", "/x", "a=%zz", new byte[0])))
        .isInstanceOf(RequestRejected.class);
  }

  @Test
  void readsBothKindsOfHeaders() {
    HttpAnswer answer =
        answer(
            gateway,
            """
            {"statusCode": 550, "body": "b", "headers": {"A": "1", "content-length": "9", "b": 2},
             "multiValueHeaders": {"a": ["3", "4"]}}
            """);
    assertThat(answer.status()).isEqualTo(550);
    assertThat(headers(answer))
        .containsExactly("Content-Type: application/json", "b: 2", "a: 3", "a: 4");
    assertThat(text(answer)).isEqualTo("b");
  }

  @Test
  void decodesTheBody() {
    assertThat(
            text(
                answer(
                    gateway,
                    "{\"statusCode\": 200, \"body\": \"w6Q=\", \"isBase64Encoded\": true}")))
        .isEqualTo("ä");
    assertThat(text(answer(gateway, "{\"statusCode\": 200, \"body\": null}"))).isEmpty();
  }

  @Test
  void refusesWhatHasNotTheShape() {
    assertMalformed("[]", "The function's answer is not a JSON object");
    assertMalformed("{}", "statusCode");
    assertMalformed("{\"statusCode\": 20}", "statusCode");
    assertMalformed("{\"statusCode\": \"x\"}", "statusCode");
    assertMalformed("{\"statusCode\": 200, \"body\": {}}", "body");
    assertMalformed("{\"statusCode\": 200, \"headers\": []}", "headers");
    assertMalformed("{\"statusCode\": 200, \"headers\": {\"a\": null}}", "header");
    assertMalformed("{\"statusCode\": 200, \"headers\": {\"a\": \"b\\r\\nc: d\"}}", "one line");
    assertMalformed("{\"statusCode\": 200, \"multiValueHeaders\": {\"a\": \"b\"}}", "array");
    assertMalformed("{\"statusCode\": 200, \"isBase64Encoded\": 1}", "isBase64Encoded");
    assertMalformed(
        "{\"statusCode\": 200, \"body\": \"?\", \"isBase64Encoded\": true}", "not Base64");
  }

  private void assertMalformed(String answer, String sentence) {
    assertThatThrownBy(() -> answer(gateway, answer))
        .isInstanceOf(MalformedAnswer.class)
        .hasMessageContaining(sentence);
  }
}
