package io.flexservices.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.FlexSettings;
import io.flexservices.json.Json;
import io.flexservices.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The limits of JSON in events, which are JSON themselves around the request's own. */
class EventLimitsTest {
  private final LambdaAdapter adapter =
      LambdaAdapter.start(
          flex ->
              flex.data()
                  .serviceObject("things")
                  .onInsert(
                      (context, complete, modules) ->
                          complete.setBody(Map.of("taken", true)).ok().next())
                  .onInsertMany(
                      (context, complete, modules) ->
                          complete.setBody(Map.of("taken", true)).ok().next()),
          FlexSettings.of(Map.of(), Map.of()),
          line -> {},
          new InvokedFunction(Map.of()),
          (event, http, deadline) -> {});

  /** A text has no depth; a body that is the JSON itself has that of the event around it too. */
  @ParameterizedTest
  @EnumSource(Sample.class)
  void takesABodyAtItsOwnLimit(Sample sample) {
    assertThat(answer(sample, nested(200))).contains("taken");
  }

  @ParameterizedTest
  @EnumSource(Sample.class)
  void refusesABodyOverIt(Sample sample) {
    assertThat(answer(sample, nested(201)))
        .contains("BadRequest", "The JSON text is over a limit: nesting of 20");
  }

  @ParameterizedTest
  @EnumSource(Sample.class)
  void refusesAnEventThatIsTooDeepElsewhere(Sample sample) {
    String text = Json.text(event(sample));
    String event = "{\"extra\":" + nested(201) + "," + text.substring(1);
    JsonObject answer = JsonObject.parse(new String(answer(event), StandardCharsets.UTF_8));
    assertThat(answer.string("error")).isEqualTo("BadRequest");
    assertThat(answer.string("debug"))
        .startsWith("The event is not valid. The JSON text is over a limit: nesting of 201");
  }

  private String answer(Sample sample, String body) {
    Map<String, Object> event = event(sample);
    event.put("body", sample == Sample.DIRECT ? null : body);
    event.put("isBase64Encoded", false);
    String text = Json.text(event);
    String whole =
        sample == Sample.DIRECT ? text.replace("\"body\":null", "\"body\":" + body) : text;
    return new String(answer(whole), StandardCharsets.UTF_8);
  }

  private byte[] answer(String event) {
    return adapter.answer(event.getBytes(StandardCharsets.UTF_8), null);
  }

  private static Map<String, Object> event(Sample sample) {
    return sample.event("POST", sample == Sample.HTTP_API ? "/prod/things" : "/things");
  }

  private static String nested(int depth) {
    return "[".repeat(depth) + "]".repeat(depth);
  }
}
