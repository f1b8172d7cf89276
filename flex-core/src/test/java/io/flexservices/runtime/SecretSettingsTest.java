package io.flexservices.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexservices.FlexSettings;
import io.flexservices.secret.SecretSchemes;
import io.flexservices.secret.SecretSource;
import io.flexservices.secret.SharedSecrets;
import io.flexservices.spi.FlexResponse;
import io.flexservices.spi.Platform;
import io.flexservices.testing.MemoryLog;
import io.flexservices.testing.TestRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of the settings of the shared secret when a service starts. */
class SecretSettingsTest {
  private final MemoryLog log = new MemoryLog();

  @Test
  void fetchesTheSecretFromTheFileThatTheSettingNames(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("flex"), "s3cr3t\n");
    try (FlexRuntime runtime = start(Map.of("FLEX_SHARED_SECRET_SOURCE", "file:" + file))) {
      assertThat(get(runtime, "s3cr3t").status()).isEqualTo(501);
      assertThat(get(runtime, "other").status()).isEqualTo(401);
      assertThat(log.lines()).isEmpty();
    }
  }

  @Test
  void fetchesTheSecretFromASourceThatThePlatformKnows() {
    try (FlexRuntime runtime = start(Map.of("FLEX_SHARED_SECRET_SOURCE", "vault:a:b"))) {
      assertThat(get(runtime, "secret of a:b").status()).isEqualTo(501);
      assertThat(get(runtime, "other").status()).isEqualTo(401);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3cr3t", "aws-ssm:/s3cr3t", ":s3cr3t", "file:", "vault:", "s3cr3t:"})
  void saysWhichSourcesAreKnownAndNothingOfWhatWasSet(String address) {
    assertThatThrownBy(() -> start(Map.of("FLEX_SHARED_SECRET_SOURCE", address)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageEndingWith(
            "The source of the shared secret (FLEX_SHARED_SECRET_SOURCE, flex.sharedSecretSource)"
                + " must be a scheme that is known here and a name; the schemes are file:, vault:")
        .message()
        .doesNotContain("s3cr3t");
  }

  @ParameterizedTest
  @ValueSource(strings = {"FLEX_SHARED_SECRET", "FLEX_PREVIOUS_SHARED_SECRET"})
  void refusesASecretBesideASource(String setting) {
    assertThatThrownBy(
            () -> start(Map.of(setting, "s3cr3t", "FLEX_SHARED_SECRET_SOURCE", "vault:a")))
        .hasMessageEndingWith(
            "There are both a shared secret and a source to fetch it from; keep one:"
                + " FLEX_SHARED_SECRET or FLEX_SHARED_SECRET_SOURCE");
  }

  @Test
  void warnsWhereThereIsNoSecretAndSaysHowToSetIt() {
    start(Map.of()).close();
    assertThat(log.messages())
        .containsExactly(
            "The service has no shared secret: everybody is served who finds its address. Set"
                + " FLEX_SHARED_SECRET to what Kinvey's console has for it, or"
                + " FLEX_SHARED_SECRET_SOURCE to where that is kept (file:, vault:)");
    assertThat(log.records().get(0).string("level")).isEqualTo("warning");
  }

  private FlexRuntime start(Map<String, String> environment) {
    return FlexRuntime.of(flex -> flex.data().serviceObject("things"))
        .on(new Platform("test", true))
        .settings(FlexSettings.of(Map.of(), environment))
        .logTo(log)
        .secretSchemes(new Vault())
        .build();
  }

  /** A service object without handlers: who is let in finds nothing implemented. */
  private static FlexResponse get(FlexRuntime runtime, String key) {
    return runtime.handle(TestRequest.get("/things").header("X-Auth-Key", key).build());
  }

  private static final class Vault implements SecretSchemes {
    @Override
    public List<String> names() {
      return List.of("vault");
    }

    @Override
    public SecretSource open(String scheme, String name) {
      return () -> new SharedSecrets("secret of " + name, null);
    }
  }
}
