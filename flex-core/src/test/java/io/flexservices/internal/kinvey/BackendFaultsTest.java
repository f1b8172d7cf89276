package io.flexservices.internal.kinvey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.flexservices.error.KinveyException;
import io.flexservices.json.Json;
import io.flexservices.json.JsonObject;
import io.flexservices.spi.Deadline;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/** What a backend can do to a call, and what becomes of it. */
@Timeout(60)
class BackendFaultsTest {
  private static final String MASTER_SECRET = "m4ster-s3cret";
  private static final Duration PLENTY = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(400);

  private final ExecutorService workers =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work);
            thread.setDaemon(true);
            return thread;
          });
  private BackendClient client =
      new BackendClient(null, BackendHosts.of(List.of("http://127.0.0.1")), workers);
  private RawBackend backend;

  @BeforeEach
  void start() throws IOException {
    backend = new RawBackend();
  }

  @AfterEach
  void stop() throws IOException {
    client.close();
    backend.close();
    workers.shutdownNow();
  }

  @Test
  void saysThatNobodyListens() throws IOException {
    String url;
    try (ServerSocket gone = new ServerSocket(0)) {
      url = "http://127.0.0.1:" + gone.getLocalPort();
    }
    KinveyException failure = failure(session(url, PLENTY), get("b1"));
    assertThat(failure.error()).isEqualTo("BackendUnreachable");
    assertThat(failure.description()).isEqualTo("The connection to Kinvey's backend failed");
    assertThat(failure.debug()).isEqualTo("GET /appdata/{app}/books/b1");
    assertThat(failure.status()).isZero();
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
    client =
        new BackendClient(
            UrlConnectionHttpClient::create, BackendHosts.of(List.of("http://127.0.0.1")), workers);
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
    assertThat(failure(get("b1")).error()).isEqualTo("BackendUnreachable");
  }

  @Test
  void givesUpAndLetsGoOfABackendThatDoesNotAnswer() throws Exception {
    backend.thenStall("");
    KinveyException failure = failure(session(backend.url(), SHORT), get("b1"));
    assertThat(failure.error()).isEqualTo("BackendTimeout");
    awaitClosedByClient();
    goesOn();
  }

  @Test
  void givesUpAndLetsGoInTheMiddleOfAnAnswer() throws Exception {
    backend.thenStall("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"a\":");
    KinveyException failure = failure(session(backend.url(), SHORT), get("b1"));
    assertThat(failure.error()).isEqualTo("BackendTimeout");
    awaitClosedByClient();
    goesOn();
  }

  @Test
  void givesUpAndLetsGoInTheMiddleOfAChunk() throws Exception {
    backend.thenStall("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\n{\"a\":");
    KinveyException failure = failure(session(backend.url(), SHORT), post());
    assertThat(failure.error()).isEqualTo("BackendTimeout");
    awaitClosedByClient();
    goesOn();
  }

  @Test
  void abortsACallThatIsCancelled() throws Exception {
    backend.thenStall("");
    CompletableFuture<JsonObject> call =
        session(backend.url(), PLENTY).send(get("b1"), BackendAnswer::object);
    until(() -> backend.requests().size() == 1);
    call.cancel(true);
    awaitClosedByClient();
    goesOn();
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
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
      zip.write("{\"a\":1}".getBytes());
    }
    backend.then(RawBackend.answer(200, "Content-Encoding: gzip", zipped.toByteArray()));
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
  void showsNoSecretWhateverHappens() throws IOException {
    backend.thenDrop().thenDrop();
    show(failure(get("b1")));
    backend.thenJson(500, "oops");
    show(failure(get("b1")));
    show(failure(session(backend.url(), Duration.ZERO), get("b1")));
    show(failure(session("https://example.com", PLENTY), get("b1")));
    show(failure(get("..")));
  }

  private static void show(KinveyException failure) {
    StringWriter all = new StringWriter();
    failure.printStackTrace(new PrintWriter(all, true));
    all.append(Json.text(failure)).append(String.valueOf(failure.body()));
    assertThat(all.toString())
        .contains("KinveyException")
        .doesNotContain(MASTER_SECRET)
        .doesNotContain("Basic ");
  }

  private void goesOn() {
    assertThat(call(get("next"))).isEqualTo(JsonObject.empty());
  }

  private void awaitClosedByClient() throws InterruptedException {
    until(() -> backend.closedByClient() == 1);
  }

  private static void until(java.util.function.BooleanSupplier condition)
      throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
      Thread.sleep(5);
    }
  }

  private JsonObject call(BackendCall call) {
    return BackendSession.await(session(backend.url(), PLENTY).send(call, BackendAnswer::object));
  }

  private KinveyException failure(BackendCall call) {
    return failure(session(backend.url(), PLENTY), call);
  }

  private static KinveyException failure(BackendSession session, BackendCall call) {
    return catchThrowableOfType(
        KinveyException.class,
        () -> BackendSession.await(session.send(call, BackendAnswer::object)));
  }

  private BackendSession session(String url, Duration time) {
    BackendApp app = new BackendApp("kid_test", "appsec", MASTER_SECRET, url);
    return new BackendSession(
        client, () -> app, () -> null, new RequestOrigin(null, false, Deadline.in(time)));
  }

  private static BackendCall get(String id) {
    return BackendCall.of("GET", 5, "appdata", "books", id);
  }

  private static BackendCall post() {
    return BackendCall.of("POST", 5, "appdata", "books", "").body(Map.of("a", 1));
  }
}
