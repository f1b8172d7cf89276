package io.flexservices.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.Context;
import io.flexservices.Flex;
import io.flexservices.FlexService;
import io.flexservices.FlexSettings;
import io.flexservices.json.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/** Events in, answers out, as Lambda calls the handler. */
class FlexLambdaHandlerTest {
  private final List<String> log = Collections.synchronizedList(new ArrayList<>());
  private final FlexLambdaHandler handler = handler(Map.of());

  @ParameterizedTest
  @EnumSource
  void answersInTheShapeOfTheSource(Sample sample) {
    Map<String, Object> answer = answer(sample.text());

    assertThat(answer.keySet()).containsExactlyElementsOf(members(sample));
    assertThat(answer).containsEntry(statusMember(sample), 200L);
    assertThat(header(sample, answer, "Content-Type")).isEqualTo("application/json; charset=utf-8");
    assertThat(header(sample, answer, "X-Kinvey-Request-Continue")).isEqualTo("true");
    assertThat(body(answer))
        .containsEntry("entityId", "a b")
        .containsEntry("username", "ada@example.com")
        .containsEntry("accept", "text/html, application/json")
        .containsEntry("body", Json.parse("{\"name\":\"Zoë\",\"price\":1.10}"));
    assertThat(log).isEmpty();
  }

  /** By a GET: an update has no query. */
  @ParameterizedTest
  @EnumSource
  void handsOnTheQuery(Sample sample) {
    Map<String, Object> answer = answer(sample.event("GET"));

    assertThat(Sample.object(body(answer).get("query")))
        .containsEntry("query", "{\"a\":{\"$gt\":1}}")
        .containsEntry("tag", sample == Sample.LOAD_BALANCER ? "y,z" : List.of("x", "y,z"));
  }

  @ParameterizedTest
  @EnumSource
  void answersFailuresOfHandlersWithoutTheirText(Sample sample) {
    Map<String, Object> answer = answer(sample.event("GET", "/throws"));

    assertError(sample, answer, 550, "FlexRuntimeError");
    assertThat(Json.text(answer)).doesNotContain("opensesame");
    if (answer.containsKey("statusDescription")) {
      assertThat(answer).containsEntry("statusDescription", "550 Flex Runtime Error");
    }
  }

