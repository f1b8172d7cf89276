package io.flexservices.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.events.ApplicationLoadBalancerRequestEvent;
import com.amazonaws.services.lambda.runtime.events.ApplicationLoadBalancerResponseEvent;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import io.flexservices.FlexSettings;
import io.flexservices.json.Json;
import io.flexservices.log.LogSink;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/**
 * Typed events are read and written by Lambda's own serializer, so this also holds the samples and
 * the answers of both entry points to the classes of aws-lambda-java-events.
 */
class FlexTypedEventsTest {
  private static final FlexSettings SETTINGS = FlexSettings.of(Map.of(), Map.of());
  private static final LogSink SINK = line -> {};

  private final FlexTypedEvents typed = new FlexTypedEvents(new WidgetService(), SETTINGS, SINK);
  private final FlexLambdaHandler plain =
      new FlexLambdaHandler(new WidgetService(), SETTINGS, SINK);

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "DIRECT")
  void answersAsTheDefaultEntryDoes(Sample sample) throws IOException {
    for (Map<String, Object> event :
        List.of(
            sample.event(),
            sample.event("GET", "/widgets/%E2%82%AC"),
            sample.event("HEAD", "/widgets/1"),
            sample.event("GET", "/no/such/route"),
            sample.event("GET", "/widgets/%FF"),
            behindAMapping(sample),
            sample.event("GET", "/throws"))) {
      Map<String, Object> expected = plainAnswer(Json.text(event));
      Map<String, Object> answer = typedAnswer(sample, Json.text(event));

      assertThat(answer.get("statusCode")).isNotNull();
      // Lambda's serializer writes members that are null too; the default entry leaves them out.
      answer.values().removeIf(value -> value == null);
      assertThat(answer).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "DIRECT")
  void readsBase64(Sample sample) {
    Map<String, Object> event = sample.event("POST", "/widgets");
    event.put("body", "eyJhIjoxfQ==");
    event.put("isBase64Encoded", true);
    assertThat(typedAnswer(sample, Json.text(event)))
        .containsEntry("statusCode", 201L)
        .containsEntry("body", "{\"a\":1}");
  }

  @Test
  void refusesEventsThatAreEmptyInTheShapeOfTheSource() {
    APIGatewayProxyResponseEvent restApi = typed.restApi(new APIGatewayProxyRequestEvent(), null);
    APIGatewayV2HTTPResponse httpApi = typed.httpApi(new APIGatewayV2HTTPEvent(), null);
    ApplicationLoadBalancerResponseEvent loadBalancer =
        typed.loadBalancer(new ApplicationLoadBalancerRequestEvent(), null);

    assertThat(restApi.getStatusCode()).isEqualTo(400);
    assertThat(httpApi.getStatusCode()).isEqualTo(400);
    assertThat(loadBalancer.getStatusCode()).isEqualTo(400);
    assertThat(loadBalancer.getStatusDescription()).isEqualTo("400 Bad Request");
  }

  @Test
  void checksItsArguments() {
    assertThatThrownBy(() -> typed.restApi(null, null)).hasMessage("event == null");
    assertThatThrownBy(() -> typed.httpApi(null, null)).hasMessage("event == null");
    assertThatThrownBy(() -> typed.loadBalancer(null, null)).hasMessage("event == null");
    assertThatThrownBy(() -> new FlexTypedEvents(null)).hasMessage("service == null");
  }

  private Map<String, Object> plainAnswer(String event) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    plain.handleRequest(
        new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), answer, null);
    return Sample.object(Json.parse(answer.toByteArray()));
  }

  private Map<String, Object> typedAnswer(Sample sample, String event) {
    return switch (sample) {
      case REST_API, HTTP_API_PAYLOAD_1 ->
          json(
              APIGatewayProxyResponseEvent.class,
              typed.restApi(read(APIGatewayProxyRequestEvent.class, event), null));
      case HTTP_API, FUNCTION_URL ->
          json(
              APIGatewayV2HTTPResponse.class,
              typed.httpApi(read(APIGatewayV2HTTPEvent.class, event), null));
      case LOAD_BALANCER, MULTI_VALUE_LOAD_BALANCER ->
          json(
              ApplicationLoadBalancerResponseEvent.class,
              typed.loadBalancer(read(ApplicationLoadBalancerRequestEvent.class, event), null));
      case DIRECT -> throw new AssertionError();
    };
  }

  private static <T> T read(Class<T> type, String event) {
    return serializer(type).fromJson(event);
  }

  private static <T> Map<String, Object> json(Class<T> type, T answer) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    serializer(type).toJson(answer, text);
    return Sample.object(Json.parse(text.toByteArray()));
  }

  private static <T> PojoSerializer<T> serializer(Class<T> type) {
    return LambdaEventSerializers.serializerFor(type, type.getClassLoader());
  }

  /**
   * A REST API's path has the mapping of its custom domain; other sources take it for their own.
   */
  private static Map<String, Object> behindAMapping(Sample sample) {
    Map<String, Object> event = sample.event("GET", "/shop/widgets/1");
    event.put("pathParameters", Map.of("proxy", "widgets/1"));
    return event;
  }
}
