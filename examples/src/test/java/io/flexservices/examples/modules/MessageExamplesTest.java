package io.flexservices.examples.modules;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.json.JsonObject;
import io.flexservices.testkit.FakeAnswer;
import io.flexservices.testkit.FakeBackend;
import io.flexservices.testkit.FakeCall;
import io.flexservices.testkit.FlexTestClient;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MessageExamplesTest {
  private static final String MAIL = "POST /rpc/kid_test/send-email";

  private final FakeBackend backend = FakeBackend.start();
  private final FlexTestClient client =
      FlexTestClient.of(new ModuleExamples()).withBackend(backend);

  @BeforeEach
  void answer() {
    backend.otherwise(call -> FakeAnswer.json(200, Map.of()));
  }

  @AfterEach
  void close() {
    client.close();
    backend.close();
  }

  @Test
  void invitesByPlainText() {
    send("invite", Map.of("friendEmail", "bob@example.com", "name", "Ann"));

    assertThat(last().line()).isEqualTo(MAIL);
    assertThat(last().header("x-kinvey-api-version")).isEqualTo("3");
    assertThat(last().json().string("to")).isEqualTo("bob@example.com");
    assertThat(last().json().string("body"))
        .isEqualTo("You've been invited to join Ann's octagon in my-app!");
  }

  @Test
  void invitesByHtmlToo() {
    send("inviteByHtml", Map.of("friendEmail", "bob@example.com"));

    assertThat(last().json().string("html")).contains("<b>my octagon</b>");
    assertThat(last().json().string("body")).isEqualTo("You've been invited to join my octagon");
  }

  @Test
  void tellsWhatAMailLacks() {
    JsonObject answer = client.function("invite").body(Map.of("name", "Ann")).send().json();

    assertThat(answer.path("response.body.debug.error")).asString().startsWith("EmailError");
    assertThat(backend.calls()).isEmpty();
  }

  @Test
  void pushesToEverybody() {
    send("pushToAll", Map.of("message", "Dinner"));

    assertThat(last().line()).isEqualTo("POST /push/kid_test/sendBroadcast");
    assertThat(last().json().string("messageContent")).isEqualTo("Dinner");
  }

  @Test
  void pushesToUsersOfAName() {
    backend.on(
        "GET",
        "/appdata/kid_test/user/",
        FakeAnswer.json(200, List.of(Map.of("_id", "u1"), Map.of("_id", "u2"))));

    send("pushToNamed", Map.of("firstName", "Ann"));

    assertThat(backend.calls().get(0).query()).containsEntry("query", "{\"firstName\":\"Ann\"}");
    assertThat(last().line()).isEqualTo("POST /push/kid_test/sendMessage");
    assertThat(last().json().array("recipients").objects().map(user -> user.string("_id")))
        .containsExactly("u1", "u2");
    assertThat(last().json().string("messageContent"))
        .isEqualTo("People who are named Ann are awesome!");
  }

  @Test
  void pushesAPayloadForEachPlatform() {
    send("pushPayload", Map.of());

    JsonObject content = last().json().object("messageContent");
    assertThat(content.path("iOSAps.badge")).isEqualTo(2L);
    assertThat(content.path("androidPayload.from")).isEqualTo("Kinvey");
  }

  private void send(String function, Map<String, ?> body) {
    assertThat(client.function(function).body(body).send().status()).isEqualTo(200);
  }

  private FakeCall last() {
    return backend.calls().get(backend.calls().size() - 1);
  }
}