  @ParameterizedTest
  @EnumSource
  void answersUnknownRoutesAndMethods(Sample sample) {
    assertError(sample, answer(sample.event("GET", "/a/b/c")), 404, "NotFound");
    Map<String, Object> patch = answer(sample.event("PATCH", "/widgets/1"));
    assertError(sample, patch, 405, "NotAllowed");
    assertThat(header(sample, patch, "Allow")).contains("GET");
    assertThat(log).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void answersMalformedBodies(Sample sample) {
    Map<String, Object> event = sample.event("POST", "/widgets");
    event.put("body", "{\"name\": ");
    assertError(sample, answer(event), 400, "BadRequest");
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "DIRECT")
  void answersMalformedBase64(Sample sample) {
    Map<String, Object> event = sample.event("POST", "/widgets");
    event.put("body", "{}");
    event.put("isBase64Encoded", true);
    assertError(sample, answer(event), 400, "BadRequest");
  }

  @ParameterizedTest
  @EnumSource
  void answersBadEscapes(Sample sample) {
    assertError(sample, answer(sample.event("GET", "/widgets/%FF")), 400, "BadRequest");
  }

  @ParameterizedTest
  @EnumSource
  void answersBodiesOverTheLimit(Sample sample) {
    FlexLambdaHandler limited = handler(Map.of("FLEX_REQUEST_BODY_LIMIT", "20"));
    Map<String, Object> event = sample.event("POST", "/widgets");
    event.put("body", "{\"name\":\"01234567\"}\n");
    assertThat(answer(limited, event)).containsEntry(statusMember(sample), 201L);

    event.put("body", "{\"name\":\"012345678\"}\n");
    assertError(sample, answer(limited, event), 413, "RequestTooLarge");
    if (sample != Sample.DIRECT) {
      event.put("body", Base64.getEncoder().encodeToString(new byte[21]));
      event.put("isBase64Encoded", true);
      assertError(sample, answer(limited, event), 413, "RequestTooLarge");
    }
  }

  @ParameterizedTest
  @EnumSource
  void asksForTheSharedSecret(Sample sample) {
    FlexLambdaHandler right = handler(Map.of("FLEX_SHARED_SECRET", "s3cr3t"));
    FlexLambdaHandler wrong = handler(Map.of("FLEX_SHARED_SECRET", "another"));

    assertThat(answer(right, sample.event())).containsEntry(statusMember(sample), 200L);
    assertError(sample, answer(wrong, sample.event()), 401, "InvalidCredentials");
  }

  @ParameterizedTest
  @EnumSource
  void answersHeadWithoutABody(Sample sample) {
    Map<String, Object> answer = answer(sample.event("HEAD", "/widgets/1"));
    assertThat(answer)
        .containsEntry(statusMember(sample), 200L)
        .containsEntry("body", sample == Sample.DIRECT ? null : "");
  }

  @Test
  void answersHealthChecksOfLoadBalancers() {
    for (Sample sample : List.of(Sample.LOAD_BALANCER, Sample.MULTI_VALUE_LOAD_BALANCER)) {
      Map<String, Object> answer = answer(sample.event("GET", "/healthcheck"));
      assertThat(answer).containsEntry("statusDescription", "200 OK");
      assertThat(body(answer)).containsEntry("healthy", true);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "[{\"method\": \"GET\", \"path\": \"/\"}]",
        "null",
        "{\"key1\": \"value1\"}",
        "{\"version\": \"0\", \"detail-type\": \"RDS DB Instance Event\", \"source\": \"aws.rds\"}"
      })
  void answersEventsThatAreNoRequestsWithAnError(String event) {
    assertThat(answer(event))
        .isEqualTo(
            Map.of(
                "statusCode",
                400L,
                "error",
                "BadRequest",
                "description",
                "Unable to understand the request",
                "debug",
                "The event is no HTTP request: neither one of API Gateway, a function URL or a load"
                    + " balancer, nor an object with \"method\" and \"path\""));
    assertThat(log).singleElement().asString().contains("The event is no HTTP request", "warning");
  }

  /** The second is what EventBridge Scheduler sends where it is told no input. */
  @ParameterizedTest
  @ValueSource(strings = {"aws.events", "aws.scheduler"})
  void answersScheduledEventsWithoutAWarning(String source) {
    String event = "{\"version\": \"0\", \"detail-type\": \"Scheduled Event\", \"source\": \"%s\"}";

    assertThat(answer(event.formatted(source)))
        .isEqualTo(Map.of("statusCode", 200L, "healthy", true));
    assertThat(log).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"version\": \"2.0\", \"rawPath\": \"/widgets\", \"requestContext\": null}",
        "{\"version\": \"2.0\", \"requestContext\": {\"http\": {\"method\": \"GET\"}}}",
        "{\"httpMethod\": \"GET\"}",
        "{\"requestContext\": {\"elb\": {}}}"
      })
  void refusesEventsThatLackWhatARequestNeedsInTheShapeOfTheirSource(String event) {
    Map<String, Object> answer = answer(event);
    assertThat(answer).containsEntry("statusCode", 400L).containsKey("isBase64Encoded");
    assertThat(body(answer).get("debug")).asString().startsWith("The event has no ");
  }

  @Test
  void servesAnEventOfARestApiWhoseContextIsNull() {
    Map<String, Object> event = Sample.REST_API.event();
    event.put("requestContext", null);
    assertThat(answer(event)).containsEntry("statusCode", 200L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "{", "{\"method\": \"GET\"", "secret-text", "{} {}"})
  void answersEventsThatAreNoJsonWithAnError(String event) {
    Map<String, Object> answer = answer(event);

    assertThat(answer)
        .containsOnlyKeys("statusCode", "error", "description", "debug")
        .containsEntry("statusCode", 400L);
    assertThat(answer.get("debug")).asString().startsWith("The event is not valid. The JSON text");
    assertThat(log).singleElement().asString().contains("aws-lambda").doesNotContain("secret-text");
  }

