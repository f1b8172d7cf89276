package io.flexservices.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.FlexOptions;
import io.flexservices.spi.FlexResponse;
import io.flexservices.testing.TestRequest;
import io.flexservices.testing.TestRuntime;
import java.util.Map;
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
