package io.flexservices.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.FlexOptions;
import io.flexservices.json.Json;
import io.flexservices.json.JsonObject;
import io.flexservices.spi.FlexResponse;
import io.flexservices.testing.TestRequest;
import io.flexservices.testing.TestRuntime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The limits of JSON on all that brings JSON: bodies, headers, and texts inside of them. */
class JsonTextLimitsTest {
  private final TestRuntime runtime =
      TestRuntime.of(
          flex -> {
            flex.data()
                .serviceObject("things")
                .onInsert(
                    (context, complete, modules) ->
                        complete
                            .setBody(
                                seen(context.bodyValue(), modules.backendContext().getAppKey()))
                            .ok()
                            .next());
            flex.functions().register("f", (context, complete, modules) -> complete.ok().next());
          },
          FlexOptions.defaults());

  @AfterEach
  void close() {
    runtime.close();
  }

  private static Map<String, Object> seen(Object body, String appKey) {
    Map<String, Object> seen = new LinkedHashMap<>();
    seen.put("body", body);
    seen.put("app", appKey);
    return seen;
  }

  /** A place for a JSON text, and how the refusal calls it. */
  enum Place {
    BODY("The request body", text -> TestRequest.post("/things").text(text)),
    FUNCTION_BODY("The request body", text -> TestRequest.post("/_flexFunctions/f").text(text)),
    LOGIN("The request body", text -> TestRequest.post("/_auth/a").text(text)),
    DISCOVERY("The request body", text -> TestRequest.post("/_command/discover").text(text)),
    APP_METADATA(
        "X-Kinvey-App-Metadata",
        text -> TestRequest.post("/things").header("X-Kinvey-App-Metadata", text)),
    ORIGINAL_HEADERS(
        "X-Kinvey-Original-Request-Headers",
        text -> TestRequest.post("/things").header("x-kinvey-original-request-headers", text)),
    CUSTOM_PROPERTIES(
        "x-kinvey-custom-request-properties",
        text ->
            TestRequest.post("/things")
                .originalHeaders(Map.of("X-Kinvey-Custom-Request-Properties", text))),
    RESPONSE_HEADERS(
        "X-Kinvey-Response-Headers",
        text -> postHook(Map.of()).header("X-Kinvey-Response-Headers", text)),
    RESPONSE_BODY(
        "The response's body", text -> postHook(Map.of()).header("X-Kinvey-Response-Body", text)),
    NESTED_RESPONSE_BODY(
        "The response's body", text -> postHook(Map.of("response", Map.of("body", text)))),
    NESTED_BODY("The request's body", text -> preHook(Map.of("body", text))),
    NESTED_QUERY("The request's query", text -> preHook(Map.of("query", text)));

    private final String inWords;
    private final java.util.function.Function<String, TestRequest> request;

    Place(String inWords, java.util.function.Function<String, TestRequest> request) {
      this.inWords = inWords;
      this.request = request;
    }
  }

  /** A text at the edge of a limit, and how it is brought over. */
  enum Limit {
    DEPTH("{\"a\":" + "[".repeat(199) + "]".repeat(199) + "}", t -> t.replace("[]", "[[]]")),
    NAME("{\"" + "n".repeat(65_536) + "\":1}", text -> text.replace("\":", "n\":")),
    NUMBER("{\"a\":" + "1".repeat(1_000) + "}", text -> text.replace("}", "1}")),
    EXPONENT("{\"a\":1e1000000000}", text -> text.replace("e", "e1000"));

    private final String atTheEdge;
    private final UnaryOperator<String> over;

    Limit(String atTheEdge, UnaryOperator<String> over) {
      this.atTheEdge = atTheEdge;
      this.over = over;
    }
  }

  static Stream<Arguments> everywhere() {
    return Stream.of(Place.values())
        .flatMap(place -> Stream.of(Limit.values()).map(limit -> Arguments.of(place, limit)));
  }

  @ParameterizedTest
  @MethodSource("everywhere")
  void takesWhatIsAtTheEdgeAndRefusesWhatIsOver(Place place, Limit limit) {
    FlexResponse taken = runtime.handle(place.request.apply(limit.atTheEdge));
    assertThat(taken.status()).as(start(taken)).isNotEqualTo(400);
    FlexResponse refused = runtime.handle(place.request.apply(limit.over.apply(limit.atTheEdge)));
    assertThat(refused.status()).as(start(refused)).isEqualTo(400);
    JsonObject error = TestRuntime.json(refused);
    assertThat(error.string("error")).isEqualTo("BadRequest");
    assertThat(error.string("debug"))
        .startsWith(place.inWords + " is not valid. The JSON text is over a limit: ")
        .contains(limit == Limit.EXPONENT ? "exponents" : "nesting of 200, names of 65536");
  }

  @Test
  void takesMalformedMetadataForNone() {
    FlexResponse response =
        runtime.handle(TestRequest.post("/things").header("X-Kinvey-App-Metadata", "{\"_id\":"));
    assertThat(TestRuntime.json(response).asMap()).containsEntry("app", null);
  }

  @Test
  void answersWithWhatItWasSent() {
    String body = "{\"n\":[1E+1000000000," + "7".repeat(1_000) + "],\"n2\":\"\\ud800\"}";
    FlexResponse response =
        runtime.handle(
            TestRequest.post("/things")
                .header("X-Kinvey-App-Metadata", "{\"_id\":\"k\"}")
                .text(body));
    assertThat(TestRuntime.json(response).value("body")).isEqualTo(JsonObject.parse(body));
    assertThat(response.text()).contains("1E+1000000000", "\\uD800");
  }

  private static String start(FlexResponse response) {
    String text = response.text();
    return text.substring(0, Math.min(300, text.length()));
  }

  private static TestRequest postHook(Map<String, ?> body) {
    return hook("post", body);
  }

  private static TestRequest preHook(Map<String, ?> body) {
    return hook("pre", body);
  }

  private static TestRequest hook(String type, Map<String, ?> more) {
    Map<String, Object> body = new LinkedHashMap<>(more);
    body.put("hookType", type);
    return TestRequest.post("/_flexFunctions/f").text(Json.text(body));
  }
}
