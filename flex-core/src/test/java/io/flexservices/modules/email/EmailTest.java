package io.flexservices.modules.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.flexservices.error.KinveyException;
import io.flexservices.internal.kinvey.RawBackend;
import io.flexservices.json.Json;
import io.flexservices.modules.Modules;
import io.flexservices.testing.OneRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mail, sent by a handler to a backend on loopback, in each of its forms. */
@Timeout(60)
class EmailTest {
  private static final String SENDS = "POST /rpc/kid_test/send-email ";
  private static final String PLAIN =
      "{\"from\":\"from\",\"to\":\"to\",\"cc\":null,\"bcc\":null,\"subject\":\"subject\","
          + "\"replyTo\":null,\"body\":\"text\",\"html\":null}";
  private static final String FULL =
      "{\"from\":\"from\",\"to\":\"to\",\"cc\":\"cc\",\"bcc\":\"bcc\",\"subject\":\"subject\","
          + "\"replyTo\":\"replyTo\",\"body\":\"text\",\"html\":\"html\"}";

  private RawBackend backend;

  @BeforeEach
  void start() throws IOException {
    backend = new RawBackend();
  }

  @AfterEach
  void stop() throws IOException {
    backend.close();
  }

  static Stream<Function<Email, Object>> plain() {
    return Stream.of(
        email -> email.send("from", "to", "subject", "text"),
        email -> email.send("from", "to", "subject", "text", null, null, null, null),
        email -> email.sendAsync("from", "to", "subject", "text").join(),
        email -> email.sendAsync("from", "to", "subject", "text", null, null, null, null).join(),
        email -> email.message().from("from").to("to").subject("subject").text("text").send(),
        email ->
            email
                .message()
                .text("text")
                .subject("subject")
                .to("to")
                .from("from")
                .sendAsync()
                .join());
  }

  @ParameterizedTest
  @MethodSource("plain")
  void sendsATextWithNullForWhatIsNotSaid(Function<Email, Object> send) {
    Object answer = sent(send);

    assertThat(Json.text(answer)).isEqualTo("{\"success\":true}");
    assertThat(backend.request().line()).isEqualTo(SENDS + PLAIN);
  }

  static Stream<Function<Email, Object>> full() {
    return Stream.of(
        email -> email.send("from", "to", "subject", "text", "replyTo", "html", "cc", "bcc"),
        email ->
            email.sendAsync("from", "to", "subject", "text", "replyTo", "html", "cc", "bcc").join(),
        email -> all(email).send(),
        email -> all(email).sendAsync().join());
  }

  @ParameterizedTest
  @MethodSource("full")
  void sendsEveryPart(Function<Email, Object> send) {
    sent(send);

    assertThat(backend.request().line()).isEqualTo(SENDS + FULL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "5", "none"})
  void sendsVersion3UnderTheMasterSecretWhateverTheClientSent(String version) {
    OneRequest request = request().original("X-Kinvey-API-Version", version);
    request.run(modules -> all(modules.email()).send());

    assertThat(backend.request().headers())
        .containsEntry("Authorization", "Basic a2lkX3Rlc3Q6bWFzdGVyc2Vj")
        .containsEntry("X-Kinvey-API-Version", "3")
        .containsEntry("Content-Type", "application/json")
        .doesNotContainKey("x-kinvey-skip-business-logic");
  }

  /** How one required part may be missing: the first to the fourth, null or empty. */
  static Stream<List<String>> incomplete() {
    List<List<String>> all = new ArrayList<>();
    for (int missing = 0; missing < 4; missing++) {
      for (String value : new String[] {null, ""}) {
        List<String> parts = new ArrayList<>(List.of("from", "to", "subject", "text"));
        parts.set(missing, value);
        all.add(parts);
      }
    }
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("incomplete")
  void wantsSenderRecipientSubjectAndText(List<String> parts) {
    String from = parts.get(0);
    String to = parts.get(1);
    String subject = parts.get(2);
    String text = parts.get(3);
    for (Function<Email, CompletableFuture<Object>> form :
        List.<Function<Email, CompletableFuture<Object>>>of(
            email -> CompletableFuture.completedFuture(email.send(from, to, subject, text)),
            email -> email.sendAsync(from, to, subject, text),
            email -> email.sendAsync(from, to, subject, text, "replyTo", "html", "cc", "bcc"),
            email ->
                CompletableFuture.completedFuture(
                    email.message().from(from).to(to).subject(subject).text(text).send()),
            email -> email.message().from(from).to(to).subject(subject).text(text).sendAsync())) {
      KinveyException failure = failure(form);
      assertThat(failure.error()).isEqualTo("EmailError");
      assertThat(failure.description()).isEqualTo("Invalid Arguments");
      assertThat(failure.debug())
          .isEqualTo(
              "To send an email, you must specify the 'to', 'from', 'subject' and 'body'"
                  + " parameters");
    }
    assertThat(backend.requests()).isEmpty();
  }

  @Test
  void wantsThemInAnEmptyMessageToo() {
    assertThat(failure(email -> email.message().sendAsync()).error()).isEqualTo("EmailError");
    assertThat(backend.requests()).isEmpty();
  }

  @Test
  void givesWhatTheMailServerSaid() {
    backend.thenJson(200, "{\"mailServerResponse\":\"250 OK\"}");
    assertThat(sent(email -> all(email).send())).isEqualTo("250 OK");

    backend.thenJson(200, "{\"mailServerResponse\":{\"code\":250}}");
    assertThat(Json.text(sent(email -> all(email).send()))).isEqualTo("{\"code\":250}");
  }

  static Stream<Function<Email, CompletableFuture<Object>>> forms() {
    return Stream.of(
        email -> CompletableFuture.completedFuture(all(email).send()),
        email -> all(email).sendAsync());
  }

  @ParameterizedTest
  @MethodSource("forms")
  void passesOnTheErrorOfTheBackend(Function<Email, CompletableFuture<Object>> form) {
    backend.otherwise(401, body -> "{\"error\":\"InvalidCredentials\",\"description\":\"No\"}");
    KinveyException failure = failure(form);

    assertThat(failure.status()).isEqualTo(401);
    assertThat(failure.error()).isEqualTo("InvalidCredentials");
    assertThat(failure.description()).isEqualTo("No");
  }

  @ParameterizedTest
  @MethodSource("forms")
  void failsWhereTheConnectionBreaks(Function<Email, CompletableFuture<Object>> form) {
    backend.thenDrop();

    assertThat(failure(form).error()).isEqualTo("BackendUnreachable");
    assertThat(backend.requests()).as("a mail is not sent twice").hasSize(1);
  }

  private static EmailMessage all(Email email) {
    return email
        .message()
        .from("from")
        .to("to")
        .cc("cc")
        .bcc("bcc")
        .subject("subject")
        .replyTo("replyTo")
        .text("text")
        .html("html");
  }

  private Object sent(Function<Email, Object> send) {
    return request().run(modules -> send.apply(modules.email()));
  }

  private KinveyException failure(Function<Email, CompletableFuture<Object>> form) {
    Function<Modules, CompletableFuture<Object>> handler = modules -> form.apply(modules.email());
    return catchThrowableOfType(KinveyException.class, () -> request().runAsync(handler));
  }

  private OneRequest request() {
    return new OneRequest().backend(backend);
  }
}
