package io.flexservices.internal.kinvey;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.FlexOptions;
import io.flexservices.error.KinveyException;
import io.flexservices.internal.kinvey.RawBackend.Reply;
import io.flexservices.internal.kinvey.RawBackend.Request;
import io.flexservices.json.Json;
import io.flexservices.modules.Modules;
import io.flexservices.modules.store.StoreOptions;
import io.flexservices.spi.FlexResponse;
import io.flexservices.testing.RefusingPort;
import io.flexservices.testing.TestRequest;
import io.flexservices.testing.TestRuntime;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Fails in every way with credentials that can be told, and looks for them wherever a failure is
 * seen: the exception, what is logged of it, and what is answered where the handler throws it,
 * answers it, or answers its parts; with stack traces in answers. A service is asked for data: the
 * answer of a function repeats the request by Kinvey's protocol.
 */
@Timeout(120)
class SecretsTest {
  private static final StoreOptions AS_USER = StoreOptions.defaults().withUseUserContext(true);

  /** Calls by each kind of credentials. */
  private enum Caller {
    MASTER(Planted.MASTER, Planted.SESSION, m -> m.dataStore().collection("b").findById("b1")),
    MASTER_BY_POST(Planted.MASTER, Planted.SESSION, m -> m.dataStore().collection("b").save(a())),
    MASTER_BY_MAIL(Planted.MASTER, Planted.SESSION, m -> m.email().send("a", "b", "c", "d")),
    MASTER_BY_PUSH(Planted.MASTER, Planted.SESSION, m -> m.push().broadcast("hello")),
    APP(Planted.APP, Planted.SESSION, m -> m.userStore().create(a())),
    SESSION(Planted.SESSION, Planted.SESSION, m -> m.userStore(AS_USER).findById("u1")),
    LOGIN(Planted.LOGIN, Planted.LOGIN, m -> m.endpointRunner(AS_USER).endpoint("e").execute());

    private final String sent;
    private final String original;
    private final Function<Modules, Object> call;

    Caller(String sent, String original, Function<Modules, Object> call) {
      this.sent = sent;
      this.original = original;
      this.call = call;
    }

    private static Map<String, Object> a() {
      return Map.of("a", 1);
    }
  }

  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private RawBackend backend;

  @BeforeEach
  void start() throws IOException {
    backend = new RawBackend();
    PrintStream kept = new PrintStream(printed, true, StandardCharsets.UTF_8);
    System.setOut(kept);
    System.setErr(kept);
  }

  @AfterEach
  void stop() throws IOException {
    System.setOut(out);
    System.setErr(err);
    backend.close();
    Planted.assertNotIn("the standard streams", printed.toString(StandardCharsets.UTF_8));
  }