  @Test
  void answersEventsThatNestTooDeepOrAreNotUtf8() throws IOException {
    assertThat(answer("[".repeat(100_000)).get("debug")).asString().contains("limit");
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    handler.handleRequest(
        new ByteArrayInputStream(new byte[] {'"', (byte) 0xff, '"'}), answer, null);
    assertThat(answer.toString(StandardCharsets.UTF_8)).contains("not UTF-8");
  }

  @Test
  void answersTheNextEventAfterOneThatFailed() {
    answer("{");
    answer(Sample.REST_API.event("GET", "/throws"));
    assertThat(answer(Sample.REST_API.event())).containsEntry("statusCode", 200L);
  }

  @Test
  void endsAHandlerBeforeLambdaEndsTheFunction() {
    long started = System.nanoTime();
    Map<String, Object> answer =
        answer(
            handler, never(), new TestContext((int) LambdaAdapter.DEADLINE_MARGIN.toMillis() + 50));

    assertError(Sample.HTTP_API, answer, 550, "FlexRuntimeError");
    assertThat(body(answer).get("debug"))
        .isEqualTo("The handler FlexData never.onGetAll was not done within 50 ms");
    assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(30));
  }

  @Test
  void answersAtOnceWhereLessThanTheMarginIsLeft() {
    assertThat(body(answer(handler, never(), new TestContext(100))).get("debug"))
        .isEqualTo("The handler FlexData never.onGetAll was not done within 0 ms");
  }

  @Test
  void obeysTheServicesOwnTimeoutWhereItIsEarlierOrThereIsNoContext() {
    FlexLambdaHandler hasty = handler(Map.of("FLEX_REQUEST_TIMEOUT_MS", "60"));
    String debug = "The handler FlexData never.onGetAll was not done within 60 ms";

    assertThat(body(answer(hasty, never(), null)).get("debug")).isEqualTo(debug);
    assertThat(body(answer(hasty, never(), new TestContext(900_000))).get("debug"))
        .isEqualTo(debug);
  }

  @Test
  void findsTheServiceThatTheEnvironmentNames() {
    FlexLambdaHandler found =
        new FlexLambdaHandler(
            FlexSettings.of(Map.of(), Map.of("FLEX_SERVICE", Named.class.getName())), log::add);
    assertThat(answer(found, Sample.DIRECT.event("POST", "/_command/discover"), null))
        .containsEntry("status", 200L);
  }

  @Test
  void warnsOfAServiceThatIsOpenToEverybody() {
    FlexSettings open = FlexSettings.of(Map.of(), Map.of());
    FlexSettings guarded = FlexSettings.of(Map.of(), Map.of("FLEX_SHARED_SECRET", "s3cr3t"));

    new FlexLambdaHandler(new WidgetService(), open, log::add);
    new FlexLambdaHandler(new WidgetService(), guarded, log::add);

    assertThat(log).singleElement().asString().contains("no shared secret", "FLEX_SHARED_SECRET");
  }

  @Test
  void saysWhyItFindsNoService() {
    assertThatThrownBy(FlexLambdaHandler::new)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith(
            "There is no Flex service to run. Name the class in the environment");
    assertThatThrownBy(
            () ->
                new FlexLambdaHandler(
                    FlexSettings.of(Map.of(), Map.of("FLEX_SERVICE", "no.such.Service")), log::add))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("There is no class no.such.Service on the class path");
  }

  @Test
  void saysWhyAServiceCannotBeLoaded() {
    FlexSettings settings =
        FlexSettings.of(Map.of(), Map.of("FLEX_SERVICE", Unloadable.class.getName()));
    assertThatThrownBy(() -> new FlexLambdaHandler(settings, log::add))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("The class " + Unloadable.class.getName() + " could not be loaded")
        .hasRootCauseMessage("no driver");
  }

  @Test
  void saysWhyAServiceCannotBeStarted() {
    FlexService failing = new Failing();
    assertThatThrownBy(() -> new FlexLambdaHandler(failing))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "The Flex service io.flexservices.aws.FlexLambdaHandlerTest$Failing could not be"
                + " started: IllegalStateException: no database")
        .hasRootCauseMessage("no database");
    assertThatThrownBy(() -> handler(Map.of("FLEX_REQUEST_BODY_LIMIT", "many")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("The setting FLEX_REQUEST_BODY_LIMIT");
    assertThatThrownBy(() -> new FlexLambdaHandler((FlexService) null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("service == null");
  }

  @Test
  void servesAsASuperclassOfAHandlerOfOnesOwn() {
    assertThat(answer(new OwnHandler(), Sample.FUNCTION_URL.event(), null))
        .containsEntry("statusCode", 200L);
  }

  /** What a user writes to be the function's handler. */
  public static final class OwnHandler extends FlexLambdaHandler {
    /** Lambda calls this. */
    public OwnHandler() {
      super(new WidgetService());
    }
  }

  /** A service that is found by its name. */
  public static final class Named implements FlexService {
    @Override
    public void register(Flex flex) {}
  }

  /** A service whose class does not initialise. */
  public static final class Unloadable implements FlexService {
    static final Object DRIVER = driver();

    @Override
    public void register(Flex flex) {}

    private static Object driver() {
      throw new IllegalStateException("no driver");
    }
  }

  private static final class Failing implements FlexService {
    @Override
    public void register(Flex flex) {
      throw new IllegalStateException("no database");
    }
  }

  private static Map<String, Object> never() {
    return Sample.HTTP_API.event("GET", "/never");
  }

  /** A handler whose log has nothing yet but what comes after its start. */
  private FlexLambdaHandler handler(Map<String, String> environment) {
    FlexLambdaHandler started =
        new FlexLambdaHandler(
            new WidgetService(), FlexSettings.of(Map.of(), environment), log::add);
    log.clear();
    return started;
  }

  private Map<String, Object> answer(Map<String, Object> event) {
    return answer(handler, event);
  }

  private static Map<String, Object> answer(FlexLambdaHandler handler, Map<String, Object> event) {
    return answer(handler, event, new TestContext(30_000));
  }

  private static Map<String, Object> answer(
      FlexLambdaHandler handler, Map<String, Object> event, Context context) {
    return answer(handler, Json.text(event), context);
  }

  private Map<String, Object> answer(String event) {
    return answer(handler, event, new TestContext(30_000));
  }

  private static Map<String, Object> answer(
      FlexLambdaHandler handler, String event, Context context) {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try {
      handler.handleRequest(
          new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), answer, context);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return Sample.object(Json.parse(answer.toByteArray()));
  }

  private static void assertError(
      Sample sample, Map<String, Object> answer, long status, String error) {
    assertThat(answer).containsEntry(statusMember(sample), status);
    assertThat(header(sample, answer, "Content-Type")).isEqualTo("application/json; charset=utf-8");
    assertThat(body(answer))
        .containsOnlyKeys("error", "description", "debug")
        .containsEntry("error", error);
  }

  private static List<String> members(Sample sample) {
    return switch (sample) {
      case REST_API, HTTP_API_PAYLOAD_1 ->
          List.of("statusCode", "multiValueHeaders", "body", "isBase64Encoded");
      case HTTP_API, FUNCTION_URL ->
          List.of("statusCode", "headers", "cookies", "body", "isBase64Encoded");
      case LOAD_BALANCER ->
          List.of("statusCode", "statusDescription", "headers", "body", "isBase64Encoded");
      case MULTI_VALUE_LOAD_BALANCER ->
          List.of(
              "statusCode", "statusDescription", "multiValueHeaders", "body", "isBase64Encoded");
      case DIRECT -> List.of("status", "headers", "body");
    };
  }

  private static String statusMember(Sample sample) {
    return sample == Sample.DIRECT ? "status" : "statusCode";
  }

  private static String header(Sample sample, Map<String, Object> answer, String name) {
    if (!answer.containsKey("multiValueHeaders")) {
      return (String) Sample.object(answer.get("headers")).get(name);
    }
    List<?> values = (List<?>) Sample.object(answer.get("multiValueHeaders")).get(name);
    assertThat(values).as("%s of %s", name, sample).hasSize(1);
    return (String) values.get(0);
  }

  private static Map<String, Object> body(Map<String, Object> answer) {
    Object body = answer.get("body");
    return Sample.object(body instanceof String text ? Json.parse(text) : body);
  }
}
