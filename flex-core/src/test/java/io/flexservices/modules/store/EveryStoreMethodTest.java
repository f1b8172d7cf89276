package io.flexservices.modules.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.flexservices.error.KinveyException;
import io.flexservices.internal.kinvey.RawBackend;
import io.flexservices.json.Json;
import io.flexservices.testing.OneRequest;
import io.flexservices.testing.RefusingPort;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What all methods of all stores have in common, from a handler to a backend on loopback. */
@Timeout(60)
class EveryStoreMethodTest {
  private static final String USER = "Kinvey c2Vzc2lvbg==";
  private static final StoreOptions DEFAULTS = StoreOptions.defaults();

  private RawBackend backend;

  @BeforeEach
  void start() throws IOException {
    backend = new RawBackend();
  }

  @AfterEach
  void stop() throws IOException {
    backend.close();
  }

  static Stream<StoreMethod> methods() {
    return StoreMethods.all();
  }

  @ParameterizedTest
  @MethodSource("methods")
  void worksUnderTheMasterSecretWithoutBusinessLogicByVersion5(StoreMethod method) {
    assertThat(json(called(method, DEFAULTS))).isEqualTo(Json.parse(method.result()));

    RawBackend.Request request = backend.request();
    assertThat(request.line()).isEqualTo(method.sends());
    assertThat(request.headers())
        .containsEntry("Authorization", credentials(method, StoreMethods.MASTER))
        .containsEntry("Content-Type", "application/json")
        .containsEntry("X-Kinvey-API-Version", "5")
        .containsEntry("x-kinvey-skip-business-logic", "true");
  }

  @ParameterizedTest
  @MethodSource("methods")
  void doesTheSameWithoutWaiting(StoreMethod method) {
    answers(method);
    Object result =
        request()
            .runAsync(modules -> method.asynchronous().apply(modules, DEFAULTS).thenApply(x -> x));

    assertThat(json(result)).isEqualTo(Json.parse(method.result()));
    assertThat(backend.request().line()).isEqualTo(method.sends());
  }

  @ParameterizedTest
  @MethodSource("methods")
  void worksOnBehalfOfTheUser(StoreMethod method) {
    called(method, DEFAULTS.withUseUserContext(true));

    assertThat(backend.request().line()).isEqualTo(method.sends());
    assertThat(backend.request().headers())
        .containsEntry("Authorization", credentials(method, USER))
        .containsEntry("x-kinvey-skip-business-logic", "true");
  }

  @ParameterizedTest
  @MethodSource("methods")
  void runsBusinessLogic(StoreMethod method) {
    called(method, DEFAULTS.withUseBl(true));

    assertThat(backend.request().line()).isEqualTo(method.sends());
    assertThat(backend.request().headers())
        .containsEntry("Authorization", credentials(method, StoreMethods.MASTER))
        .doesNotContainKey("x-kinvey-skip-business-logic");
  }

  @ParameterizedTest
  @MethodSource("methods")
  void worksByAnotherVersion(StoreMethod method) {
    called(method, DEFAULTS.withApiVersion(4));

    assertThat(backend.request().line()).isEqualTo(method.sends());
    assertThat(backend.request().headers()).containsEntry("X-Kinvey-API-Version", "4");
  }

  @ParameterizedTest
  @MethodSource("methods")
  void refusesToBringUpTheRequestThatItServes(StoreMethod method) {
    for (StoreOptions options :
        List.of(
            DEFAULTS.withUseBl(true),
            DEFAULTS.withUseUserContext(true),
            DEFAULTS.withUseBl(true).withUseUserContext(true))) {
      OneRequest recursive = request().task("objectName", method.about().objectName());
      for (KinveyException failure : failures(recursive, method, options)) {
        assertThat(failure.error()).isEqualTo(method.about().error());
        assertThat(failure.description()).isEqualTo("Not Allowed");
        assertThat(failure.debug()).isEqualTo(method.about().recursion());
      }
    }
    assertThat(backend.requests()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("methods")
  void worksOnWhatTheRequestIsAboutWithoutItsHooks(StoreMethod method) {
    answers(method);
    Object result =
        request()
            .task("objectName", method.about().objectName())
            .<@Nullable Object>run(modules -> method.waiting().apply(modules, DEFAULTS));

    assertThat(json(result)).isEqualTo(Json.parse(method.result()));
    assertThat(backend.request().line()).isEqualTo(method.sends());
  }

  @ParameterizedTest
  @MethodSource("methods")
  void passesOnTheErrorOfTheBackend(StoreMethod method) {
    backend.otherwise(
        401,
        body ->
            Json.text(Map.of("error", "InvalidCredentials", "description", "No", "debug", "d")));
    for (KinveyException failure : failures(request(), method, DEFAULTS)) {
      assertThat(failure.status()).isEqualTo(401);
      assertThat(failure.error()).isEqualTo("InvalidCredentials");
      assertThat(failure.description()).isEqualTo("No");
      assertThat(failure.debug()).isEqualTo("d");
    }
  }

  @ParameterizedTest
  @MethodSource("methods")
  void failsWhereTheBackendIsGone(StoreMethod method) throws IOException {
    try (RefusingPort gone = new RefusingPort()) {
      OneRequest request = request().app("kid_test", gone.url());
      for (KinveyException failure : failures(request, method, DEFAULTS)) {
        assertThat(failure.error()).isEqualTo("BackendUnreachable");
        assertThat(failure.status()).isZero();
      }
    }
  }

  private @Nullable Object called(StoreMethod method, StoreOptions options) {
    answers(method);
    return request().<@Nullable Object>run(modules -> method.waiting().apply(modules, options));
  }

  private void answers(StoreMethod method) {
    backend.otherwise(method.answer().isEmpty() ? 204 : 200, body -> method.answer());
  }

  /** Those of the waiting form and of the asynchronous one. */
  private static List<KinveyException> failures(
      OneRequest request, StoreMethod method, StoreOptions options) {
    return List.of(
        catchThrowableOfType(
            KinveyException.class,
            () -> request.run(modules -> String.valueOf(method.waiting().apply(modules, options)))),
        catchThrowableOfType(
            KinveyException.class,
            () ->
                request.runAsync(
                    modules ->
                        method.asynchronous().apply(modules, options).thenApply(String::valueOf))));
  }

  private static String credentials(StoreMethod method, String otherwise) {
    return method.always() == null ? otherwise : method.always();
  }

  private OneRequest request() {
    return new OneRequest()
        .backend(backend)
        .header("X-Kinvey-User-Id", "u1")
        .original("authorization", USER)
        .original("x-kinvey-api-version", "1");
  }

  private static @Nullable Object json(@Nullable Object value) {
    return Json.parse(Json.text(value));
  }
}
