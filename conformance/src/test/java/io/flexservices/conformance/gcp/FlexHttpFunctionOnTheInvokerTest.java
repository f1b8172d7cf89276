package io.flexservices.conformance.gcp;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flexservices.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The adapter under Google's real invoker, over HTTP. */
class FlexHttpFunctionOnTheInvokerTest {
  private static final int BODY_LIMIT = 1_048_576;

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static GcpInvoker invoker;

  @BeforeAll
  static void start() throws Exception {
    invoker =
        GcpInvoker.start(
            ClassPath.ofTheFunction(),
            "io.flexservices.gcp.FlexHttpFunction",
            0,
            Map.of(
                "FLEX_SERVICE",
                SeenService.class.getName(),
                "FLEX_REQUEST_BODY_LIMIT",
                String.valueOf(BODY_LIMIT),
                "CLOUD_RUN_TIMEOUT_SECONDS",
                "2"));
  }

  @AfterAll
  static void stop() {
    invoker.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/things/a%20b, a b",
    "/things/%C3%BC%E2%82%AC, ü€",
    "/things/a+b, a+b",
    "/things/a%22b, a\"b",
    "/things/a%3Fb%23c, a?b#c",
    "/things/a;b=c, a;b=c",
    "/things/a%3Bb/, a;b",
  })
  void findsIdsAsTheyWereMeant(String target, String id) throws Exception {
    assertThat(json(get(target))).isEqualTo(Map.of("id", id));
  }

  @Test
  void keepsRepeatedParametersInTheirOrder() throws Exception {
    assertThat(get("/things?b=2&a=%7B%22x%22:1%7D&b=1+0").body())
        .isEqualTo("{\"query\":{\"b\":[\"2\",\"1 0\"],\"a\":\"{\\\"x\\\":1}\"}}");
  }

  @Test
  void takesAQueryWhoseJsonIsNotEncoded() throws Exception {
    RawHttp.Answer answer = RawHttp.get(invoker.uri(), "/things?query={\"a\":\"b|c\"}");

    assertThat(answer.body()).isEqualTo("{\"query\":{\"query\":\"{\\\"a\\\":\\\"b|c\\\"}\"}}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/things?query=%zz", "/things?query=%", "/things?query=%C3"})
  void refusesMalformedEscapesOfAQueryInJson(String target) throws Exception {
    RawHttp.Answer answer = RawHttp.get(invoker.uri(), target);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.head()).contains("Content-Type: application/json; charset=utf-8");
    assertThat(Json.parse(answer.body()))
        .extracting("error", "description")
        .containsExactly("BadRequest", "Unable to understand the request");
  }

  @Test
  void neverSplitsHeaders() throws Exception {
    HttpResponse<String> answer =
        send(
            request("/things")
                .header(
                    "X-Kinvey-Original-Request-Headers", "{\"accept\":\"a/b, c/d\",\"x\":\"1\"}")
                .POST(BodyPublishers.ofString("{\"name\":\"ü\"}")));

    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.headers().allValues("X-Kinvey-Request-Continue")).containsExactly("true");
    assertThat(answer.headers().allValues("Content-Type"))
        .containsExactly("application/json; charset=utf-8");
    assertThat(json(answer))
        .isEqualTo(
            Map.of("body", Map.of("name", "ü"), "headers", Map.of("accept", "a/b, c/d", "x", "1")));
  }

  @Test
  void refusesMalformedJson() throws Exception {
    HttpResponse<String> answer =
        send(request("/things").POST(BodyPublishers.ofString("{\"name\":")));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer)).extracting("error").isEqualTo("BadRequest");
  }

  @Test
  void passesAStatusThatHttpDoesNotKnow() throws Exception {
    HttpResponse<String> answer =
        send(request("/_flexFunctions/runtimeError").POST(BodyPublishers.ofString("{}")));

    assertThat(answer.statusCode()).isEqualTo(550);
    assertThat(answer.body()).contains("FlexRuntimeError", "as asked");
  }

  @Test
  void answersWhereAHandlerThrows() throws Exception {
    HttpResponse<String> answer = send(request("/things/1").DELETE());

    assertThat(answer.statusCode()).isEqualTo(550);
    assertThat(json(answer)).extracting("error").isEqualTo("FlexRuntimeError");
    assertThat(answer.body()).doesNotContain("s3cret");
  }

  @Test
  void answersBeforeThePlatformsTimeIsUp() throws Exception {
    HttpResponse<String> answer = send(request("/things/1").PUT(BodyPublishers.ofString("{}")));

    assertThat(answer.statusCode()).isEqualTo(550);
    assertThat(json(answer))
        .extracting("debug")
        .isEqualTo("The handler FlexData things.onUpdate was not done within 1000 ms");
  }

  @Test
  void answersHeadWithoutABody() throws Exception {
    HttpResponse<String> answer =
        send(request("/things/1").method("HEAD", BodyPublishers.noBody()));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().allValues("Content-Type"))
        .containsExactly("application/json; charset=utf-8");
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void refusesMethodsThatNoRouteKnows() throws Exception {
    HttpResponse<String> answer =
        send(request("/things/1").method("PATCH", BodyPublishers.ofString("{}")));

    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().allValues("Allow")).containsExactly("GET, HEAD, POST, PUT, DELETE");
  }

  @Test
  void refusesABodyOverTheLimitAndServesOn() throws Exception {
    HttpResponse<String> answer =
        send(request("/things").POST(BodyPublishers.ofByteArray(new byte[BODY_LIMIT + 1])));

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(json(answer)).extracting("error").isEqualTo("RequestTooLarge");
    assertThat(get("/healthcheck").statusCode()).isEqualTo(200);
  }

  /** Some clients send all they have before they read, and give up where the connection breaks. */
  @Test
  void letsARefusedClientFinishItsSending() throws Exception {
    int size = 30 * BODY_LIMIT;
    String head =
        "POST /things HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: ";

    RawHttp.Answer answer =
        RawHttp.send(invoker.uri(), head + size + "\r\n\r\n" + "x".repeat(size));

    assertThat(answer.status()).isEqualTo(413);
    assertThat(Json.parse(answer.body())).extracting("error").isEqualTo("RequestTooLarge");
  }

  @Test
  void takesABodyUpToTheLimit() throws Exception {
    String text = "{\"name\":\"" + "x".repeat(BODY_LIMIT - 11) + "\"}";

    assertThat(send(request("/things").POST(BodyPublishers.ofString(text))).statusCode())
        .isEqualTo(201);
  }

  /** Declared limits of the platform: the invoker answers these itself, with an empty body. */
  @ParameterizedTest
  @CsvSource({
    "/things/a%2Fb, 400",
    "/things/a%25b, 400",
    "/things/a%00b, 400",
    "/things/a%0Ab, 400",
    "/things/a%5Cb, 400",
    "/things/%2e%2e, 400",
    "/things//a, 400",
    "//things, 400",
    "/things/a%zz, 400",
    "/things/a%, 400",
    "/things/%C3, 400",
    "/things/ü, 400",
    "/things/a{b}, 400",
    "/favicon.ico, 404",
    "/robots.txt, 404",
  })
  void leavesToTheInvokerWhatItRefuses(String target, int status) throws Exception {
    RawHttp.Answer answer = RawHttp.get(invoker.uri(), target);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.head()).doesNotContain("Content-Type");
  }

  /** A declared limit too: the head of a request may have 8 KiB, the target among it. */
  @Test
  void leavesLongHeadsToTheInvoker() throws Exception {
    String head = " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";
    String padding = "x".repeat(9_000);

    assertThat(RawHttp.send(invoker.uri(), "GET /things" + head + "X-A: " + padding + "\r\n\r\n"))
        .extracting(RawHttp.Answer::status, RawHttp.Answer::body)
        .isEqualTo(List.of(431, ""));
    assertThat(RawHttp.send(invoker.uri(), "GET /things?" + padding + head + "\r\n"))
        .extracting(RawHttp.Answer::status, RawHttp.Answer::body)
        .isEqualTo(List.of(414, ""));
  }

  @Test
  void logsInTheWordsOfCloudLogging() throws Exception {
    send(request("/things/1").DELETE());

    // What the process writes is read beside the answer.
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            invoker::output,
            lines ->
                lines.stream()
                    .anyMatch(
                        line ->
                            line.startsWith("{\"severity\":\"ERROR\",\"message\":\"The handler")));
  }

  private static HttpResponse<String> get(String target) throws Exception {
    return send(request(target));
  }

  private static HttpRequest.Builder request(String target) {
    return HttpRequest.newBuilder(URI.create(invoker.uri() + target))
        .timeout(Duration.ofSeconds(30))
        .header("Content-Type", "application/json");
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  private static Object json(HttpResponse<String> answer) {
    return requireNonNull(Json.parse(answer.body()));
  }
}
