package io.flexservices.modules.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.flexservices.error.KinveyException;
import io.flexservices.internal.kinvey.RawBackend;
import io.flexservices.json.Json;
import io.flexservices.json.JsonArray;
import io.flexservices.json.JsonObject;
import io.flexservices.modules.Modules;
import io.flexservices.modules.query.Query;
import io.flexservices.testing.OneRequest;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Push notifications, sent by a handler to a backend on loopback, in each of their forms. */
@Timeout(60)
class PushTest {
  private static final Map<String, Object> ANN = Map.of("_id", "id1");
  private static final List<Map<String, Object>> BOTH = List.of(ANN, Map.of("_id", "id2"));
  private static final String ANN_JSON = "[{\"_id\":\"id1\"}]";
  private static final String BOTH_JSON = "[{\"_id\":\"id1\"},{\"_id\":\"id2\"}]";
  private static final Map<String, Object> APS = Map.of("alert", "hi");
  private static final Map<String, Object> EXTRAS = Map.of("from", "us");
  private static final Map<String, Object> ANDROID = Map.of("message", "hi");
  private static final String PAYLOAD =
      "{\"iOSAps\":{\"alert\":\"hi\"},\"iOSExtras\":{\"from\":\"us\"},"
          + "\"androidPayload\":{\"message\":\"hi\"}}";

  private RawBackend backend;

  @BeforeEach
  void start() throws IOException {
    backend = new RawBackend();
    backend.otherwise(200, body -> "{\"ok\":true}");
  }

  @AfterEach
  void stop() throws IOException {
    backend.close();
  }

