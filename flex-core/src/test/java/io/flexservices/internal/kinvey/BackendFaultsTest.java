package io.flexservices.internal.kinvey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexservices.error.KinveyException;
import io.flexservices.json.JsonObject;
import io.flexservices.testing.RefusingPort;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a backend can do to a call, and what becomes of it. */
@Timeout(60)
class BackendFaultsTest extends MisbehavingBackend {
  @Test
  void saysThatNobodyListens() throws IOException {
    try (RefusingPort gone = new RefusingPort()) {
      KinveyException failure = failure(session(gone.url(), PLENTY), get("b1"));
      assertThat(failure.error()).isEqualTo("BackendUnreachable");
      assertThat(failure.description()).isEqualTo("The connection to Kinvey's backend failed");
      assertThat(failure.debug()).isEqualTo("GET /appdata/{app}/books/b1");
      assertThat(failure.status()).isZero();
    }
  }

  @Test
  void sendsAGetAgainAfterADroppedConnection() {
    backend.thenJson(200, "{}").thenDrop().thenJson(200, "{\"_id\":\"b1\"}");
    call(get("b0"));
    assertThat(call(get("b1")).string("_id")).isEqualTo("b1");
    assertThat(backend.requests()).hasSize(3);
  }

  @Test
  void sendsAPutAgainAfterADroppedConnection() {
    backend.thenDrop().thenJson(200, "{\"_id\":\"b1\"}");
    call(BackendCall.of("PUT", 5, "appdata", "books", "b1").body(Map.of("_id", "b1")));
    assertThat(backend.requests())
        .extracting(RawBackend.Request::body)
        .hasSize(2)
        .containsOnly("{\"_id\":\"b1\"}");
  }

  @Test
  void sendsAGetTwiceAtMost() {
    backend.thenDrop().thenDrop().thenDrop().thenDrop();
    assertThat(failure(get("b1")).error()).isEqualTo("BackendUnreachable");
    assertThat(backend.requests()).hasSize(2);
  }

