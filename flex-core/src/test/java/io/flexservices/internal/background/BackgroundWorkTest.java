package io.flexservices.internal.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexservices.Flex;
import io.flexservices.FlexOptions;
import io.flexservices.background.BackgroundTask;
import io.flexservices.internal.secret.Guard;
import io.flexservices.json.Json;
import io.flexservices.json.JsonObject;
import io.flexservices.log.JsonLogger;
import io.flexservices.modules.Modules;
import io.flexservices.modules.background.BackgroundOptions;
import io.flexservices.spi.AnswerChannel;
import io.flexservices.spi.BackgroundEvent;
import io.flexservices.spi.Deadline;
import io.flexservices.spi.FlexResponse;
import io.flexservices.spi.TaskDelivery;
import io.flexservices.testing.TestRequest;
import io.flexservices.testing.TestRuntime;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Background work from the handler that orders it to the task that does it. */
@Timeout(60)
class BackgroundWorkTest {
  private static final FlexOptions GUARDED = FlexOptions.defaults().withSharedSecret("s3cr3t");

  private final List<BackgroundEvent> kept = new ArrayList<>();
  private final List<Map<String, Object>> seen = new ArrayList<>();

  @Test
  void aTaskSeesItsPayloadAndOnWhoseBehalfItRuns() {
    try (TestRuntime service = service(modules -> run(modules, Map.of("month", 11)))) {
      Object key = service.answer(order()).path("response.body.key");

      assertThat(service.runtime().runTask(onlyEvent(), delivery("d1", 2)).status()).isEqualTo(200);

      Map<String, Object> expected = new LinkedHashMap<>();
      expected.put("payload", "{\"month\":11}");
      expected.put("key", key);
      expected.put("attempt", 2);
      expected.put("username", "ann");
      expected.put("userId", "u1");
      expected.put("requestId", "r1");
      expected.put("appKey", "kid_test");
      expected.put("securityContext", "MASTER");
      assertThat(seen).containsExactly(expected);
    }
  }

  @Test
  void everyPieceOfWorkHasAKeyOfItsOwnUnlessItIsGiven() {
    try (TestRuntime service =
        service(
            modules -> {
              run(modules, null);
              run(modules, null);
              BackgroundOptions given = BackgroundOptions.after(Duration.ofMinutes(5)).withKey("k");
              return modules.background().run("report", null, given);
            })) {
      service.handle(order());

      assertThat(kept.get(0).key()).isNotEqualTo(kept.get(1).key());
      assertThat(kept.get(2).key()).isEqualTo("k");
      assertThat(kept.get(2).delay()).isEqualTo(Duration.ofMinutes(5));
      assertThat(kept.get(0)).asString().doesNotContain("mastersec");
    }
  }

  @Test
  void whatAScheduleSendsIsTakenFromThePlatformItself() {
    try (TestRuntime service = service(modules -> "")) {
      JsonObject event =
          JsonObject.parse("{\"flexBackground\":{\"name\":\"report\",\"payload\":{\"a\":1}}}");

      assertThat(service.runtime().runTask(event, delivery("id of the event", 1)).status())
          .isEqualTo(200);
      assertThat(seen.get(0))
          .containsEntry("payload", "{\"a\":1}")
          .containsEntry("key", "id of the event")
          .containsEntry("username", "");
    }
  }

  @Test
  void overHttpAnEventMustBeSigned() {
    try (TestRuntime service = service(modules -> run(modules, 5))) {
      service.handle(order());
      String signed = new String(kept.get(0).event(), StandardCharsets.UTF_8);

      assertThat(post(service, signed)).isEqualTo(200);
      assertThat(post(service, signed)).as("brought again").isEqualTo(200);
      assertThat(seen).hasSize(2);

      assertThat(post(service, signed.replace("report", "rep0rt"))).isEqualTo(401);
      assertThat(post(service, "{\"flexBackground\":{\"name\":\"report\"}}")).isEqualTo(401);
      assertThat(post(service, "{}")).isEqualTo(400);
      assertThat(post(service, "[]")).isEqualTo(400);
      assertThat(seen).hasSize(2);
    }
  }

  @Test
  void anEventSignedByThePreviousSecretIsTakenAndOneOfAnotherServiceIsNot() {
    try (TestRuntime before = service(modules -> run(modules, 5))) {
      before.handle(order());
    }
    String signed = new String(kept.get(0).event(), StandardCharsets.UTF_8);
    FlexOptions rotated =
        FlexOptions.defaults().withSharedSecret("new").withPreviousSharedSecret("s3cr3t");
    try (TestRuntime after = service(modules -> "", rotated)) {
      assertThat(post(after, signed)).isEqualTo(200);
    }
    try (TestRuntime other = service(modules -> "", FlexOptions.defaults().withSharedSecret("x"))) {
      assertThat(post(other, signed)).isEqualTo(401);
      assertThat(other.runtime().runTask(onlyEvent(), delivery("d", 1)).status()).isEqualTo(401);
    }
  }

