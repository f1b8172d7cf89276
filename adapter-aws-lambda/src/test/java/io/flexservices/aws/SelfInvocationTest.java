package io.flexservices.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import io.flexservices.FlexSettings;
import io.flexservices.json.Json;
import io.flexservices.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Background work that a handler orders, up to what Lambda's API is sent. */
class SelfInvocationTest {
  private static final Context INVOKED_BY_ALIAS = new TestContext(60_000);

  private final List<String> log = Collections.synchronizedList(new ArrayList<>());
  private final Map<String, String> environment = new HashMap<>();
  private InvokeStub lambda;

  @BeforeEach
  void start() throws IOException {
    lambda = new InvokeStub();
    environment.put("AWS_REGION", "eu-west-1");
    environment.put("AWS_LAMBDA_FUNCTION_NAME", "widgets");
    environment.put("AWS_LAMBDA_FUNCTION_VERSION", "7");
    environment.put("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE");
    environment.put("AWS_SECRET_ACCESS_KEY", "s3cr3tk3y");
    environment.put("AWS_SESSION_TOKEN", "t0k3n");
    environment.put("AWS_ENDPOINT_URL_LAMBDA", lambda.url());
  }

  @AfterEach
  void stop() {
    lambda.close();
  }

  @Test
  void invokesTheAliasThatTheFunctionWasInvokedBy() {
    Object key = order(Map.of("task", "report", "payload", Map.of("a", 1))).value("key");

    InvokeStub.Call call = onlyCall();
    assertThat(call.path()).isEqualTo("/2015-03-31/functions/widgets%3Alive/invocations");
    assertThat(call.headers().getFirst("X-Amz-Invocation-Type")).isEqualTo("Event");
    assertThat(call.headers().getFirst("X-Amz-Security-Token")).isEqualTo("t0k3n");
    assertThat(call.headers().getFirst("Authorization"))
        .startsWith("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/")
        .contains("/eu-west-1/lambda/aws4_request", "host", "x-amz-invocation-type", "Signature=");
    JsonObject event = JsonObject.parse(call.body());
    assertThat(String.valueOf(event.path("flexBackground.order")))
        .contains("\"name\":\"report\"", "\"key\":\"" + key + "\"", "\"payload\":{\"a\":1}");
  }

  @Test
  void invokesTheVersionOfTheEnvironmentWhereTheInvocationNamedNone() {
    order(Map.of("task", "report"), null);
    environment.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
    order(Map.of("task", "report"), null);

    assertThat(lambda.calls.get(0).path())
        .isEqualTo("/2015-03-31/functions/widgets%3A7/invocations");
    assertThat(lambda.calls.get(1).path()).isEqualTo("/2015-03-31/functions/widgets/invocations");
  }

  @Test
  void takesTheCredentialsThatAreServedWhereTheEnvironmentHasNone() {
    environment.remove("AWS_ACCESS_KEY_ID");
    environment.put("AWS_CONTAINER_CREDENTIALS_FULL_URI", lambda.url() + "/credentials");
    environment.put("AWS_CONTAINER_AUTHORIZATION_TOKEN", "Basic served");
    order(Map.of("task", "report"));

    assertThat(onlyCall().headers().getFirst("Authorization")).contains("Credential=AKIDSERVED/");
    assertThat(onlyCall().headers().getFirst("X-Amz-Security-Token")).isEqualTo("tk");

    environment.put("AWS_CONTAINER_AUTHORIZATION_TOKEN", "Basic wrong");
    assertThat(refusal(Map.of("task", "report")))
        .isEqualTo("Lambda did not serve the credentials of the function's role: it answered 403");
    environment.remove("AWS_CONTAINER_CREDENTIALS_FULL_URI");
    assertThat(refusal(Map.of("task", "report")))
        .startsWith("Background work needs the credentials of the function's role");
  }

  @ParameterizedTest
  @CsvSource({
    "403,; the function's role must allow lambda:InvokeFunction on the function",
    "404,; there is no such function or alias",
    "413,; the event is too large",
    "429,; too many requests are under way",
    "500,''",
    "200,''"
  })
  void saysThatLambdaDidNotTakeTheWorkAndNothingOfWhatItSaid(int status, String hint) {
    lambda.status = status;
    assertThat(refusal(Map.of("task", "report")))
        .isEqualTo(
            "Lambda did not take the background task \"report\": it answered " + status + hint);
    assertThat(log).noneMatch(line -> line.contains("t0k3n") || line.contains("s3cr3tk3y"));
  }

