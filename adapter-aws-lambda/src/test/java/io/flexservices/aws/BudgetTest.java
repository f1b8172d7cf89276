package io.flexservices.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.FlexService;
import io.flexservices.FlexSettings;
import io.flexservices.json.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How much time a handler is told that it has, on an invocation that has ten minutes. */
class BudgetTest {
  private static final int TEN_MINUTES = 600_000;
  private static final Map<String, String> HALF_AN_HOUR =
      Map.of("FLEX_REQUEST_TIMEOUT_MS", "1800000");

  @ParameterizedTest
  @EnumSource
  void endsBeforeTheGatewayDoes(Sample source) throws IOException {
    Duration gateway =
        switch (source) {
          case REST_API -> Duration.ofSeconds(29);
          case HTTP_API, HTTP_API_PAYLOAD_1 -> Duration.ofSeconds(30);
          default -> Duration.ofMinutes(10);
        };

    isAbout(
        budget(source, HALF_AN_HOUR, new TestContext(TEN_MINUTES)),
        gateway.minus(LambdaAdapter.DEADLINE_MARGIN));
  }

  @ParameterizedTest
  @EnumSource(names = {"REST_API", "HTTP_API"})
  void endsBeforeAGatewayThatWaitsLonger(Sample source) throws IOException {
    Map<String, String> settings =
        Map.of("FLEX_REQUEST_TIMEOUT_MS", "1800000", "FLEX_GATEWAY_TIMEOUT_MS", "120000");

    isAbout(
        budget(source, settings, new TestContext(TEN_MINUTES)),
        Duration.ofMinutes(2).minus(LambdaAdapter.DEADLINE_MARGIN));
  }

  @ParameterizedTest
  @EnumSource
  void endsBeforeTheInvocationDoes(Sample source) throws IOException {
    isAbout(budget(source, HALF_AN_HOUR, new TestContext(20_000)), Duration.ofMillis(19_500));
    isAbout(budget(source, HALF_AN_HOUR, new TestContext(900)), Duration.ofMillis(450));
  }

  @ParameterizedTest
  @EnumSource
  void isTheServicesOwnWhereThatIsShorter(Sample source) throws IOException {
    isAbout(budget(source, Map.of("FLEX_REQUEST_TIMEOUT_MS", "7000"), null), Duration.ofSeconds(7));
  }

  /** Some of it is spent when the handler looks. */
  private static void isAbout(Duration left, Duration granted) {
    assertThat(left)
        .isPositive()
        .isLessThanOrEqualTo(granted)
        .isGreaterThan(granted.minusSeconds(6));
  }

  /** What a handler sees. */
  private static Duration budget(
      Sample source, Map<String, String> settings, @Nullable TestContext context)
      throws IOException {
    FlexService service =
        flex ->
            flex.data()
                .serviceObject("budget")
                .onGetAll(
                    (granted, complete, modules) ->
                        complete
                            .setBody(Map.of("ms", granted.remainingTime().toMillis()))
                            .ok()
                            .next());
    FlexLambdaHandler handler =
        new FlexLambdaHandler(service, FlexSettings.of(Map.of(), settings), line -> {});
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    handler.handleRequest(
        new ByteArrayInputStream(Json.bytes(source.event("GET", "/budget"))), answer, context);
    Object body = Sample.object(Json.parse(answer.toByteArray())).get("body");
    Object parsed = body instanceof String text ? Json.parse(text) : body;
    return Duration.ofMillis(((Number) Sample.object(parsed).get("ms")).longValue());
  }
}