  @Test
  void anEventExpiresSixHoursAfterItWasDue() {
    try (TestRuntime service = service(modules -> run(modules, 5))) {
      service.handle(order()); // at 03:04:05.678
    }
    assertThat(eventsAt("2026-01-02T09:04:05Z").read(onlyEvent(), false, soon()).name())
        .isEqualTo("report");
    TaskEvents later = eventsAt("2026-01-02T09:04:06Z");
    assertThatThrownBy(() -> later.read(onlyEvent(), false, soon()))
        .hasMessageContaining("has expired");
  }

  @Test
  void aScheduleOverHttpNeedsTheKey() {
    try (TestRuntime service = service(modules -> "")) {
      TestRequest request = TestRequest.post("/_flexBackground/report").json(Map.of("a", 1));
      assertThat(service.handle(request).status()).isEqualTo(401);
      assertThat(seen).isEmpty();
      assertThat(service.handle(request.header("X-Auth-Key", "s3cr3t")).status()).isEqualTo(200);
      assertThat(seen.get(0)).containsEntry("payload", "{\"a\":1}");
    }
  }

  @Test
  void aScheduleThatDoesNotSayItSendsJsonIsReadAllTheSame() {
    try (TestRuntime service = service(modules -> "")) {
      TestRequest request =
          TestRequest.post("/_flexBackground/report")
              .header("Content-Type", "application/octet-stream")
              .header("X-Auth-Key", "s3cr3t");

      assertThat(service.handle(request.text("{\"a\":1}")).status()).isEqualTo(200);
      assertThat(seen.get(0)).containsEntry("payload", "{\"a\":1}");
      assertThat(service.handle(request.text("{\"a\"")).status()).isEqualTo(400);
    }
  }

  @Test
  void aScheduleOverHttpMayNameTheApp() {
    try (TestRuntime service = service(modules -> "")) {
      service.handle(
          TestRequest.post("/_flexBackground/report")
              .header("X-Auth-Key", "s3cr3t")
              .header("X-Kinvey-Username", "nightly")
              .header("X-Kinvey-App-Metadata", "{\"_id\":\"kid_test\"}"));

      assertThat(seen.get(0))
          .containsEntry("username", "nightly")
          .containsEntry("appKey", "kid_test");
    }
  }

  @Test
  void onlyThePlatformTellsTheAttemptAndTheIdOfWhatComesOverHttp() {
    try (TestRuntime service = service(modules -> "")) {
      TestRequest request =
          TestRequest.post("/_flexBackground/report")
              .header("X-Auth-Key", "s3cr3t")
              .header("X-Flex-Attempt", "7")
              .header("X-Flex-Delivery", "mine");

      service
          .runtime()
          .handle(request.build(), AnswerChannel.unlimited(false), delivery("the platform's", 3));
      service.runtime().handle(request.build());

      assertThat(seen.get(0)).containsEntry("attempt", 3).containsEntry("key", "the platform's");
      assertThat(seen.get(1)).containsEntry("attempt", 1);
      assertThat(seen.get(1).get("key")).isNotEqualTo("mine");
    }
  }

  @Test
  void whatIsRefusedOverHttpIsLogged() {
    try (TestRuntime service = service(modules -> "")) {
      post(service, "{\"flexBackground\":{\"name\":\"report\"}}");
      assertThat(service.log().messages())
          .containsExactly(
              "A background event is refused: The background event is not signed by the shared"
                  + " secret");
    }
  }

  @Test
  void aTaskThatFailsIsAnsweredAsAHandlerThatFails() {
    BackgroundTask failing =
        (context, modules) -> {
          throw new IllegalStateException("boom");
        };
    try (TestRuntime service =
        TestRuntime.of(flex -> flex.background().register("report", failing), GUARDED)) {
      JsonObject event = JsonObject.parse("{\"flexBackground\":{\"name\":\"report\"}}");
      FlexResponse answer = service.runtime().runTask(event, delivery("d", 1));

      assertThat(answer.status()).isEqualTo(550);
      assertThat(service.log().messages())
          .containsExactly("The handler background report threw: IllegalStateException: boom");
    }
  }

