package io.flexservices.conformance.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flexservices.FlexSetting;
import io.flexservices.conformance.RawHttp;
import io.flexservices.conformance.platform.RunningTarget;
import io.flexservices.conformance.platform.Target;
import io.flexservices.conformance.platform.TargetOptions;
import io.flexservices.conformance.secret.StubServer.Answer;
import io.flexservices.local.lambda.EventSource;
import io.flexservices.local.lambda.LocalLambda;
import io.flexservices.local.lambda.LocalLambdaOptions;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Secrets that are replaced while a service runs, and stores that fail, on the real runtimes. */
class SecretSourcesIT {
  private static final Duration LONG = Duration.ofMinutes(1);

  @Test
  void followsARotationInSecretsManager() throws IOException {
    try (ExtensionStub extension = ExtensionStub.holding("first")) {
      followsARotation(
          Target.AWS_HTTP,
          "aws-secretsmanager:flex/secret",
          extension.environment(),
          extension.server(),
          extension::put,
          "second");
    }
  }

  @Test
  void followsARotationInTheParameterStore() throws IOException {
    try (ExtensionStub extension = ExtensionStub.holding("first")) {
      followsARotation(
          Target.AWS_ALB,
          "aws-ssm:/flex/secret",
          extension.environment(),
          extension.server(),
          extension::put,
          "{\"current\": \"second\", \"previous\": \"first\"}");
    }
  }

  @Test
  void followsARotationInGooglesSecretManager() throws IOException {
    try (GoogleStub google = GoogleStub.holding("first")) {
      followsARotation(
          Target.GCP,
          "gcp-secretmanager:projects/flex/secrets/key",
          google.environment(),
          google.server(),
          google::put,
          "{\"current\": \"second\", \"previous\": \"first\"}");
    }
  }

  /** Lambda's client goes through a snapshot and a restore, and calls its hooks. */
  @Test
  void fetchesTheSecretAgainAfterARestore() throws Exception {
    LocalLambdaOptions options =
        LocalLambdaOptions.builder(
                List.of(Path.of("target/fixture-aws.jar"), testClasses()),
                PrimedHandler.class.getName() + "::handleRequest",
                EventSource.AWS_HTTP)
            .environment(Map.of())
            .snapStart(true)
            .build();
    try (LocalLambda lambda = LocalLambda.start(options)) {
      assertThat(lambda.started().join()).isTrue();
      RawHttp http = new RawHttp(lambda.url());
      assertThat(status(http, "fetch-2")).isEqualTo(200);
      assertThat(status(http, "fetch-1")).isEqualTo(401);
    }
  }

  private static void followsARotation(
      Target target,
      String source,
      Map<String, String> environment,
      StubServer store,
      Consumer<String> put,
      String second)
      throws IOException {
    TargetOptions options =
        TargetOptions.defaults()
            .with(FlexSetting.SHARED_SECRET_SOURCE, source)
            .with(FlexSetting.SHARED_SECRET_TTL_SECONDS, "1");
    for (Map.Entry<String, String> variable : environment.entrySet()) {
      options = options.withVariable(variable.getKey(), variable.getValue());
    }
    store.fails(new Answer(500, "closed"));
    try (RunningTarget running = target.start(options)) {
      RawHttp http = new RawHttp(running.url());
      assertThat(store.requests()).isEmpty();
      assertThat(http.send("GET", "/healthcheck", "").status()).isEqualTo(200);
      assertThat(store.requests()).isEmpty();
      unavailable(http);

      store.fails(null);
      await().atMost(LONG).until(() -> status(http, "first") == 200);
      assertThat(status(http, "guess")).isEqualTo(401);

      put.accept(second);
      await().atMost(LONG).until(() -> status(http, "second") == 200);
      assertThat(status(http, "first")).isEqualTo(200);
      assertThat(status(http, "guess")).isEqualTo(401);

      store.fails(new Answer(500, "closed"));
      int before = store.requests().size();
      await()
          .atMost(LONG)
          .until(() -> status(http, "second") == 200 && store.requests().size() > before);
      assertThat(status(http, "second")).isEqualTo(200);
    }
  }

  private static void unavailable(RawHttp http) throws IOException {
    RawHttp.Answer answer = http.send("GET", "/widgets/42", "", "X-Auth-Key: first");
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.json().string("error")).isEqualTo("ServiceUnavailable");
    assertThat(answer.json().string("debug"))
        .isEqualTo("The shared secret cannot be read; the service's log says why");
  }

  private static int status(RawHttp http, String key) throws IOException {
    return http.send("GET", "/widgets/42", "", "X-Auth-Key: " + key).status();
  }

  private static Path testClasses() throws URISyntaxException {
    return Path.of(
        SecretSourcesIT.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
