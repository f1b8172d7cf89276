package io.flexservices.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.FlexOptions;
import io.flexservices.spi.FlexResponse;
import io.flexservices.spi.RequestRejected;
import io.flexservices.testing.TestRequest;
import io.flexservices.testing.TestRuntime;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are refused before a handler sees them. */
class RequestLimitsTest {
  private final AtomicInteger calls = new AtomicInteger();
  private final TestRuntime runtime =
      TestRuntime.of(
          flex -> {
            flex.data()
                .serviceObject("things")
                .onInsert(
                    (context, complete, modules) -> {
                      calls.incrementAndGet();
                      return complete.setBody(context.bodyValue()).ok().next();
                    });
            flex.functions()
                .register(
                    "f",
                    (context, complete, modules) -> {
                      calls.incrementAndGet();
                      return complete.ok().next();
                    });
          },
          FlexOptions.defaults().withRequestBodyLimit(20));

  @AfterEach
  void close() {
    runtime.close();
  }

  @Test
  void takesABodyUpToTheLimit() {
    String body = "{\"a\":\"123456789012\"}";
    assertThat(body).hasSize(20);
    assertThat(runtime.handle(post("/things", body)).text()).isEqualTo(body);
    isRefused(
        post("/things", "{\"a\":\"1234567890123\"}"),
        413,
        "The request body is over the limit of 20 bytes");
    isRefused(
        post("/things", "{\"a\":\"1234567890€\"}"),
        413,
        "The request body is over the limit of 20 bytes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/things", "/_flexFunctions/f", "/_auth/a", "/_command/discover"})
  void refusesMalformedBodiesEverywhere(String path) {
    isRefused(
        post(path, "{"),
        400,
        "The request body is not valid. The JSON text is malformed at line 1, column 2");
    isRefused(post(path, "  "), 400, "The request body is not valid. The JSON text is empty");
    isRefused(post(path, "\"x\""), 400, "The request body is neither a JSON object nor an array");
    isRefused(post(path, "null"), 400, "The request body is neither a JSON object nor an array");
    assertThat(calls).hasValue(0);
  }

  @ParameterizedTest
  @CsvSource({
    "application/json, 400",
    "application/json; charset=utf-8, 400",
    "APPLICATION/JSON, 400",
    "application/vnd.kinvey+json, 400",
    "text/plain, 200",
    "'', 400"
  })
  void readsABodyThatSaysItIsJson(String type, int status) {
    TestRequest request = TestRequest.post("/things").header("Content-Type", type).text("nope");
    assertThat(runtime.handle(request).status()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({"GET, /a/b/c", "PUT, /things", "POST, /things/1", "GET, /"})
  void knowsNoOtherRoute(String method, String path) {
    FlexResponse response = runtime.handle(TestRequest.of(method, path));
    assertThat(response.status()).isEqualTo(404);
    assertThat(TestRuntime.json(response).asMap())
        .isEqualTo(
            Map.of(
                "error", "NotFound",
                "description", "The requested route does not exist",
                "debug", "No route of a Flex service has this method and path"));
    assertThat(response.headers().first("Allow")).isNull();
  }

  @Test
  void saysWhichMethodsAreAllowed() {
    FlexResponse response = runtime.handle(TestRequest.of("PATCH", "/things/1"));
    assertThat(response.status()).isEqualTo(405);
    assertThat(response.headers().first("Allow")).isEqualTo("GET, HEAD, POST, PUT, DELETE");
    assertThat(response.headers().first("Content-Type"))
        .isEqualTo("application/json; charset=utf-8");
    assertThat(TestRuntime.json(response).string("error")).isEqualTo("NotAllowed");
  }

  @Test
  void answersForAnAdapterThatRefuses() {
    FlexResponse response =
        runtime.runtime().reject(RequestRejected.malformed("The body is not Base64"));
    assertThat(response.status()).isEqualTo(400);
    assertThat(TestRuntime.json(response).asMap())
        .isEqualTo(
            Map.of(
                "error", "BadRequest",
                "description", "Unable to understand the request",
                "debug", "The body is not Base64"));
  }

  private void isRefused(TestRequest request, int status, String debug) {
    FlexResponse response = runtime.handle(request);
    assertThat(response.status()).isEqualTo(status);
    assertThat(TestRuntime.json(response).value("debug")).isEqualTo(debug);
  }

  private static TestRequest post(String path, String body) {
    return TestRequest.post(path).header("Content-Type", "application/json").text(body);
  }
}