  @Test
  void saysThatLambdaGaveNoAnswer() {
    lambda.close();
    assertThat(refusal(Map.of("task", "report")))
        .startsWith("Lambda gave no answer when it was given the background task \"report\"");
  }

  @Test
  void refusesDelaysInWords() {
    assertThat(refusal(Map.of("task", "report", "delay", 60)))
        .startsWith("Background work on Lambda begins at once")
        .contains("EventBridge Scheduler is not used", "a schedule");
    assertThat(lambda.calls).isEmpty();
  }

  @Test
  void refusesWhatLambdasQueueDoesNotTake() {
    assertThat(refusal(Map.of("task", "report", "payload", "x".repeat(1_048_576))))
        .startsWith("The background event is too large: it has ")
        .contains("Lambda takes 1048576");
    assertThat(lambda.calls).isEmpty();
    assertThat(order(Map.of("task", "report", "payload", "x".repeat(1_000_000))).has("key"))
        .isTrue();
  }

  @Test
  void saysWhatTheEnvironmentLacks() {
    environment.remove("AWS_REGION");
    assertThat(refusal(Map.of("task", "report")))
        .isEqualTo("Background work needs the environment variable AWS_REGION, which Lambda sets");
    environment.put("AWS_REGION", "eu-west-1");
    environment.put("AWS_ENDPOINT_URL_LAMBDA", "no url");
    assertThat(refusal(Map.of("task", "report")))
        .isEqualTo("The endpoint of Lambda is no URL: no url. Set AWS_ENDPOINT_URL_LAMBDA");
  }

  @ParameterizedTest
  @CsvSource({
    "eu-west-1,,,https://lambda.eu-west-1.amazonaws.com",
    "cn-north-1,,,https://lambda.cn-north-1.amazonaws.com.cn",
    "eu-west-1,AWS_ENDPOINT_URL,http://127.0.0.1:9/,http://127.0.0.1:9",
    "eu-west-1,AWS_ENDPOINT_URL_LAMBDA,http://127.0.0.1:9,http://127.0.0.1:9"
  })
  void findsTheEndpointAsTheSdksOfAwsDo(String region, String name, String value, String base) {
    environment.remove("AWS_ENDPOINT_URL_LAMBDA");
    environment.put("AWS_REGION", region);
    if (name != null) {
      environment.put(name, value);
    }
    FunctionIdentity function = new FunctionIdentity(environment, null);
    assertThat(function.invocations())
        .hasToString(base + "/2015-03-31/functions/widgets%3A7/invocations");

    environment.put("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "true");
    assertThat(function.invocations().getHost()).endsWith(region.startsWith("cn") ? ".cn" : ".com");
  }

  @Test
  void showsNoSecretOfCredentials() {
    assertThat(new FunctionCredentials("AKID", "secret", "token").toString())
        .isEqualTo("FunctionCredentials[AKID]");
  }

  private InvokeStub.Call onlyCall() {
    assertThat(lambda.calls).hasSize(1);
    return lambda.calls.get(0);
  }

  private String refusal(Map<String, Object> body) {
    return String.valueOf(order(body).value("refused"));
  }

  private JsonObject order(Map<String, Object> body) {
    return order(body, INVOKED_BY_ALIAS);
  }

  /** What the handler answers that orders the work. */
  private JsonObject order(Map<String, Object> body, Context context) {
    InvokedFunction function = new InvokedFunction(environment);
    LambdaAdapter adapter =
        LambdaAdapter.start(
            new OrderingService(),
            FlexSettings.of(Map.of(), Map.of()),
            log::add,
            function,
            function);
    Object answer = Json.parse(adapter.answer(Json.bytes(OrderingService.event(body)), context));
    Object response = JsonObject.of(Sample.object(answer)).path("body.response.body");
    assertThat(response).as(String.valueOf(answer)).isInstanceOf(JsonObject.class);
    return (JsonObject) response;
  }
}
