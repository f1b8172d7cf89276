package io.flexservices.internal.kinvey;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.error.KinveyException;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/** A POST is not sent twice, and what is answered to it is read, whatever happens on the way. */
@Timeout(60)
class BackendPostFaultsTest extends MisbehavingBackend {
  @Test
  void sendsAPostOnceWhereTheKeptConnectionIsClosedBeforeTheAnswer() {
    backend.thenJson(200, "{}").thenDrop().thenJson(201, "{}");
    call(get("b0"));
    assertThat(failure(post()).error()).isEqualTo("BackendUnreachable");
    assertThat(backend.requests()).extracting(RawBackend.Request::connection).containsExactly(1, 1);
  }

  @Test
  void sendsAPostOnceOnANewConnectionToo() {
    backend.thenDrop().thenJson(201, "{}");
    assertThat(failure(post()).error()).isEqualTo("BackendUnreachable");
    assertThat(backend.requests()).hasSize(1);
  }

  @Test
  void sendsAPostOnceByAClientOfTheUsers() {
    client.close();
    client = client(UrlConnectionHttpClient::create);
    backend.thenDrop().thenJson(201, "{}");
    assertThat(failure(post()).error()).isEqualTo("BackendUnreachable");
    assertThat(backend.requests()).hasSize(1);
  }

  @Test
  void sendsAPostOnceWhoeverMadeTheFirstConnectionOfTheProcess() throws Exception {
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                EarlyConnection.class.getName())
            .redirectErrorStream(true)
            .start();
    assertThat(new String(process.getInputStream().readAllBytes()).trim())
        .isEqualTo("1 1 401 InvalidCredentials");
  }

  @Test
  void readsWhatA401SaysAfterAPost() {
    backend.thenJson(
        401, "{\"error\":\"InvalidCredentials\",\"description\":\"no\",\"debug\":\"d\"}");
    KinveyException failure = failure(post());
    assertThat(failure.status()).isEqualTo(401);
    assertThat(failure.error()).isEqualTo("InvalidCredentials");
    assertThat(failure.description()).isEqualTo("no");
    assertThat(failure.debug()).isEqualTo("d");
    assertThat(backend.requests()).hasSize(1);
  }

  @Test
  void sendsAPostOnceAtMostWhereTheKeptConnectionWasClosedJustBefore() throws Exception {
    backend.thenJsonAndClose(200, "{}");
    call(get("b0"));
    until(() -> backend.openConnections() == 0);
    // Either is right: it is written in vain, or, where that is noticed, on a new connection.
    KinveyException failure = failure(post());
    assertThat(backend.requests()).hasSize(failure == null ? 2 : 1);
    if (failure != null) {
      assertThat(failure.error()).isEqualTo("BackendUnreachable");
    }
  }

  @Test
  void sendsAPostOnceWhereTheConnectionIsReset() {
    backend.thenJson(200, "{}").thenReset("").thenJson(201, "{}");
    call(get("b0"));
    assertThat(failure(post()).error()).isEqualTo("BackendUnreachable");
    assertThat(backend.requests()).hasSize(2);
  }

  @Test
  void sendsAPostOnceWhereTheAnswerIsResetInTheMiddle() {
    backend.thenReset("HTTP/1.1 201 Created\r\nContent-Length: 100\r\n\r\n{\"a\":");
    assertThat(failure(post()).error()).isEqualTo("BackendUnreachable");
    assertThat(backend.requests()).hasSize(1);
  }

  @Test
  void sendsAPostOnceWhereTheAnswerIsNoHttp() {
    backend.then(
        (in, out) -> {
          out.write("SSH-2.0-OpenSSH_9.2\r\n".getBytes());
          return false;
        });
    assertThat(failure(post()).error()).isEqualTo("BackendUnreachable");
    assertThat(backend.requests()).hasSize(1);
  }

  /** The stub counts heads; it never had the end of one of these requests. */
  @Test
  void beginsAPostAgainOnceAtMostWhereItsBodyCouldNotBeSent() {
    backend.refuseBodies(true);
    KinveyException failure = failure(post().body(Map.of("a", "x".repeat(20 * 1024 * 1024))));
    assertThat(failure.error()).isEqualTo("BackendUnreachable");
    assertThat(backend.requests()).hasSizeBetween(1, 2);
  }

  @Test
  void followsNoRedirectOfAPost() throws IOException {
    try (RawBackend other = new RawBackend()) {
      backend.then(RawBackend.answer(307, "Location: " + other.url() + "/x", new byte[0]));
      assertThat(failure(post()).status()).isEqualTo(307);
      assertThat(other.requests()).isEmpty();
      assertThat(backend.requests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Basic realm=\"kinvey\"", "Negotiate", "NTLM", "Digest realm=\"k\""})
  void readsWhatA401SaysThatAsksForCredentials(String challenge) {
    backend.then(
        RawBackend.answer(
            401,
            "WWW-Authenticate: " + challenge,
            "{\"error\":\"InvalidCredentials\"}".getBytes()));
    KinveyException failure = failure(post());
    assertThat(failure.status()).isEqualTo(401);
    assertThat(failure.error()).isEqualTo("InvalidCredentials");
    assertThat(backend.requests()).hasSize(1);
  }

  @Test
  void readsWhatA401SaysByAClientOfTheUsers() {
    client.close();
    client = client(UrlConnectionHttpClient::create);
    backend.thenJson(401, "{\"error\":\"InvalidCredentials\"}");
    assertThat(failure(post()).error()).isEqualTo("InvalidCredentials");
    assertThat(backend.requests()).hasSize(1);
  }
}