  /** A method in one of its forms, and what it sends. */
  record Form(String name, String sends, Function<Push, CompletableFuture<?>> call) {
    static Form waiting(String name, String sends, Function<Push, Object> call) {
      return new Form(name, sends, push -> CompletableFuture.completedFuture(call.apply(push)));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Form> forms() {
    String message =
        "POST /push/kid_test/sendMessage {\"recipients\":"
            + BOTH_JSON
            + ",\"messageContent\":\"hello\"}";
    String broadcast = "POST /push/kid_test/sendBroadcast {\"messageContent\":\"hello\"}";
    String payload = message.replace("\"hello\"", PAYLOAD);
    String payloads = broadcast.replace("\"hello\"", PAYLOAD);
    return Stream.of(
        Form.waiting("sendMessage", message, push -> push.sendMessage(BOTH, "hello")),
        Form.waiting("send", message, push -> push.send(BOTH, "hello")),
        Form.waiting("broadcastMessage", broadcast, push -> push.broadcastMessage("hello")),
        Form.waiting("broadcast", broadcast, push -> push.broadcast("hello")),
        Form.waiting("sendPayload", payload, push -> push.sendPayload(BOTH, APS, EXTRAS, ANDROID)),
        Form.waiting(
            "broadcastPayload", payloads, push -> push.broadcastPayload(APS, EXTRAS, ANDROID)),
        new Form("sendMessageAsync", message, push -> push.sendMessageAsync(BOTH, "hello")),
        new Form("sendAsync", message, push -> push.sendAsync(BOTH, "hello")),
        new Form("broadcastMessageAsync", broadcast, push -> push.broadcastMessageAsync("hello")),
        new Form("broadcastAsync", broadcast, push -> push.broadcastAsync("hello")),
        new Form(
            "sendPayloadAsync", payload, push -> push.sendPayloadAsync(BOTH, APS, EXTRAS, ANDROID)),
        new Form(
            "broadcastPayloadAsync",
            payloads,
            push -> push.broadcastPayloadAsync(APS, EXTRAS, ANDROID)));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void sendsUnderTheMasterSecretByVersion3(Form form) {
    OneRequest request = request().original("X-Kinvey-API-Version", "5");
    Object answer =
        request.runAsync(modules -> form.call().apply(modules.push()).thenApply(x -> x));

    assertThat(Json.text(answer)).isEqualTo("{\"ok\":true}");
    assertThat(backend.request().line()).isEqualTo(form.sends());
    assertThat(backend.request().headers())
        .containsEntry("Authorization", "Basic a2lkX3Rlc3Q6bWFzdGVyc2Vj")
        .containsEntry("X-Kinvey-API-Version", "3")
        .containsEntry("Content-Type", "application/json")
        .doesNotContainKey("x-kinvey-skip-business-logic");
  }

  @ParameterizedTest
  @MethodSource("forms")
  void givesNullWhereNothingIsAnswered(Form form) {
    backend.otherwise(200, body -> "");
    Object answer =
        request().runAsync(modules -> form.call().apply(modules.push()).thenApply(String::valueOf));

    assertThat(answer).isEqualTo("null");
  }

  @ParameterizedTest
  @MethodSource("forms")
  void passesOnTheErrorOfTheBackend(Form form) {
    backend.otherwise(401, body -> "{\"error\":\"InvalidCredentials\",\"description\":\"No\"}");
    KinveyException failure = failure(form.call());

    assertThat(failure.status()).isEqualTo(401);
    assertThat(failure.error()).isEqualTo("InvalidCredentials");
    assertThat(failure.description()).isEqualTo("No");
  }

  @ParameterizedTest
  @MethodSource("forms")
  void failsWhereTheConnectionBreaks(Form form) {
    backend.thenDrop();

    assertThat(failure(form.call()).error()).isEqualTo("BackendUnreachable");
    assertThat(backend.requests()).as("nobody is told twice").hasSize(1);
  }

  static Stream<Function<Push, CompletableFuture<?>>> withoutUsers() {
    return Stream.of(
        push -> CompletableFuture.completedFuture(push.sendMessage(null, "hello")),
        push -> CompletableFuture.completedFuture(push.send(null, "hello")),
        push -> CompletableFuture.completedFuture(push.send(null, null)),
        push -> CompletableFuture.completedFuture(push.sendPayload(null, APS, EXTRAS, ANDROID)),
        push -> push.sendMessageAsync(null, "hello"),
        push -> push.sendAsync(null, "hello"),
        push -> push.sendPayloadAsync(null, APS, EXTRAS, ANDROID));
  }

  @ParameterizedTest
  @MethodSource("withoutUsers")
  void wantsUsers(Function<Push, CompletableFuture<?>> call) {
    assertThat(failure(call).error())
        .isEqualTo("You must specify the 'users' parameter to send a push notification");
    assertThat(backend.requests()).isEmpty();
  }

  static Stream<Function<Push, CompletableFuture<?>>> withoutAMessage() {
    return Stream.of(
        push -> CompletableFuture.completedFuture(push.sendMessage(BOTH, null)),
        push -> CompletableFuture.completedFuture(push.send(BOTH, null)),
        push -> CompletableFuture.completedFuture(push.broadcastMessage(null)),
        push -> CompletableFuture.completedFuture(push.broadcast(null)),
        push -> push.sendMessageAsync(BOTH, null),
        push -> push.sendAsync(BOTH, null),
        push -> push.broadcastMessageAsync(null),
        push -> push.broadcastAsync(null));
  }

  @ParameterizedTest
  @MethodSource("withoutAMessage")
  void wantsAMessage(Function<Push, CompletableFuture<?>> call) {
    assertThat(failure(call).error())
        .isEqualTo("You must specify the 'message' parameter to send a push notification");
    assertThat(backend.requests()).isEmpty();
  }

  static Stream<Object> oneUser() {
    return Stream.of(ANN, JsonObject.of(ANN), JsonObject.parse("{\"_id\":\"id1\"}"));
  }

  @ParameterizedTest
  @MethodSource("oneUser")
  void makesAListOfOneUser(Object user) {
    request().run(modules -> String.valueOf(modules.push().sendMessage(user, "hello")));

    assertThat(recipients()).isEqualTo(ANN_JSON);
  }

  static Stream<Arguments> twoUsers() {
    // Wrapped, because an array would be taken for the arguments themselves.
    return Stream.<Object>of(
            BOTH,
            new LinkedHashSet<>(BOTH),
            JsonArray.of(BOTH),
            BOTH.stream().map(JsonObject::of).toList(),
            new Object[] {BOTH.get(0), BOTH.get(1)})
        .map(users -> Arguments.of(users));
  }

  @ParameterizedTest
  @MethodSource("twoUsers")
  void takesSeveralUsersInWhateverHoldsThem(Object users) {
    request().run(modules -> String.valueOf(modules.push().sendMessage(users, "hello")));

    assertThat(recipients()).isEqualTo(BOTH_JSON);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "[1]", "false", "0"})
  void takesAnyMessageThatIsNotNull(String message) {
    request().run(modules -> String.valueOf(modules.push().broadcast(message)));

    assertThat(JsonObject.parse(backend.request().body()).value("messageContent"))
        .isEqualTo(message);
  }

  @Test
  void sendsNullForThePartsOfAPayloadThatAreNotThere() {
    request().run(modules -> String.valueOf(modules.push().broadcastPayload(null, null, null)));

    assertThat(backend.request().body())
        .isEqualTo(
            "{\"messageContent\":{\"iOSAps\":null,\"iOSExtras\":null,\"androidPayload\":null}}");
  }

  /** The example of the Flex SDK's documents. */
  @Test
  void sendsToUsersThatAreFoundInTheCollectionOfUsers() {
    backend.thenJson(200, "[{\"_id\":\"id1\",\"firstName\":\"Ann\"},{\"_id\":\"id2\"}]");
    request()
        .run(
            modules -> {
              Query query = new Query().equalTo("firstName", "Ann");
              List<JsonObject> users = modules.dataStore().collection("user").find(query);
              users.forEach(user -> modules.push().sendMessage(user, "awesome"));
              return modules.push().sendMessage(users, "all of you");
            });

    assertThat(backend.requests())
        .extracting(RawBackend.Request::line)
        .containsExactly(
            "GET /appdata/kid_test/user/?query={\"firstName\":\"Ann\"}",
            "POST /push/kid_test/sendMessage {\"recipients\":[{\"_id\":\"id1\","
                + "\"firstName\":\"Ann\"}],\"messageContent\":\"awesome\"}",
            "POST /push/kid_test/sendMessage {\"recipients\":[{\"_id\":\"id2\"}],"
                + "\"messageContent\":\"awesome\"}",
            "POST /push/kid_test/sendMessage {\"recipients\":[{\"_id\":\"id1\","
                + "\"firstName\":\"Ann\"},{\"_id\":\"id2\"}],\"messageContent\":\"all of you\"}");
  }

  private String recipients() {
    return Json.text(JsonObject.parse(backend.request().body()).value("recipients"));
  }

  private KinveyException failure(Function<Push, CompletableFuture<?>> call) {
    Function<Modules, CompletableFuture<String>> handler =
        modules -> call.apply(modules.push()).thenApply(String::valueOf);
    return catchThrowableOfType(KinveyException.class, () -> request().runAsync(handler));
  }

  private OneRequest request() {
    return new OneRequest().backend(backend);
  }
}
