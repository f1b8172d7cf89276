package io.flexservices.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.FlexOptions;
import io.flexservices.secret.SharedSecrets;
import io.flexservices.spi.FlexResponse;
import io.flexservices.testing.TestRequest;
import io.flexservices.testing.TestRuntime;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is served where a service has a shared secret. */
class SharedSecretTest {
  private static final Map<String, Object> REFUSAL =
      Map.of(
          "error", "InvalidCredentials",
          "description",
              "Invalid credentials.  Please retry your request with correct credentials.",
          "debug", "The Authorization Key was not valid or missing.");

  private static final Map<String, Object> NO_SECRET =
      Map.of(
          "error", "ServiceUnavailable",
          "description", "The service cannot take the request now",
          "debug", "The shared secret cannot be read; the service's log says why");

  @ParameterizedTest
  @CsvSource({
    ",, , 200",
    ",, any, 200",
    "new,, new, 200",
    "new,, , 401",
    "new,, '', 401",
    "new,, NEW, 401",
    "new,, newer, 401",
    "new,, ne, 401",
    "new, old, new, 200",
    "new, old, old, 200",
    "new, old, other, 401",
    "new, old, , 401",
    ", old, old, 200",
    ", old, , 401",
    "sécret, , sécret, 200",
    "sécret, , secret, 401"
  })
  void servesWhoeverKnowsOneOfTheSecrets(String current, String previous, String key, int status) {
    FlexOptions options =
        FlexOptions.defaults().withSharedSecret(current).withPreviousSharedSecret(previous);
    try (TestRuntime runtime = runtime(options)) {
      TestRequest request = TestRequest.get("/things");
      if (key != null) {
        request.header("x-auth-key", key);
      }
      assertThat(runtime.handle(request).status()).isEqualTo(status);
    }
  }

  @Test
  void refusesInTheFormOfEachRoute() {
    try (TestRuntime runtime = runtime(FlexOptions.defaults().withSharedSecret("s"))) {
      FlexResponse data = runtime.handle(TestRequest.get("/things"));
      assertThat(TestRuntime.json(data).asMap()).isEqualTo(REFUSAL);
      assertThat(data.headers().first("X-Kinvey-Request-Continue")).isEqualTo("false");
      assertThat(runtime.answer(TestRequest.post("/_auth/a")).asMap()).isEqualTo(REFUSAL);
      var envelope =
          runtime.answer(
              TestRequest.post("/_flexFunctions/f").json(Map.of("body", Map.of("a", 1))));
      assertThat(envelope.object("response").object("body").asMap()).isEqualTo(REFUSAL);
      assertThat(envelope.path("response.statusCode")).isEqualTo(401L);
      assertThat(envelope.path("response.continue")).isEqualTo(false);
      assertThat(envelope.path("request.body.a")).isEqualTo(1L);
      assertThat(envelope.path("request.headers")).hasToString("{}");
    }
  }

  @Test
  void doesNotRunTheHandlerOfAStranger() {
    try (TestRuntime runtime = runtime(FlexOptions.defaults().withSharedSecret("s"))) {
      runtime.handle(TestRequest.get("/things").header("X-Auth-Key", "guess"));
      assertThat(runtime.log().lines()).isEmpty();
      runtime.handle(TestRequest.get("/things").header("X-Auth-Key", "s"));
      assertThat(runtime.log().messages()).containsExactly("served");
    }
  }

  @Test
  void needsNoKeyForHealthAndDiscovery() {
    try (TestRuntime runtime = runtime(FlexOptions.defaults().withSharedSecret("s"))) {
      assertThat(runtime.handle(TestRequest.get("/healthcheck")).status()).isEqualTo(200);
      assertThat(runtime.handle(TestRequest.post("/_command/discover")).status()).isEqualTo(200);
    }
  }

  @Test
  void servesNobodyWhileTheSecretCannotBeFetched() {
    FlexOptions options =
        FlexOptions.defaults()
            .withSecretSource(
                () -> {
                  throw new IOException("closed");
                });
    try (TestRuntime runtime = runtime(options)) {
      FlexResponse data = runtime.handle(TestRequest.get("/things").header("X-Auth-Key", "s"));
      assertThat(data.status()).isEqualTo(503);
      assertThat(TestRuntime.json(data).asMap()).isEqualTo(NO_SECRET);
      assertThat(runtime.handle(TestRequest.get("/things")).status()).isEqualTo(503);
      assertThat(runtime.answer(TestRequest.post("/_auth/a")).asMap()).isEqualTo(NO_SECRET);
      var envelope = runtime.answer(TestRequest.post("/_flexFunctions/f").json(Map.of()));
      assertThat(envelope.object("response").object("body").asMap()).isEqualTo(NO_SECRET);
      assertThat(envelope.path("response.statusCode")).isEqualTo(503L);
      assertThat(runtime.handle(TestRequest.get("/healthcheck")).status()).isEqualTo(200);
      assertThat(runtime.handle(TestRequest.post("/_command/discover")).status()).isEqualTo(200);
    }
  }

  @Test
  void fetchesTheSecretOnlyForThoseWhoNeedIt() {
    AtomicInteger fetches = new AtomicInteger();
    FlexOptions options =
        FlexOptions.defaults()
            .withSecretSource(
                () -> {
                  fetches.incrementAndGet();
                  return new SharedSecrets("new", "old");
                });
    try (TestRuntime runtime = runtime(options)) {
      runtime.handle(TestRequest.get("/healthcheck"));
      runtime.handle(TestRequest.post("/_command/discover"));
      assertThat(fetches).hasValue(0);
      for (String key : new String[] {"new", "old"}) {
        assertThat(runtime.handle(TestRequest.get("/things").header("X-Auth-Key", key)).status())
            .isEqualTo(200);
      }
      assertThat(fetches).hasValue(1);
      runtime.runtime().restored();
      assertThat(runtime.handle(TestRequest.get("/things")).status()).isEqualTo(401);
      assertThat(fetches).hasValue(2);
    }
  }

  private static TestRuntime runtime(FlexOptions options) {
    return TestRuntime.of(
        flex ->
            flex.data()
                .serviceObject("things")
                .onGetAll(
                    (context, complete, modules) -> {
                      context.logger().info("served");
                      return complete.ok().next();
                    }),
        options);
  }
}