  @Test
  void aPayloadThatCouldNotBeReadAgainIsRefusedWhenItIsOrdered() {
    Object deep = "bottom";
    for (int i = 0; i < 250; i++) {
      deep = List.of(deep);
    }
    Object payload = deep;
    try (TestRuntime service = service(modules -> run(modules, payload))) {
      assertThat(service.handle(order()).status()).isEqualTo(550);
      assertThat(service.log().messages().toString()).contains("The payload is over a limit");
      assertThat(kept).isEmpty();
    }
  }

  @Test
  void aStrangersLargeEventIsRefusedUnread() {
    try (TestRuntime service = service(modules -> "")) {
      assertThat(post(service, " ".repeat(TaskEvents.LARGEST + 1))).isEqualTo(413);
    }
  }

  @Test
  void aTaskThatNobodyRegisteredIsRefused() {
    try (TestRuntime service = service(modules -> modules.background().run("other", null))) {
      service.handle(order());
      assertThat(kept).isEmpty();
      assertThat(service.log().messages().toString())
          .contains("There is no background task \"other\"; registered are [report]");
      JsonObject event = JsonObject.parse("{\"flexBackground\":{\"name\":\"other\"}}");
      assertThat(service.runtime().runTask(event, delivery("d", 1)).status()).isEqualTo(501);
    }
  }

  @Test
  void aServiceWithTasksAndWithoutASecretDoesNotStart() {
    assertThatThrownBy(() -> service(modules -> "", FlexOptions.defaults()))
        .hasMessageContaining("Background tasks need a shared secret")
        .hasMessageContaining("FLEX_SHARED_SECRET");
  }

  @Test
  void whereThePlatformHasNoPartTheCallIsRefused() {
    try (TestRuntime service =
        TestRuntime.of(flex -> register(flex, modules -> run(modules, 1)), GUARDED)) {
      assertThat(service.handle(order()).status()).isEqualTo(550);
      assertThat(service.log().messages().toString())
          .contains("There is no background work on this platform");
    }
  }

  private TestRuntime service(Function<Modules, Object> handler) {
    return service(handler, GUARDED);
  }

  private TestRuntime service(Function<Modules, Object> handler, FlexOptions options) {
    Consumer<Flex> services = flex -> register(flex, handler);
    return TestRuntime.of(services, options, (event, http, deadline) -> kept.add(event));
  }

  private void register(Flex flex, Function<Modules, Object> handler) {
    flex.background()
        .register(
            "report",
            (context, modules) -> {
              Map<String, Object> saw = new LinkedHashMap<>();
              saw.put("payload", Json.text(context.payloadValue()));
              saw.put("key", context.key());
              saw.put("attempt", context.attempt());
              saw.put("username", context.username());
              saw.put("userId", context.userId());
              saw.put("requestId", context.requestId());
              saw.put("appKey", modules.backendContext().getAppKey());
              saw.put("securityContext", modules.requestContext().getSecurityContext().toString());
              seen.add(saw);
            });
    flex.functions()
        .register(
            "f",
            (context, complete, modules) ->
                complete.setBody(Map.of("key", handler.apply(modules))).accepted().done());
  }

  private static String run(Modules modules, Object payload) {
    return modules.background().run("report", payload);
  }

  private static TestRequest order() {
    return TestRequest.post("/_flexFunctions/f")
        .header("X-Auth-Key", "s3cr3t")
        .header("X-Kinvey-Request-Id", "r1")
        .header("X-Kinvey-Username", "ann")
        .header("X-Kinvey-User-Id", "u1")
        .header(
            "X-Kinvey-App-Metadata",
            "{\"_id\":\"kid_test\",\"appsecret\":\"appsec\",\"mastersecret\":\"mastersec\"}")
        .originalHeaders(Map.of("authorization", "Basic a2lkX3Rlc3Q6bWFzdGVyc2Vj"));
  }

  private JsonObject onlyEvent() {
    return JsonObject.parse(new String(kept.get(0).event(), StandardCharsets.UTF_8));
  }

  private static int post(TestRuntime service, String event) {
    return service
        .handle(
            TestRequest.post("/_flexBackground")
                .header("Content-Type", "application/json")
                .text(event))
        .status();
  }

  private static TaskEvents eventsAt(String instant) {
    Clock clock = Clock.fixed(Instant.parse(instant), ZoneOffset.UTC);
    Guard guard = Guard.of(GUARDED, null, clock, Runnable::run, new JsonLogger(line -> {}, clock));
    return new TaskEvents(guard, clock);
  }

  private static Deadline soon() {
    return Deadline.in(Duration.ofMinutes(1));
  }

  private static TaskDelivery delivery(String id, int attempt) {
    return new TaskDelivery(id, attempt, soon());
  }
}