  @Test
  void theCheckSeesEveryForm() {
    for (Caller caller : Caller.values()) {
      assertThat(Planted.isIn(Planted.repeated(caller.sent))).isTrue();
      assertThat(Planted.isIn(caller.sent)).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(Caller.class)
  void inAnErrorThatRepeatsThem(Caller caller) {
    backend.otherwise(
        request -> {
          String repeated = repeated(request);
          return json(
              401,
              Map.of(
                  "error",
                  "No: " + repeated,
                  "description",
                  repeated,
                  "debug",
                  Map.of(repeated, List.of(Map.of("headers", repeated)))));
        });
    assertThat(seen(caller)).contains(Redaction.MARK);
    assertThat(backend.requests())
        .isNotEmpty()
        .allSatisfy(
            request -> assertThat(request.headers()).containsEntry("Authorization", caller.sent));
  }

  @ParameterizedTest
  @EnumSource(Caller.class)
  void inErrorsThatAreNoJson(Caller caller) {
    for (String frame : List.of("<h1>%s</h1>", "%s", "{\"error\": %s", "\"%s\"", "[\"%s\"]")) {
      backend.otherwise(request -> text(500, frame.formatted(repeated(request))));
      assertThat(seen(caller)).contains("InvalidBackendAnswer");
    }
  }

  @ParameterizedTest
  @EnumSource(Caller.class)
  void inAnAnswerThatIsNoJson(Caller caller) {
    backend.otherwise(request -> text(200, repeated(request)));
    assertThat(seen(caller)).contains("InvalidBackendAnswer");
  }

  @ParameterizedTest
  @EnumSource(Caller.class)
  void inARedirect(Caller caller) {
    backend.otherwise(
        request ->
            RawBackend.answer(
                302,
                "Location: /" + request.headers().get("Authorization").replace(' ', '/'),
                repeated(request).getBytes(StandardCharsets.UTF_8)));
    assertThat(seen(caller)).contains("redirect");
  }

  @ParameterizedTest
  @EnumSource(Caller.class)
  void inWhatAClientOfTheUsersThrows(Caller caller) {
    List<Function<String, Exception>> failures =
        List.of(
            IOException::new,
            words -> new IOException("no", new IllegalStateException(words)),
            words -> new UncheckedIOException(new IOException(words)),
            IllegalArgumentException::new,
            words -> {
              IOException thrown = new IOException("no");
              thrown.addSuppressed(new IllegalStateException(words));
              return thrown;
            });
    for (Function<String, Exception> failure : failures) {
      FlexOptions quoting = options().withHttpClient(() -> new QuotingClient(failure));
      assertThat(seen(caller, quoting, backend.url())).contains("BackendUnreachable");
    }
  }

  @ParameterizedTest
  @EnumSource(Caller.class)
  void inFaultsOfTheConnection(Caller caller) throws IOException {
    List<Consumer<RawBackend>> faults =
        List.of(
            RawBackend::thenDrop,
            raw -> raw.thenReset(""),
            raw -> raw.thenReset("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"),
            raw ->
                raw.then(
                    (in, out) -> write(out, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{")),
            raw -> raw.then((in, out) -> write(out, "SSH-2.0-OpenSSH_9.2\r\n")));
    for (Consumer<RawBackend> fault : faults) {
      for (int i = 0; i < 4 * WAYS.size(); i++) {
        fault.accept(backend);
      }
      assertThat(seen(caller)).contains("BackendUnreachable");
      backend.forgetReplies();
    }
    try (RefusingPort gone = new RefusingPort()) {
      assertThat(seen(caller, options(), gone.url())).contains("BackendUnreachable");
    }
  }

  @Test
  void whereTheBackendDoesNotAnswerInTime() {
    for (int i = 0; i < WAYS.size(); i++) {
      backend.thenStall("");
    }
    seen(Caller.MASTER, options().withRequestTimeout(Duration.ofMillis(300)), backend.url());
    assertThat(backend.requests()).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource(Caller.class)
  void whereTheHostIsNotAllowed(Caller caller) {
    for (String url : List.of("http://127.0.0.2:1", "https://u:p@baas.kinvey.com", "no url")) {
      assertThat(seen(caller, options(), url)).contains("BackendNotAllowed");
    }
  }

  @Test
  void whereTheCallIsRefused() {
    List<Function<Modules, Object>> refused =
        List.of(
            m -> m.dataStore(AS_USER).collection("books").find(),
            m -> m.dataStore().collection("books").findById(""),
            m -> m.dataStore().collection("books").findById(".."),
            m -> m.userStore().update(Map.of()),
            m -> m.push().send(null, null));
    for (Function<Modules, Object> call : refused) {
      seen(call, Planted.SESSION, options(), backend.url());
    }
    assertThat(backend.requests()).isEmpty();
  }

  @Test
  void whereTheAuthorizationOfTheUserIsMalformed() {
    String broken = Planted.SESSION + "\r\nX-More: 1";
    assertThat(seen(Caller.SESSION.call, broken, options(), backend.url())).contains("malformed");
    assertThat(backend.requests()).isEmpty();
  }

  private String seen(Caller caller) {
    return seen(caller, options(), backend.url());
  }

  private String seen(Caller caller, FlexOptions options, String url) {
    return seen(caller.call, caller.original, options, url);
  }

  /** What a handler does with a failure; the thrown one is seen by the runtime. */
  private interface Way {
    Object answer(KinveyException failure);
  }

  private static final List<Way> WAYS =
      List.of(
          failure -> {
            throw failure;
          },
          failure -> {
            throw new IllegalStateException("The handler had no luck: " + failure, failure);
          },
          failure -> failure,
          failure ->
              Map.of("debug", List.of(Json.text(failure.debug()), Json.text(failure.body()))));

  /** All that is seen of a call's failure, which holds no credential. */
  private String seen(
      Function<Modules, Object> call, String authorization, FlexOptions options, String url) {
    StringBuilder all = new StringBuilder();
    for (Way way : WAYS) {
      CompletableFuture<KinveyException> failed = new CompletableFuture<>();
      try (TestRuntime runtime =
          TestRuntime.of(
              flex ->
                  flex.data()
                      .serviceObject("books")
                      .onGetAll(
                          (context, complete, modules) -> {
                            try {
                              call.apply(modules);
                            } catch (KinveyException failure) {
                              failed.complete(failure);
                              context.logger().error(failure);
                              flex.logger().warn(Map.of("failure", failure));
                              return complete.setBody(way.answer(failure)).ok().next();
                            }
                            failed.cancel(false);
                            throw new IllegalStateException("The call did not fail");
                          }),
              options)) {
        FlexResponse response = runtime.handle(request(authorization, url));
        String words = Planted.words(failed.orTimeout(20, TimeUnit.SECONDS).join());
        Planted.assertNotIn("the exception", words);
        Planted.assertNotIn("the answer", response.text() + response.headers());
        Planted.assertNotIn("the log", runtime.log().lines().toString());
        all.append(words).append(response.text()).append(runtime.log().lines());
      }
    }
    return all.toString();
  }

  private static TestRequest request(String authorization, String url) {
    return TestRequest.get("/books")
        .header("X-Kinvey-App-Metadata", Json.text(Planted.metadata(url)))
        .originalHeaders(Map.of("authorization", authorization));
  }

  private static FlexOptions options() {
    return FlexOptions.defaults()
        .withAllowedBaasHosts(List.of("http://127.0.0.1"))
        .withStackTraces(true);
  }

  private static String repeated(Request request) {
    return Planted.repeated(request.headers().get("Authorization"));
  }

  private static Reply json(int status, Object value) {
    return RawBackend.answer(
        status,
        "Content-Type: application/json",
        // As many servers print it: with slashes escaped.
        Json.text(value).replace("/", "\\/").getBytes(StandardCharsets.UTF_8));
  }

  private static Reply text(int status, String text) {
    return RawBackend.answer(
        status, "Content-Type: text/html", text.getBytes(StandardCharsets.UTF_8));
  }

  private static boolean write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    return false;
  }
}
