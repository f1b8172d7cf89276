package io.flexservices.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import io.flexservices.FlexSettings;
import io.flexservices.json.Json;
import io.flexservices.json.JsonObject;
import io.flexservices.spi.BackgroundEvent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Background work as Lambda brings it. */
class BackgroundEventsTest {
  private final OrderingService service = new OrderingService();
  private final List<BackgroundEvent> kept = new ArrayList<>();
  private final List<String> log = Collections.synchronizedList(new ArrayList<>());
  private final LambdaAdapter adapter =
      LambdaAdapter.start(
          service,
          FlexSettings.of(Map.of(), Map.of()),
          log::add,
          new InvokedFunction(Map.of()),
          (event, http, deadline) -> kept.add(event));

  @Test
  void doesWhatAHandlerOrdered() {
    answer(OrderingService.event(Map.of("task", "report", "payload", List.of(1, 2))), "request-1");

    assertThat(answer(ordered(), "request-2"))
        .isEqualTo(Map.of("task", "report", "key", kept.get(0).key()));
    assertThat(service.seen)
        .containsExactly(
            Map.of(
                "payload",
                "[1,2]",
                "key",
                kept.get(0).key(),
                "attempt",
                1,
                "username",
                "ada",
                "hasMoreThanARequest",
                true));
  }

  /** Amazon EventBridge User Guide, "Schedule targets": the input is the event, as it is. */
  @Test
  void doesWhatAScheduleNamesWithTheRequestIdForAKey() {
    Map<String, Object> input = Map.of("flexBackground", Map.of("name", "report"));
    answer(input, "request-3");

    assertThat(service.seen).hasSize(1);
    assertThat(service.seen.get(0))
        .containsEntry("key", "request-3")
        .containsEntry("username", "")
        .containsEntry("payload", "null");
  }

  @Test
  void countsWhatThisProcessSawOfAnInvocation() {
    Map<String, Object> input = Map.of("flexBackground", Map.of("name", "report"));
    answer(input, "request-1");
    answer(input, "request-2");
    answer(input, "request-1");

    assertThat(service.seen).extracting(seen -> seen.get("attempt")).containsExactly(1, 1, 2);
  }

  @Test
  void forgetsOldInvocations() {
    AttemptCounts counts = new AttemptCounts();
    assertThat(counts.next("first")).isEqualTo(1);
    for (int i = 0; i < 255; i++) {
      counts.next("request-" + i);
    }
    assertThat(counts.next("first")).isEqualTo(2);
    counts.next("one-more");
    assertThat(counts.next("first")).isEqualTo(1);
  }

  @Test
  void failsSoThatLambdaTriesAgain() {
    answer(OrderingService.event(Map.of("task", "failing")), "request-1");

    assertThatThrownBy(() -> answer(ordered(), "request-2"))
        .isInstanceOf(TaskFailedException.class)
        .hasMessage(
            "The background task failing with the key %s failed with 550; the log says why",
            kept.get(0).key());
    assertThat(log).anyMatch(line -> line.contains("the password is opensesame"));
  }

  @Test
  void refusesATaskThatIsNotThere() {
    Map<String, Object> input = Map.of("flexBackground", Map.of("name", "no-such"));
    assertThatThrownBy(() -> answer(input, "request-1"))
        .isInstanceOf(TaskFailedException.class)
        .hasMessage(
            "The background event is refused with 501: There is no background task \"no-such\"");
  }

  @Test
  void refusesAChangedOrder() {
    answer(OrderingService.event(Map.of("task", "report", "payload", "mine")), "request-1");
    String text = new String(kept.get(0).event(), StandardCharsets.UTF_8);
    Map<String, Object> forged = Sample.object(Json.parse(text.replace("mine", "ours")));

    assertThatThrownBy(() -> answer(forged, "request-2"))
        .isInstanceOf(TaskFailedException.class)
        .hasMessageContaining("refused with 401")
        .message()
        .doesNotContain("m4st3r", OrderingService.SECRET);
    assertThat(service.seen).isEmpty();
  }

  /** The caller chooses these members' values, but not the event's own. */
  @ParameterizedTest
  @EnumSource
  void takesNoneThatCameOverHttp(Sample sample) {
    Map<String, Object> event = sample.event("POST", "/_flexFunctions/none");
    event.put("flexBackground", Map.of("name", "report"));
    event.put("body", "{\"flexBackground\":{\"name\":\"report\"}}");

    assertThat(answer(event, "request-1")).containsKey("body");
    assertThat(service.seen).isEmpty();
  }

  @Test
  void takesNoneWithoutASignatureOverHttp() {
    Map<String, Object> event =
        new HashMap<>(Sample.FUNCTION_URL.event("POST", "/_flexBackground"));
    event.put("body", "{\"flexBackground\":{\"name\":\"report\"}}");

    assertThat(answer(event, "request-1")).containsEntry("statusCode", 401L);
    assertThat(service.seen).isEmpty();
  }

  @Test
  void startsNothingFromATypedHandlerWhichCouldNotTakeIt() {
    FlexTypedEvents typed =
        new FlexTypedEvents(service, FlexSettings.of(Map.of(), Map.of()), log::add);
    APIGatewayProxyRequestEvent event = new APIGatewayProxyRequestEvent();
    event.setHttpMethod("POST");
    event.setPath("/_flexFunctions/order");
    event.setRequestContext(new APIGatewayProxyRequestEvent.ProxyRequestContext());
    event.setHeaders(
        Map.of("Content-Type", "application/json", "X-Auth-Key", OrderingService.SECRET));
    event.setBody("{\"body\":{\"task\":\"report\"}}");

    assertThat(typed.restApi(event, null).getBody())
        .contains("a typed handler takes no background events");
  }

  private Map<String, Object> ordered() {
    return JsonObject.parse(new String(kept.get(0).event(), StandardCharsets.UTF_8)).toMap();
  }

  private Map<String, Object> answer(Map<String, Object> event, String requestId) {
    Context context = new TestContext(900_000, requestId);
    return Sample.object(Json.parse(adapter.answer(Json.bytes(event), context)));
  }
}
