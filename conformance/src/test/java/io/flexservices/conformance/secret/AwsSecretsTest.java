package io.flexservices.conformance.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexservices.aws.AwsSecretSchemes;
import io.flexservices.conformance.secret.StubServer.Answer;
import io.flexservices.secret.SecretSource;
import io.flexservices.secret.SharedSecrets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Secrets Manager and the Parameter Store, through the extension that answers beside a function.
 */
class AwsSecretsTest {
  private final ExtensionStub extension = ExtensionStub.holding("first");
  private final Map<String, String> environment = new HashMap<>(extension.environment());

  @AfterEach
  void stop() {
    extension.close();
  }

  @Test
  void readsASecretThatWasNeverReplaced() throws Exception {
    assertThat(secretsManager().fetch()).isEqualTo(new SharedSecrets("first", null));
    assertThat(extension.server().requests())
        .containsExactly(
            "/secretsmanager/get?secretId=flex%2Fsecret",
            "/secretsmanager/get?secretId=flex%2Fsecret&versionStage=AWSPREVIOUS");
  }

  @Test
  void readsTheSecretThatWasReplacedToo() throws Exception {
    extension.put("second");
    assertThat(secretsManager().fetch()).isEqualTo(new SharedSecrets("second", "first"));
    extension.put("third\n");
    assertThat(secretsManager().fetch()).isEqualTo(new SharedSecrets("third", "second"));
  }

  @Test
  void believesASecretThatSaysWhatThePreviousOneIs() throws Exception {
    extension.put("{\"current\": \"new\", \"previous\": \"old\"}");
    assertThat(secretsManager().fetch()).isEqualTo(new SharedSecrets("new", "old"));
    assertThat(extension.server().requests()).hasSize(1);
    assertThat(parameterStore().fetch()).isEqualTo(new SharedSecrets("new", "old"));
  }

  @Test
  void readsAParameterDecrypted() throws Exception {
    assertThat(parameterStore().fetch()).isEqualTo(new SharedSecrets("first", null));
    assertThat(extension.server().requests())
        .containsExactly(
            "/systemsmanager/parameters/get?name=%2Fflex%2Fsecret&withDecryption=true");
  }

  @Test
  void encodesNamesWhole() {
    String name = "arn:aws:x:1:secret:a b+c&secretId=d%é";
    assertThatThrownBy(() -> source("aws-secretsmanager", name).fetch())
        .hasMessageContaining("ResourceNotFoundException");
    assertThat(extension.server().requests())
        .containsExactly(
            "/secretsmanager/get?secretId=arn%3Aaws%3Ax%3A1%3Asecret%3Aa%20b%2Bc%26secretId%3Dd%25%C3%A9");
  }

  /** As where a function starts from a snapshot. */
  @Test
  void takesTheTokenOfTheContainerWhereThereIsNoSession() throws Exception {
    environment.remove("AWS_SESSION_TOKEN");
    environment.put("AWS_CONTAINER_AUTHORIZATION_TOKEN", ExtensionStub.TOKEN);
    assertThat(parameterStore().fetch().current()).isEqualTo("first");
  }

  @Test
  void saysWhichTokenIsMissing() {
    environment.remove("AWS_SESSION_TOKEN");
    assertThatThrownBy(parameterStore()::fetch)
        .hasMessage(
            "Neither AWS_SESSION_TOKEN nor AWS_CONTAINER_AUTHORIZATION_TOKEN is set, and the"
                + " extension answers nobody without that token");
    assertThat(extension.server().requests()).isEmpty();
  }

  @Test
  void saysThatTheTokenIsWrongAndDoesNotShowIt() {
    environment.put("AWS_SESSION_TOKEN", "wr0ng");
    assertThatThrownBy(secretsManager()::fetch)
        .hasMessageEndingWith(" answered 401: failed to authenticate: wrong or missing token")
        .message()
        .doesNotContain("wr0ng");
  }

  @ParameterizedTest
  @CsvSource({
    "400, 'not ready to serve traffic, please wait'",
    "403, AccessDeniedException",
    "500, InternalServiceError",
    "503, ''"
  })
  void saysWhatTheExtensionAnswered(int status, String body) {
    extension.server().fails(new Answer(status, body));
    for (SecretSource source : new SecretSource[] {secretsManager(), parameterStore()}) {
      assertThatThrownBy(source::fetch)
          .hasMessageEndingWith(" answered " + status + (body.isEmpty() ? "" : ": " + body));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "s3cr3t",
        "{}",
        "{\"SecretBinary\": \"s3cr3t\"}",
        "{\"SecretString\": 5, \"Parameter\": \"s3cr3t\"}",
        "{\"SecretString\": \"\", \"Parameter\": {\"Value\": \"\"}}",
        "{\"SecretString\": \"{s3cr3t\", \"Parameter\": {\"Value\": \"{s3cr3t\"}}"
      })
  void failsWithoutRepeatingWhatIsNoAnswer(String garbage) {
    extension.server().fails(Answer.ok(garbage));
    for (SecretSource source : new SecretSource[] {secretsManager(), parameterStore()}) {
      assertThatThrownBy(source::fetch)
          .isInstanceOf(java.io.IOException.class)
          .message()
          .isNotEmpty()
          .doesNotContain("s3cr3t");
    }
  }

  /** The current one alone would turn callers away who still have the previous one. */
  @Test
  void failsWhereThePreviousSecretCannotBeRead() {
    extension.put("second");
    try (StubServer broken =
        StubServer.start(
            exchange ->
                exchange.getRequestURI().getQuery().contains("AWSPREVIOUS")
                    ? new Answer(500, "InternalServiceError")
                    : Answer.ok("{\"SecretString\": \"second\"}"))) {
      environment.put("PARAMETERS_SECRETS_EXTENSION_HTTP_PORT", String.valueOf(broken.port()));
      assertThatThrownBy(secretsManager()::fetch)
          .hasMessageEndingWith(" answered 500: InternalServiceError");
    }
  }

  @Test
  void asksForTheLayerWhereNobodyListens() {
    SecretSource source = parameterStore();
    extension.close();
    assertThatThrownBy(source::fetch)
        .hasMessageEndingWith(
            "Has the function the layer of the AWS Parameters and Secrets Lambda Extension?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "0", "-1", "65536"})
  void refusesAPortThatIsNone(String port) {
    environment.put("PARAMETERS_SECRETS_EXTENSION_HTTP_PORT", port);
    assertThatThrownBy(this::parameterStore)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("PARAMETERS_SECRETS_EXTENSION_HTTP_PORT is no port: " + port);
  }

  @Test
  void asksAtThePortOfTheDocumentsWhereNoneIsSet() {
    environment.remove("PARAMETERS_SECRETS_EXTENSION_HTTP_PORT");
    // Nobody is expected to listen there; whoever does, does not know the token.
    assertThatThrownBy(parameterStore()::fetch)
        .hasMessageStartingWith("http://localhost:2773/systemsmanager/parameters/get?name=");
  }

  private SecretSource secretsManager() {
    return source("aws-secretsmanager", "flex/secret");
  }

  private SecretSource parameterStore() {
    return source("aws-ssm", "/flex/secret");
  }

  private SecretSource source(String scheme, String name) {
    return new AwsSecretSchemes(environment).open(scheme, name);
  }
}
