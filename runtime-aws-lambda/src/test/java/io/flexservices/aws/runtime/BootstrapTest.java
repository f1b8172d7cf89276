package io.flexservices.aws.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.json.JsonObject;
import io.flexservices.log.LogSink;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The loop, against a Runtime API that says what it likes; where that is 500 the loop ends. */
class BootstrapTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final String ACCEPTED = StubApi.answer("202 Accepted", "{\"status\":\"OK\"}");
  private static final String END = StubApi.answer("500 Internal Server Error", "broken");

  private final List<String> log = new ArrayList<>();
  private final Map<String, String> environment = new HashMap<>();

  @Test
  void handsEventsToTheHandlerAndBringsItsAnswers() throws Exception {
    try (StubApi api =
        StubApi.answering(
            StubApi.event("\"one\""), ACCEPTED, StubApi.event("\"two\""), ACCEPTED, END)) {
      assertThat(run(api, Handlers.Echo.class)).isEqualTo(1);
      assertThat(api.requests()).hasSize(5);
      assertThat(api.requests().get(0))
          .startsWith("GET /2018-06-01/runtime/invocation/next HTTP/1.1\r\n");
      assertThat(api.requests().get(1))
          .startsWith("POST /2018-06-01/runtime/invocation/request-1/response HTTP/1.1\r\n")
          .contains("Content-Type: application/json\r\n")
          .endsWith("\r\n\r\n\"one\"");
      assertThat(api.requests().get(3)).endsWith("\r\n\r\n\"two\"");
      assertThat(api.connections()).isEqualTo(1);
      assertThat(log)
          .singleElement()
          .asString()
          .contains(
              "The Runtime API of Lambda failed: IOException: It was asked for an event, and answered"
                  + " with 500: broken");
    }
  }

  @Test
  void tellsTheHandlerWhatLambdaToldIt() throws Exception {
    environment.put("AWS_LAMBDA_FUNCTION_NAME", "widgets");
    environment.put("AWS_LAMBDA_FUNCTION_VERSION", "7");
    environment.put("AWS_LAMBDA_LOG_GROUP_NAME", "group");
    environment.put("AWS_LAMBDA_LOG_STREAM_NAME", "stream");
    environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024");
    String traced =
        StubApi.event(
            "do-tell",
            "Lambda-Runtime-Invoked-Function-Arn: arn",
            "lambda-runtime-trace-id: Root=1");
    try (StubApi api =
        StubApi.answering(traced, ACCEPTED, StubApi.event("do-tell"), ACCEPTED, END)) {
      run(api, Handlers.Echo.class);
      assertThat(body(api, 1))
          .isEqualTo("request-1 60000 arn widgets 7 group stream 1024 Root=1 Root=1 false");
      // The next event has no trace, and nothing of the last one's.
      assertThat(body(api, 3))
          .isEqualTo("request-1 60000 null widgets 7 group stream 1024 null null false");
    }
  }

  @Test
  void leavesNoInterruptToTheNextEvent() throws Exception {
    try (StubApi api =
        StubApi.answering(
            StubApi.event("do-interrupt"), ACCEPTED, StubApi.event("do-tell"), ACCEPTED, END)) {
      run(api, Handlers.Echo.class);
      assertThat(body(api, 3)).endsWith(" false");
    }
  }

  @Test
  void reportsWhatAHandlerThrowsAndGoesOn() throws Exception {
    try (StubApi api =
        StubApi.answering(
            StubApi.event("do-throw"), ACCEPTED, StubApi.event("on"), ACCEPTED, END)) {
      run(api, Handlers.Echo.class);
      assertThat(api.requests().get(1))
          .startsWith("POST /2018-06-01/runtime/invocation/request-1/error HTTP/1.1\r\n")
          .contains("Lambda-Runtime-Function-Error-Type: Runtime.UserException\r\n");
      JsonObject report = JsonObject.parse(body(api, 1));
      assertThat(report.string("errorMessage")).isEqualTo("the text of an exception");
      assertThat(report.string("errorType")).isEqualTo("java.lang.IllegalStateException");
      assertThat(report.array("stackTrace").asList().get(0)).asString().contains("Handlers.java");
      assertThat(body(api, 3)).isEqualTo("on");
      assertThat(log.get(0))
          .contains("The handler failed: IllegalStateException: the text of an exception")
          .contains("\"awsRequestId\":\"request-1\"");
    }
  }

  @Test
  void endsAfterAnErrorThatLeavesTheJvmInDoubt() throws Exception {
    try (StubApi api = StubApi.answering(StubApi.event("do-overflow"), ACCEPTED)) {
      assertThat(run(api, Handlers.Echo.class)).isEqualTo(1);
      assertThat(api.requests()).hasSize(2);
      assertThat(body(api, 1)).contains("\"errorType\":\"java.lang.StackOverflowError\"");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "413 Payload Too Large, Exceeded maximum allowed payload size (6291556 bytes).",
    "400 Bad Request, InvalidRequestID",
    "403 Forbidden, InvalidStateTransition"
  })
  void goesOnWhereAnAnswerIsRefused(String status, String text) throws Exception {
    try (StubApi api =
        StubApi.answering(
            StubApi.event("one"),
            StubApi.answer(status, text),
            StubApi.event("two"),
            ACCEPTED,
            END)) {
      run(api, Handlers.Echo.class);
      assertThat(body(api, 3)).isEqualTo("two");
      assertThat(log.get(0))
          .contains("Lambda refused the answer with " + status.substring(0, 3) + ": " + text);
    }
  }

  @Test
  void endsWhereLambdaCannotTakeAnAnswerForGood() throws Exception {
    try (StubApi api = StubApi.answering(StubApi.event("one"), END)) {
      assertThat(run(api, Handlers.Echo.class)).isEqualTo(1);
      assertThat(log).singleElement().asString().contains("It answered with 500: broken");
    }
  }

  @Test
  void outlivesAConnectionThatIsClosedBetweenEvents() throws Exception {
    try (StubApi api =
        StubApi.answering(
            StubApi.event("one"), ACCEPTED, StubApi.HANG_UP, StubApi.event("two"), ACCEPTED, END)) {
      run(api, Handlers.Echo.class);
      assertThat(body(api, 4)).isEqualTo("two");
      assertThat(api.connections()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Unmakeable | java.lang.IllegalStateException | there is no service",
        "Unreachable | java.lang.IllegalArgumentException"
            + " | The handler %s needs a public constructor without parameters",
        "Typed | java.lang.IllegalArgumentException | The handler %s is no"
            + " com.amazonaws.services.lambda.runtime.RequestStreamHandler, and this runtime knows no"
            + " other",
        "Missing | java.lang.IllegalArgumentException | There is no class %s in the bundle; Handler is"
            + " one like io.flexservices.aws.FlexLambdaHandler::handleRequest"
      })
  void tellsLambdaWhyAFunctionCannotStart(String handler, String type, String message)
      throws Exception {
    String name = Handlers.class.getName() + "$" + handler;
    try (StubApi api = StubApi.answering(ACCEPTED)) {
      assertThat(run(api, name + "::handleRequest")).isEqualTo(1);
      assertThat(api.requests()).hasSize(1);
      assertThat(api.requests().get(0))
          .startsWith("POST /2018-06-01/runtime/init/error HTTP/1.1\r\n")
          .contains("Lambda-Runtime-Function-Error-Type: Runtime.BadFunctionCode\r\n");
      JsonObject report = JsonObject.parse(body(api, 0));
      assertThat(report.string("errorType")).isEqualTo(type);
      assertThat(report.string("errorMessage")).isEqualTo(message.formatted(name));
      assertThat(log).singleElement().asString().contains("The function's handler cannot be made");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', The function has no handler: _HANDLER is not set. Set Handler to"
        + " io.flexservices.aws.FlexLambdaHandler::handleRequest",
    "a.B::other, The handler a.B::other is not called by its method handleRequest. Set Handler to"
        + " a.B::handleRequest"
  })
  void refusesANameThatIsNoHandlers(String handler, String message) throws Exception {
    try (StubApi api = StubApi.answering(ACCEPTED)) {
      assertThat(run(api, handler)).isEqualTo(1);
      assertThat(JsonObject.parse(body(api, 0)).string("errorMessage")).isEqualTo(message);
    }
  }

  @Test
  void takesTheNameOfAClassAlone() throws Exception {
    try (StubApi api = StubApi.answering(StubApi.event("one"), ACCEPTED, END)) {
      run(api, Handlers.Echo.class.getName());
      assertThat(body(api, 1)).isEqualTo("one");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Lambda-Runtime-Aws-Request-Id: request-1, An event came without the header"
        + " lambda-runtime-deadline-ms",
    "Lambda-Runtime-Deadline-Ms: 1, An event came without the header lambda-runtime-aws-request-id",
    "Lambda-Runtime-Aws-Request-Id: 1|Lambda-Runtime-Deadline-Ms: soon, The deadline of an event is"
        + " no number: soon"
  })
  void endsWhereAnEventIsNone(String headers, String message) throws Exception {
    String event =
        "HTTP/1.1 200 OK\r\n" + headers.replace("|", "\r\n") + "\r\nContent-Length: 2\r\n\r\n{}";
    try (StubApi api = StubApi.answering(event)) {
      assertThat(run(api, Handlers.Echo.class)).isEqualTo(1);
      assertThat(log).singleElement().asString().contains(message);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "127.0.0.1:port", ":"})
  void refusesAnAddressThatIsNone(String address) {
    environment.put("AWS_LAMBDA_RUNTIME_API", address);
    assertThat(Bootstrap.run(environment, log::add, Clock.systemUTC())).isEqualTo(1);
    assertThat(log)
        .singleElement()
        .asString()
        .contains("AWS_LAMBDA_RUNTIME_API is not HOST:PORT: " + address);
  }

  @Test
  void saysWhoMayStartIt() {
    assertThat(Bootstrap.run(environment, log::add, Clock.systemUTC())).isEqualTo(1);
    assertThat(log)
        .singleElement()
        .asString()
        .contains(
            "AWS_LAMBDA_RUNTIME_API is not set; only Lambda, or the local Lambda runtime, can start"
                + " this program");
  }

  private int run(StubApi api, Class<?> handler) {
    return run(api, Handlers.name(handler));
  }

  private int run(StubApi api, String handler) {
    environment.put("AWS_LAMBDA_RUNTIME_API", api.address());
    environment.put("_HANDLER", handler);
    LogSink sink = log::add;
    return Bootstrap.run(environment, sink, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private static String body(StubApi api, int request) {
    String text = api.requests().get(request);
    return text.substring(text.indexOf("\r\n\r\n") + 4);
  }
}
