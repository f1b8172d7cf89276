package io.flexservices.conformance.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexservices.conformance.secret.StubServer.Answer;
import io.flexservices.gcp.GoogleSecretSchemes;
import io.flexservices.secret.SecretSource;
import io.flexservices.secret.SharedSecrets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Google's Secret Manager, with the token of the metadata server. */
class GoogleSecretsTest {
  private final GoogleStub google = GoogleStub.holding("first");
  private final Map<String, String> environment = new HashMap<>(google.environment());

  @AfterEach
  void stop() {
    google.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"projects/flex/secrets/key", "projects/flex/secrets/key/versions/latest"})
  void readsTheLatestVersion(String name) throws Exception {
    assertThat(source(name).fetch()).isEqualTo(new SharedSecrets("first", null));
    assertThat(google.server().requests())
        .containsExactly(
            "/computeMetadata/v1/instance/service-accounts/default/token", GoogleStub.ACCESS);
  }

  @Test
  void readsASecretThatHoldsThePreviousOneToo() throws Exception {
    SecretSource source = source();
    google.put("{\"current\": \"new\", \"previous\": \"old\"}\n");
    assertThat(source.fetch()).isEqualTo(new SharedSecrets("new", "old"));
    google.put("sécret");
    assertThat(source.fetch()).isEqualTo(new SharedSecrets("sécret", null));
  }

  @Test
  void needsNoChecksumButBelievesTheOneThatThereIs() throws Exception {
    google.claims(null);
    assertThat(source().fetch().current()).isEqualTo("first");
    google.claims("163439259");
    assertThatThrownBy(source()::fetch)
        .hasMessage("The payload of Secret Manager's answer does not fit its dataCrc32c");
  }

  @ParameterizedTest
  @CsvSource({
    "projects/p/secrets/s, https://secretmanager.googleapis.com/v1/projects/p/secrets/s/versions/latest:access",
    "projects/p/secrets/s/versions/7, https://secretmanager.googleapis.com/v1/projects/p/secrets/s/versions/7:access",
    "projects/p/locations/europe-west3/secrets/s, https://secretmanager.europe-west3.rep.googleapis.com/v1/projects/p/locations/europe-west3/secrets/s/versions/latest:access"
  })
  void asksWhereTheDocumentsSay(String name, String address) {
    environment.remove("CLOUDSDK_API_ENDPOINT_OVERRIDES_SECRETMANAGER");
    assertThat(source(name)).extracting("address").hasToString(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "key",
        "projects/p",
        "projects/p/secrets/",
        "projects/p/secrets/s/versions/",
        "projects/p/secrets/s:destroy",
        "projects/p/secrets/s?x",
        "projects/p/locations/evil.example.com/secrets/s",
        "/projects/p/secrets/s",
        "projects/p/secrets/s/versions/1/x"
      })
  void refusesANameOfAnotherForm(String name) {
    assertThatThrownBy(() -> source(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "The source gcp-secretmanager: must name projects/P/secrets/S/versions/V");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://secretmanager.us-central1.rep.googleapis.com/",
        "https://secretmanager-private.p.googleapis.com",
        "http://localhost:8080/",
        "http://127.0.0.1:8080",
        "http://[::1]:8080/"
      })
  void takesAnotherHostOfGoogleOrThisMachine(String override) {
    environment.put("CLOUDSDK_API_ENDPOINT_OVERRIDES_SECRETMANAGER", override);
    assertThat(source())
        .extracting("address")
        .asString()
        .isEqualTo(override.replaceAll("/$", "") + GoogleStub.ACCESS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example.com/",
        "http://secretmanager.googleapis.com/",
        "https://googleapis.com.evil.example.com/",
        "https://evilgoogleapis.com",
        "https://x@secretmanager.googleapis.com/",
        "https://secretmanager.googleapis.com:8443/",
        "http://127.0.0.1.example.com/",
        "http://x@127.0.0.1:80/",
        "https://",
        "secretmanager.googleapis.com",
        "not a host"
      })
  void sendsItsTokenToNobodyElse(String override) {
    environment.put("CLOUDSDK_API_ENDPOINT_OVERRIDES_SECRETMANAGER", override);
    assertThatThrownBy(this::source)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("CLOUDSDK_API_ENDPOINT_OVERRIDES_SECRETMANAGER must be https://");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a/b", "a?b", "http://x", ":80"})
  void refusesAMetadataHostThatIsNone(String host) {
    environment.put("GCE_METADATA_HOST", host);
    assertThatThrownBy(this::source)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("GCE_METADATA_HOST is no host: " + host);
  }

  @ParameterizedTest
  @CsvSource({"403, PERMISSION_DENIED", "404, NOT_FOUND", "429, ''", "500, INTERNAL"})
  void saysWhatWasAnswered(int status, String body) {
    google.server().fails(new Answer(status, body));
    assertThatThrownBy(source()::fetch)
        .hasMessageEndingWith(" answered " + status + (body.isEmpty() ? "" : ": " + body));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "s3cr3t", "{}", "{\"access_token\": \"\"}", "{\"access_token\": 1}"})
  void failsWhereTheMetadataServerGivesNoToken(String garbage) {
    google.server().fails(Answer.ok(garbage));
    assertThatThrownBy(source()::fetch)
        .isInstanceOf(java.io.IOException.class)
        .message()
        .doesNotContain("s3cr3t");
    assertThat(google.server().requests()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "s3cr3t",
        "{\"access_token\": \"t\", \"payload\": \"s3cr3t\"}",
        "{\"access_token\": \"t\", \"payload\": {\"data\": 5}}",
        "{\"access_token\": \"t\", \"payload\": {\"data\": \"s3cr3t!\"}}",
        "{\"access_token\": \"t\", \"payload\": {\"data\": \"\"}}",
        "{\"access_token\": \"t\", \"payload\": {\"data\": \"eyJzM2NyM3Q=\"}}"
      })
  void failsWithoutRepeatingWhatIsNoAnswer(String garbage) {
    google.server().fails(Answer.ok(garbage));
    assertThatThrownBy(source()::fetch)
        .isInstanceOf(java.io.IOException.class)
        .message()
        .isNotEmpty()
        .doesNotContain("s3cr3t");
  }

  @Test
  void failsWhereThereIsNoMetadataServer() {
    SecretSource source = source();
    google.close();
    assertThatThrownBy(source::fetch)
        .hasMessageContaining("/computeMetadata/v1/instance/service-accounts/default/token")
        .hasMessageContaining(" does not answer: ");
  }

  private SecretSource source() {
    return source("projects/flex/secrets/key");
  }

  private SecretSource source(String name) {
    return new GoogleSecretSchemes(environment::get).open("gcp-secretmanager", name);
  }
}
