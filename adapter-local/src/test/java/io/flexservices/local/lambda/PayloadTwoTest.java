package io.flexservices.local.lambda;

import static io.flexservices.local.lambda.GatewayFixture.answer;
import static io.flexservices.local.lambda.GatewayFixture.call;
import static io.flexservices.local.lambda.GatewayFixture.event;
import static io.flexservices.local.lambda.GatewayFixture.headers;
import static io.flexservices.local.lambda.GatewayFixture.text;
import static io.flexservices.local.lambda.GatewayFixture.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** HTTP API and function URL, which share the payload 2.0. */
class PayloadTwoTest {
  private final Gateway api = new HttpApi(false);
  private final Gateway url = new FunctionUrl();

  @Test
  void makesTheEventOfAnHttpApi() {
    assertThat(event(api, example()))
        .isEqualTo(
            Probe.json(
                """
                {"version": "2.0", "routeKey": "$default", "rawPath": "/widgets/a%2Fb+",
                 "rawQueryString": "q=%7B%7D&x=1+2&x=3&bad=%zz",
                 "cookies": ["a=1", "b=2", "c=3"],
                 "headers": {"x-json": "{\\"a\\":1,\\"b\\":2}", "x-twice": "1,2",
                   "content-type": "application/json; charset=utf-8", "user-agent": "test"},
                 "queryStringParameters": {"q": "{}", "x": "1 2,3", "bad": "%zz"},
                 "requestContext": {"accountId": "123456789012", "apiId": "local",
                   "domainName": "local.execute-api.us-east-1.amazonaws.com",
                   "domainPrefix": "local",
                   "http": {"method": "PUT", "path": "/widgets/a%2Fb+", "protocol": "HTTP/1.1",
                     "sourceIp": "127.0.0.1", "userAgent": "test"},
                   "requestId": "request-1", "routeKey": "$default", "stage": "$default",
                   "time": "02/Jan/2026:03:04:05 +0000", "timeEpoch": 1767323045000},
                 "body": "{}", "isBase64Encoded": false}
                """));
  }

  @Test
  void makesTheEventOfAFunctionUrl() {
    Map<String, Object> event = event(url, example());
    assertThat(event).containsEntry("rawPath", "/widgets/a%2Fb+");
    assertThat(event.get("cookies").toString()).isEqualTo("[a=1, b=2, c=3]");
    assertThat((Map<?, ?>) event.get("headers")).extracting("cookie").isEqualTo("a=1; b=2,c=3");
    Map<?, ?> context = (Map<?, ?>) event.get("requestContext");
    assertThat(context.get("domainName")).isEqualTo("local.lambda-url.us-east-1.on.aws");
    assertThat(context.get("accountId")).isEqualTo("anonymous");
    assertThat((Map<?, ?>) context.get("http")).extracting("path").isEqualTo("/widgets/a/b+");
  }

  @Test
  void decodesThePathAsThePlatformDoesItWhereAskedTo() {
    Map<String, Object> event = event(new HttpApi(true), example());
    assertThat(event).containsEntry("rawPath", "/widgets/a/b+");
  }

  @Test
  void leavesOutWhatIsEmpty() {
    assertThat(event(api, call("GET", "/", null, new byte[0])))
        .containsEntry("rawQueryString", "")
        .doesNotContainKeys("body", "queryStringParameters", "cookies");
  }

  @ParameterizedTest
  @CsvSource({
    "text/plain, false",
    "Application/JSON, false",
    "application/vnd.x+json;v=1, false",
    "application/xml, false",
    "application/javascript, false",
    "application/octet-stream, true",
    "image/png, true"
  })
  void encodesWhatIsNoText(String contentType, boolean isBase64) {
    Map<String, Object> event =
        event(url, call("POST", "/", null, utf8("{}"), "Content-Type: " + contentType));
    assertThat(event)
        .containsEntry("isBase64Encoded", isBase64)
        .containsEntry("body", isBase64 ? "e30=" : "{}");
  }

  @Test
  void keepsOctetsThatAreNoTextThoughTheTypeSaysSo() {
    assertThat(
            event(
                api, call("POST", "/", null, new byte[] {(byte) 0xc3}, "Content-Type: text/html")))
        .containsEntry("body", "ww==")
        .containsEntry("isBase64Encoded", true);
  }

  @Test
  void readsStatusHeadersAndCookies() {
    HttpAnswer answer =
        answer(
            api,
            """
            {"statusCode": 201, "headers": {"a": "1,2"}, "cookies": ["x=1", "y=2"], "body": "ä"}
            """);
    assertThat(answer.status()).isEqualTo(201);
    assertThat(headers(answer))
        .containsExactly(
            "Content-Type: text/plain; charset=utf-8",
            "a: 1,2",
            "Set-Cookie: x=1",
            "Set-Cookie: y=2");
    assertThat(text(answer)).isEqualTo("ä");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {"{\"a\":1}; {\"a\":1}", "[1,2]; [1,2]", "\"plain\"; plain", "null; null", "1; 1"},
      delimiter = ';')
  void takesAnAnswerWithoutStatusForTheBody(String answer, String body) {
    HttpAnswer read = answer(url, answer);
    assertThat(read.status()).isEqualTo(200);
    assertThat(headers(read)).containsExactly("Content-Type: application/json");
    assertThat(text(read)).isEqualTo(body);
  }

  @Test
  void refusesWhatHasNotTheShape() {
    assertThatThrownBy(() -> answer(api, "{\"statusCode\": true}"))
        .isInstanceOf(MalformedAnswer.class);
    assertThatThrownBy(() -> answer(url, "{\"statusCode\": 200, \"cookies\": \"a=1\"}"))
        .isInstanceOf(MalformedAnswer.class);
  }

  private static HttpCall example() {
    return call(
        "PUT",
        "/widgets/a%2Fb+",
        "q=%7B%7D&x=1+2&x=3&bad=%zz",
        utf8("{}"),
        "X-JSON: {\"a\":1,\"b\":2}",
        "X-Twice: 1",
        "X-twice: 2",
        "Content-Type: application/json; charset=utf-8",
        "Cookie: a=1; b=2",
        "Cookie: c=3",
        "User-Agent: test");
  }
}