  @Test
  void noticesAnAnswerThatIsCutOff() {
    backend.then(
        (in, out) -> {
          out.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"a\":1}".getBytes());
          return false;
        });
    KinveyException failure = failure(get("b1"));
    assertThat(failure.description()).isEqualTo("The answer of Kinvey's backend was cut off");
    assertThat(backend.requests()).hasSize(1);
  }

  @Test
  void noticesAChunkedAnswerThatIsCutOff() {
    backend.then(
        (in, out) -> {
          out.write(
              "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n8\r\n{\"a\":1".getBytes());
          return false;
        });
    assertThat(failure(get("b1")).description())
        .isEqualTo("The answer of Kinvey's backend was cut off");
  }

  @Test
  void givesUpAndLetsGoOfABackendThatDoesNotAnswer() throws Exception {
    backend.thenStall("");
    KinveyException failure = failure(session(backend.url(), SHORT), get("b1"));
    assertThat(failure.error()).isEqualTo("BackendTimeout");
    awaitClosedByClient();
  }

  @Test
  void givesUpAndLetsGoInTheMiddleOfAnAnswer() throws Exception {
    backend.thenStall("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"a\":");
    KinveyException failure = failure(session(backend.url(), SHORT), get("b1"));
    assertThat(failure.error()).isEqualTo("BackendTimeout");
    awaitClosedByClient();
  }

  @Test
  void givesUpAndLetsGoInTheMiddleOfAChunk() throws Exception {
    backend.thenStall("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\n{\"a\":");
    KinveyException failure = failure(session(backend.url(), SHORT), post());
    assertThat(failure.error()).isEqualTo("BackendTimeout");
    awaitClosedByClient();
  }

  @Test
  void abortsACallThatIsCancelled() throws Exception {
    backend.thenStall("");
    CompletableFuture<JsonObject> call =
        session(backend.url(), PLENTY).send(get("b1"), BackendAnswer::object);
    until(() -> backend.requests().size() == 1);
    call.cancel(true);
    awaitClosedByClient();
  }

  @Test
  void abortsACallWhoseHandlerIsInterrupted() throws Exception {
    backend.thenStall("");
    CompletableFuture<Throwable> seen = new CompletableFuture<>();
    Thread handler =
        new Thread(
            () -> {
              try {
                call(get("b1"));
              } catch (KinveyException e) {
                seen.complete(Thread.currentThread().isInterrupted() ? e : null);
              }
            });
    handler.start();
    until(() -> backend.requests().size() == 1);
    handler.interrupt();
    assertThat(seen.get()).isInstanceOf(KinveyException.class);
    awaitClosedByClient();
  }

  @Test
  void sendsNothingWhenTheTimeIsSpent() {
    KinveyException failure = failure(session(backend.url(), Duration.ZERO), get("b1"));
    assertThat(failure.error()).isEqualTo("BackendTimeout");
    assertThat(backend.requests()).isEmpty();
  }

  @Test
  void saysThatAnErrorIsNotJson() {
    backend.then(RawBackend.answer(502, "Content-Type: text/html", "<h1>Bad</h1>".getBytes()));
    KinveyException failure = failure(get("b1"));
    assertThat(failure.status()).isEqualTo(502);
    assertThat(failure.error()).isEqualTo("InvalidBackendAnswer");
    assertThat(failure.getMessage())
        .isEqualTo(
            "InvalidBackendAnswer: The answer of Kinvey's backend is an error that is not JSON"
                + " (status 502)");
  }

  @Test
  void saysThatAnAnswerIsNotJson() {
    backend.thenJson(200, "{\"a\":");
    assertThat(failure(get("b1")).description())
        .isEqualTo("The answer of Kinvey's backend is not JSON");
  }

  @Test
  void saysThatAnAnswerIsEmpty() {
    backend.then(RawBackend.answer(200, "X: y", new byte[0]));
    assertThat(failure(get("b1")).description())
        .isEqualTo("Kinvey's backend answered nothing instead of an object");
  }

  @Test
  void readsGzip() throws IOException {
    backend.then(RawBackend.answer(200, "Content-Encoding: gzip", zipped("{\"a\":1}".getBytes())));
    assertThat(call(get("b1")).integer("a")).isEqualTo(1);
  }

  @Test
  void keepsTheConnectionAfterLargeAnswersAndErrors() {
    String large = "x".repeat(10 * 1024 * 1024);
    backend
        .thenJson(200, "{\"a\":\"" + large + "\"}")
        .thenJson(404, "{\"error\":\"EntityNotFound\",\"debug\":\"" + large + "\"}")
        .thenJson(401, "{\"error\":\"InvalidCredentials\"}")
        .thenJson(204, "");
    assertThat(call(get("b1")).string("a")).hasSize(large.length());
    assertThat(failure(get("b2")).error()).isEqualTo("EntityNotFound");
    assertThat(failure(post()).error()).isEqualTo("InvalidCredentials");
    failure(get("b3"));
    call(get("b4"));
    assertThat(backend.connections()).isEqualTo(1);
  }

  @Test
  void followsNoRedirect() throws IOException {
    try (RawBackend other = new RawBackend()) {
      backend.then(RawBackend.answer(302, "Location: " + other.url() + "/x", new byte[0]));
      KinveyException failure = failure(get("b1"));
      assertThat(failure.status()).isEqualTo(302);
      assertThat(failure.description())
          .isEqualTo("The answer of Kinvey's backend is a redirect, which is not followed");
      assertThat(other.requests()).isEmpty();
    }
  }

  @Test
  void callsAllowedHostsOnly() {
    for (String url :
        List.of(
            "http://localhost:1",
            "https://kinvey.com",
            "https://baas.kinvey.com.example.com",
            "https://evilkinvey.com",
            "http://baas.kinvey.com",
            "https://baas.kinvey.com:8443",
            "https://baas.kinvey.com@example.com",
            "https://user@baas.kinvey.com",
            "https://baas.kinvey.com?x",
            "file:///etc/passwd",
            "baas.kinvey.com",
            "not a url")) {
      assertThat(failure(session(url, PLENTY), get("b1")).error())
          .as(url)
          .isEqualTo("BackendNotAllowed");
    }
    BackendHosts kinvey = BackendHosts.of(List.of());
    assertThat(kinvey.allowedBase("https://baas.kinvey.com")).isNotNull();
    assertThat(kinvey.allowedBase("https://us1-baas.Kinvey.com:443/x")).isNotNull();
  }

  @Test
  void encodesIdsAndNames() {
    call(get("a/b ?c%2F#é"));
    assertThat(backend.requests().get(0).head())
        .isEqualTo("GET /appdata/kid_test/books/a%2Fb%20%3Fc%252F%23%C3%A9 HTTP/1.1");
    assertThatThrownBy(() -> call(get(".."))).isInstanceOf(KinveyException.class);
    assertThat(backend.requests()).hasSize(1);
  }

  @Test
  void goesOnAfterNobodyListened() throws IOException {
    try (RefusingPort gone = new RefusingPort()) {
      assertThat(failure(session(gone.url(), PLENTY), post()).error())
          .isEqualTo("BackendUnreachable");
    }
  }

  @Test
  void noticesAnAnswerThatIsResetInTheMiddle() {
    backend.thenReset("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"a\":");
    assertThat(failure(get("b1")).error()).isEqualTo("BackendUnreachable");
    assertThat(backend.requests()).hasSize(1);
  }

  @Test
  void sendsAGetAgainAfterAReset() {
    backend.thenJson(200, "{}").thenReset("").thenJson(200, "{\"_id\":\"b1\"}");
    call(get("b0"));
    assertThat(call(get("b1")).string("_id")).isEqualTo("b1");
    assertThat(backend.requests()).hasSize(3);
  }

  @Test
  void opensANewConnectionAfterTheKeptOneWasClosed() throws Exception {
    backend.thenJsonAndClose(200, "{}").thenJson(200, "{\"_id\":\"b1\"}");
    call(get("b0"));
    until(() -> backend.openConnections() == 0);
    assertThat(call(get("b1")).string("_id")).isEqualTo("b1");
    assertThat(backend.requests()).hasSize(2);
  }

  @Test
  void givesUpAndLetsGoOfAnAnswerWithoutAnEnd() throws Exception {
    backend.thenTrickle("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{");
    KinveyException failure = failure(session(backend.url(), SHORT), get("b1"));
    assertThat(failure.error()).isEqualTo("BackendTimeout");
    awaitClosedByClient();
  }

  @Test
  void givesUpAndLetsGoOfAHeadWithoutAnEnd() throws Exception {
    backend.thenTrickle("HTTP/1.1 200 OK\r\nX-Long:");
    KinveyException failure = failure(session(backend.url(), SHORT), get("b1"));
    assertThat(failure.error()).isEqualTo("BackendTimeout");
    awaitClosedByClient();
  }

  @Test
  void givesNoCallTheAnswerOfOneThatCameTooLate() throws Exception {
    CountDownLatch gaveUp = new CountDownLatch(1);
    backend.then(
        (in, out) -> {
          try {
            gaveUp.await();
          } catch (InterruptedException e) {
            throw new IOException(e);
          }
          return RawBackend.answer(200, "X: y", "{\"late\":true}".getBytes()).write(in, out);
        });
    KinveyException failure = failure(session(backend.url(), SHORT), get("b1"));
    assertThat(failure.error()).isEqualTo("BackendTimeout");
    gaveUp.countDown();
    backend.thenJson(200, "{\"_id\":\"b2\"}");
    assertThat(call(get("b2"))).isEqualTo(JsonObject.of(Map.of("_id", "b2")));
  }

  @Test
  void waitsForASlowAnswerThatComesInTime() {
    backend.then(
        (in, out) -> {
          for (byte octet : "HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\n{\"a\":1}".getBytes()) {
            out.write(octet);
            out.flush();
          }
          return true;
        });
    assertThat(call(get("b1")).integer("a")).isEqualTo(1);
  }

  /** The JDK has one thread for all time-outs of the process, and a handler may block its own. */
  @Test
  void tellsOfALateAnswerOnAWorkerThread() throws Exception {
    backend.thenTrickle("HTTP/1.1 200 OK\r\nX-Long:");
    CompletableFuture<String> thread = new CompletableFuture<>();
    session(backend.url(), SHORT)
        .send(get("b1"), BackendAnswer::object)
        .whenComplete((answer, thrown) -> thread.complete(Thread.currentThread().getName()));
    assertThat(thread.get()).startsWith(WORKER);
  }

  @Test
  void saysThatAnAnswerIsNoGzip() {
    backend.then(RawBackend.answer(200, "Content-Encoding: gzip", "{\"a\":1}".getBytes()));
    assertThat(failure(get("b1")).description())
        .isEqualTo("The answer of Kinvey's backend is not gzip, though it says so");
  }

  @Test
  void readsGzipOfAnErrorAndOfTenMegabytes() throws IOException {
    String large = "x".repeat(10 * 1024 * 1024);
    backend
        .then(
            RawBackend.answer(
                500, "Content-Encoding: gzip", zipped("{\"error\":\"Broken\"}".getBytes())))
        .then(
            RawBackend.answer(
                200, "Content-Encoding: gzip", zipped(("{\"a\":\"" + large + "\"}").getBytes())));
    assertThat(failure(get("b1")).error()).isEqualTo("Broken");
    assertThat(call(get("b2")).string("a")).hasSize(large.length());
    assertThat(backend.connections()).isEqualTo(1);
  }

  @Test
  void refusesAnAnswerThatGrowsTooLarge() throws IOException {
    backend.then(
        RawBackend.answer(200, "Content-Encoding: gzip", zipped(new byte[65 * 1024 * 1024])));
    assertThat(failure(get("b1")).description())
        .isEqualTo("The answer of Kinvey's backend is too large");
  }

  private static byte[] zipped(byte[] plain) throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
      zip.write(plain);
    }
    return zipped.toByteArray();
  }

  private void awaitClosedByClient() throws InterruptedException {
    until(() -> backend.closedByClient() == 1);
  }
}
