package io.flexservices.conformance.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.aws.FlexLambdaHandler;
import io.flexservices.json.Json;
import io.flexservices.json.JsonException;
import io.flexservices.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Events of all sources on the Lambda adapter, in this process. */
class AwsFuzzTest {
  private final LogCheck log = LogCheck.start();
  private final FlexLambdaHandler handler = new FlexLambdaHandler(new FuzzService());

  @AfterEach
  void close() {
    log.close();
  }

  static Stream<Path> kept() throws Exception {
    return Fuzzing.kept("aws");
  }

  @ParameterizedTest
  @MethodSource("kept")
  void answersWhatOnceFailed(Path file) throws Exception {
    answer(Files.readAllBytes(file));
  }

  @Test
  void answersMutatedEventsInTheFormOfTheirSource() {
    new Fuzzing("aws", this::answer).run(random -> new AwsEvents(random).mutated());
  }

  private void answer(byte[] event) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    handler.handleRequest(new ByteArrayInputStream(event), out, null);
    log.verify();
    String text = out.toString(StandardCharsets.UTF_8);
    AnswerRules.isDiscreet(text);
    Object parsed = AnswerRules.parsed(text);
    if (parsed instanceof Map<?, ?> answer && answer.containsKey("isBase64Encoded")) {
      gateway(JsonObject.parse(text), event);
    } else if (parsed instanceof Map<?, ?> answer && answer.containsKey("status")) {
      direct(answer);
    } else {
      AnswerRules.error(parsed);
    }
  }

  private static void gateway(JsonObject answer, byte[] event) {
    Map<String, String> headers = new LinkedHashMap<>();
    if (answer.object("headers") != null) {
      answer
          .object("headers")
          .asMap()
          .forEach((name, value) -> headers.put(lower(name), String.class.cast(value)));
    }
    if (answer.object("multiValueHeaders") != null) {
      answer
          .object("multiValueHeaders")
          .asMap()
          .forEach(
              (name, values) ->
                  ((List<?>) values).forEach(value -> headers.put(lower(name), (String) value)));
    }
    assertThat(headers).isNotEmpty();
    assertThat(answer.bool("isBase64Encoded")).isFalse();
    boolean isBalanced = isBalanced(event);
    assertThat(answer.has("statusDescription")).isEqualTo(isBalanced);
    if (isBalanced) {
      assertThat(answer.string("statusDescription")).startsWith(answer.integer("statusCode") + " ");
    }
    AnswerRules.check(answer.integer("statusCode").intValue(), headers, answer.string("body"));
  }

  private static boolean isBalanced(byte[] event) {
    try {
      return Json.parseEvent(event, "body") instanceof Map<?, ?> members
          && members.get("requestContext") instanceof Map<?, ?> context
          && context.get("elb") != null;
    } catch (JsonException e) {
      return false; // what is refused is answered as a gateway would have it
    }
  }

  private static void direct(Map<?, ?> answer) {
    Map<String, String> headers = new LinkedHashMap<>();
    ((Map<?, ?>) answer.get("headers"))
        .forEach((name, value) -> headers.put(lower((String) name), (String) value));
    Object body = answer.get("body");
    AnswerRules.check(
        ((Number) answer.get("status")).intValue(), headers, body == null ? "" : text(body));
  }

  /** The body is the JSON itself, or its text where it is deeper than what is read. */
  private static String text(Object body) {
    return Json.text(body instanceof String given ? AnswerRules.parsed(given) : body);
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
