package io.flexservices.modules.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.flexservices.error.KinveyException;
import io.flexservices.internal.kinvey.RawBackend;
import io.flexservices.json.Json;
import io.flexservices.modules.Modules;
import io.flexservices.testing.OneRequest;
import java.io.IOException;
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
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Custom endpoints, run by a handler on a backend on loopback. */
@Timeout(60)
class EndpointRunnerTest {
  private static final String RUNS = "POST /rpc/kid_test/custom/sendDigest ";
  private static final String ANSWER = "[{\"_id\":\"1\"},{\"_id\":\"2\"}]";
  private static final StoreOptions DEFAULTS = StoreOptions.defaults();

  private RawBackend backend;

  @BeforeEach
  void start() throws IOException {
    backend = new RawBackend();
    backend.otherwise(200, body -> ANSWER);
  }

  @AfterEach
  void stop() throws IOException {
    backend.close();
  }

  @Test
  void runsUnderTheMasterSecretByVersion5() {
    Object answer = request().run(modules -> endpoint(modules).execute(Map.of("foo", "bar")));

    assertThat(Json.text(answer)).isEqualTo(ANSWER);
    assertThat(backend.request().line()).isEqualTo(RUNS + "{\"foo\":\"bar\"}");
    assertThat(backend.request().headers())
        .containsEntry("Authorization", StoreMethods.MASTER)
        .containsEntry("Content-Type", "application/json")
        .containsEntry("X-Kinvey-API-Version", "5")
        .doesNotContainKey("x-kinvey-skip-business-logic");
  }

  static Stream<Function<Endpoint, Object>> withoutABody() {
    return Stream.of(
        Endpoint::execute,
        endpoint -> endpoint.execute(null),
        endpoint -> endpoint.executeAsync().join(),
        endpoint -> endpoint.executeAsync(null).join());
  }

  @ParameterizedTest
  @MethodSource("withoutABody")
  void sendsAnEmptyObjectWhereThereIsNoBody(Function<Endpoint, Object> execute) {
    Object answer = request().run(modules -> execute.apply(endpoint(modules)));

    assertThat(Json.text(answer)).isEqualTo(ANSWER);
    assertThat(backend.request().line()).isEqualTo(RUNS + "{}");
  }

  @Test
  void runsWithoutWaiting() {
    Object answer = request().runAsync(modules -> endpoint(modules).executeAsync(List.of(1, 2)));

    assertThat(Json.text(answer)).isEqualTo(ANSWER);
    assertThat(backend.request().line()).isEqualTo(RUNS + "[1,2]");
  }

  @Test
  void runsOnBehalfOfTheUser() {
    request().run(modules -> endpoint(modules, DEFAULTS.withUseUserContext(true)).execute());

    assertThat(backend.request().headers()).containsEntry("Authorization", "Kinvey c2Vzc2lvbg==");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void alwaysRunsBusinessLogic(boolean useBl) {
    request().run(modules -> endpoint(modules, DEFAULTS.withUseBl(useBl)).execute());

    assertThat(backend.request().headers()).doesNotContainKey("x-kinvey-skip-business-logic");
  }

  @Test
  void runsByAnotherVersion() {
    request().run(modules -> endpoint(modules, DEFAULTS.withApiVersion(4)).execute());

    assertThat(backend.request().headers()).containsEntry("X-Kinvey-API-Version", "4");
  }

  static Stream<Function<Endpoint, CompletableFuture<Object>>> forms() {
    return Stream.of(
        endpoint -> CompletableFuture.completedFuture(endpoint.execute(Map.of())),
        endpoint -> endpoint.executeAsync(Map.of()));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void refusesToRunTheEndpointThatItServes(Function<Endpoint, CompletableFuture<Object>> form) {
    OneRequest recursive =
        request().task("objectName", "sendDigest").task("hookType", "customEndpoint");
    KinveyException failure =
        catchThrowableOfType(
            KinveyException.class,
            () -> recursive.runAsync(modules -> form.apply(endpoint(modules))));

    assertThat(failure.error()).isEqualTo("EndpointRunnerError");
    assertThat(failure.description()).isEqualTo("Not Allowed");
    assertThat(failure.debug())
        .isEqualTo("Recursive requests to the same endpoint are prohibited.");
    assertThat(backend.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"pre", "post"})
  void runsAnEndpointThatIsCalledAsTheCollectionOfAHook(String hookType) {
    request()
        .task("objectName", "sendDigest")
        .task("hookType", hookType)
        .run(modules -> endpoint(modules).execute());

    assertThat(backend.request().line()).isEqualTo(RUNS + "{}");
  }

  @ParameterizedTest
  @MethodSource("forms")
  void passesOnTheErrorOfTheEndpoint(Function<Endpoint, CompletableFuture<Object>> form) {
    backend.otherwise(550, body -> "{\"error\":\"FlexRuntimeError\",\"debug\":{\"a\":1}}");
    KinveyException failure =
        catchThrowableOfType(
            KinveyException.class,
            () -> request().runAsync(modules -> form.apply(endpoint(modules))));

    assertThat(failure.status()).isEqualTo(550);
    assertThat(failure.error()).isEqualTo("FlexRuntimeError");
    assertThat(Json.text(failure.debug())).isEqualTo("{\"a\":1}");
  }

  @Test
  void runsSeveralEndpointsByOptionsOfTheirOwn() {
    List<String> names =
        request()
            .run(
                modules -> {
                  Endpoint first = modules.endpointRunner().endpoint("first");
                  Endpoint second =
                      modules.endpointRunner(DEFAULTS.withUseUserContext(true)).endpoint("second");
                  first.execute();
                  second.execute();
                  return List.of(first.endpointName(), second.endpointName());
                });

    assertThat(names).containsExactly("first", "second");
    assertThat(backend.requests())
        .extracting(request -> request.line() + " " + request.headers().get("Authorization"))
        .containsExactly(
            "POST /rpc/kid_test/custom/first {} " + StoreMethods.MASTER,
            "POST /rpc/kid_test/custom/second {} Kinvey c2Vzc2lvbg==");
  }

  @Test
  void wantsAName() {
    assertThatThrownBy(() -> request().run(modules -> modules.endpointRunner().endpoint("")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The name of an endpoint is empty");
  }

  private static Endpoint endpoint(Modules modules) {
    return endpoint(modules, DEFAULTS);
  }

  private static Endpoint endpoint(Modules modules, StoreOptions options) {
    return modules.endpointRunner(options).endpoint("sendDigest");
  }

  private OneRequest request() {
    return new OneRequest()
        .backend(backend)
        .original("authorization", "Kinvey c2Vzc2lvbg==")
        .original("x-kinvey-api-version", "1");
  }
}
