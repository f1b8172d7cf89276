package io.flexservices.conformance.platforms;

import static io.flexservices.conformance.platforms.Checks.refused;
import static io.flexservices.conformance.platforms.Checks.saw;
import static io.flexservices.conformance.platforms.ClientRequest.get;
import static io.flexservices.conformance.platforms.PlatformCase.FUNCTIONS;
import static io.flexservices.conformance.platforms.PlatformCase.that;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.conformance.platform.Target;
import io.flexservices.json.Json;
import io.flexservices.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Events that are no requests, or hardly: answered, and the next request is served. */
final class EventCases implements CaseGroup {
  /**
   * The example of <a
   * href="https://docs.aws.amazon.com/eventbridge/latest/userguide/event-reference.html">EventBridge's
   * reference</a>.
   */
  private static final String SCHEDULED =
      """
      {
        "version": "0", "id": "89d1a02d-5ec7-412e-82f5-13505f849b41",
        "detail-type": "Scheduled Event", "source": "aws.events", "account": "123456789012",
        "time": "2016-12-30T18:44:49Z", "region": "us-east-1",
        "resources": ["arn:aws:events:us-east-1:123456789012:rule/SampleRule"], "detail": {}
      }
      """;

  /**
   * From <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html">Using Lambda with
   * Amazon SQS</a>.
   */
  private static final String QUEUED =
      """
      {"Records": [{
        "messageId": "059f36b4-87a3-44ab-83d2-661975830a7d", "receiptHandle": "AQEBwJnKyrHigUMZj6rYig",
        "body": "{\\"method\\":\\"GET\\",\\"path\\":\\"/seen/1\\"}",
        "attributes": {"ApproximateReceiveCount": "1"}, "messageAttributes": {},
        "md5OfBody": "e4e68fb7bd0e697a0ae8f1bb342846b3", "eventSource": "aws:sqs",
        "eventSourceARN": "arn:aws:sqs:us-east-2:123456789012:my-queue", "awsRegion": "us-east-2"
      }]}
      """;

  /**
   * From <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html">Using Lambda with
   * Amazon SNS</a>.
   */
  private static final String NOTIFIED =
      """
      {"Records": [{
        "EventVersion": "1.0", "EventSource": "aws:sns",
        "EventSubscriptionArn": "arn:aws:sns:us-east-1:123456789012:sns-lambda:21be56ed",
        "Sns": {"Type": "Notification", "Subject": "TestInvoke", "Message": "Hello from SNS!"}
      }]}
      """;

  /** What Lambda's console offers for a test. */
  private static final String CONSOLE =
      "{\"key1\": \"value1\", \"key2\": \"value2\", \"key3\": \"value3\"}";

  @Override
  public String title() {
    return "Events that are no requests, or hardly";
  }

  @Override
  public List<PlatformCase> cases() {
    return List.of(
        that("a scheduled event of EventBridge: 200, the function is warm")
            .holdsOn(FUNCTIONS, EventCases::scheduled),
        refusal("the console's test event: 400 in a sentence", CONSOLE),
        refusal("`{}`", "{}"),
        refusal("`[]`", "[]"),
        refusal("`null`", "null"),
        refusal("a number, or a text", "5", "\"GET /seen/1\"", "true"),
        refusal("what is no JSON", "{", "", "GET /seen/1", "{} {}", "\u0000"),
        refusal("an event of a queue (SQS)", QUEUED),
        refusal("a notification (SNS)", NOTIFIED),
        refusal(
            "another event of EventBridge",
            "{\"version\": \"0\", \"detail-type\": \"RDS DB Instance Event\", \"source\": \"aws.rds\"}"),
        that("`requestContext` is null, or missing")
            .holdsOn(Set.of(Target.AWS_REST), EventCases::withoutContext)
            .insteadOn(Target.AWS_HTTP, "400: it has the method", EventCases::withoutMethod)
            .insteadOn(Target.AWS_URL, "400: it has the method", EventCases::withoutMethod),
        that("an event without a path is 400")
            .holdsOn(
                FUNCTIONS,
                get("/seen/1"),
                event -> event.remove("path").remove("rawPath"),
                refused(400, "BadRequest")),
        that("all maps and the body are null")
            .holdsOn(
                FUNCTIONS,
                get("/seen/1"),
                event ->
                    List.of("headers", "cookies", "pathParameters", "stageVariables", "body")
                        .forEach(member -> event.put(member, null)),
                saw("id", "'1'")),
        that("members that nobody knows do no harm")
            .holdsOn(
                FUNCTIONS,
                get("/seen/1"),
                event ->
                    event
                        .put("unknown", Map.of("a", List.of(1)))
                        .put("requestContext.authorizer", Map.of("claims", List.of()))
                        .put("requestContext.unknown", 5),
                saw("id", "'1'")));
  }

  /** Each event is refused in a sentence, and then a request is served. */
  private static PlatformCase refusal(String title, String... events) {
    return that(title)
        .holdsOn(
            FUNCTIONS,
            caller -> {
              for (String event : events) {
                JsonObject answer = object(caller.invoke(event));
                assertThat(answer.names())
                    .containsExactly("statusCode", "error", "description", "debug");
                assertThat(answer.value("statusCode")).isEqualTo(400L);
                assertThat(answer.string("debug")).startsWith("The event is n");
                saw("id", "'next'").accept(caller.send(get("/seen/next")));
              }
            });
  }

  private static void scheduled(Caller caller) throws Exception {
    assertThat(caller.invoke(SCHEDULED)).isEqualTo("{\"statusCode\":200,\"healthy\":true}");
    saw("id", "'next'").accept(caller.send(get("/seen/next")));
  }

  private static void withoutContext(Caller caller) throws Exception {
    Event event = EventShape.of(caller.target()).of(get("/seen/1"));
    saw("id", "'1'").accept(caller.event(event.put("requestContext", null)));
    saw("id", "'1'").accept(caller.event(event.remove("requestContext")));
  }

  private static void withoutMethod(Caller caller) throws Exception {
    Event event = EventShape.of(caller.target()).of(get("/seen/1"));
    refused(400, "BadRequest").accept(caller.event(event.put("requestContext", null)));
    refused(400, "BadRequest").accept(caller.event(event.remove("requestContext")));
  }

  @SuppressWarnings("unchecked") // the keys of a JSON object are strings
  private static JsonObject object(String json) {
    return JsonObject.of((Map<String, ?>) Objects.requireNonNull(Json.parse(json)));
  }
}
