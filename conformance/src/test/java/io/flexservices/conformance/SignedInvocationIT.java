package io.flexservices.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.local.lambda.EventSource;
import io.flexservices.local.lambda.LocalLambda;
import io.flexservices.local.lambda.LocalLambdaOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** The local Invoke API takes what AWS's own signer signed, and nothing that was changed since. */
class SignedInvocationIT {
  private static final String HEALTH = "{\"method\":\"GET\",\"path\":\"/healthcheck\"}";
  private static LocalLambda lambda;

  @BeforeAll
  static void start() {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.keySet().removeIf(name -> name.startsWith("FLEX_") || name.startsWith("AWS_"));
    environment.put("AWS_ACCESS_KEY_ID", "AKIDTEST");
    environment.put("AWS_SECRET_ACCESS_KEY", "the right one");
    environment.put("AWS_REGION", "eu-west-1");
    lambda =
        LocalLambda.start(
            LocalLambdaOptions.builder(
                    List.of(Path.of("target/fixture-aws.jar")),
                    "io.flexservices.aws.FlexLambdaHandler::handleRequest",
                    EventSource.AWS_URL)
                .environment(environment)
                .verifySignatures(true)
                .build());
  }

  @AfterAll
  static void stop() {
    lambda.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"function", "function%3Alive", "function:live"})
  void takesWhatIsSigned(String function) throws IOException {
    RawHttp.Answer answer = send(function, "the right one", HEALTH, HEALTH);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.json().path("body.healthy")).isEqualTo(true);
  }

  @Test
  void refusesAChangedBody() throws IOException {
    RawHttp.Answer answer = send("function", "the right one", HEALTH, HEALTH.replace("GET", "PUT"));
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.json().string("message"))
        .startsWith("The request signature we calculated does not match");
  }

  @Test
  void refusesAnotherKey() throws IOException {
    assertThat(send("function", "a wrong one", HEALTH, HEALTH).status()).isEqualTo(403);
  }

  private static RawHttp.Answer send(String function, String key, String signedBody, String body)
      throws IOException {
    String path = "/2015-03-31/functions/" + function + "/invocations";
    SdkHttpRequest request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.POST)
            .uri(URI.create(lambda.url() + path))
            // What RawHttp says for a host.
            .putHeader("Host", "x")
            .build();
    SignedRequest signed =
        AwsV4HttpSigner.create()
            .sign(
                to ->
                    to.identity(AwsCredentialsIdentity.create("AKIDTEST", key))
                        .request(request)
                        .payload(
                            ContentStreamProvider.fromString(signedBody, StandardCharsets.UTF_8))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "lambda")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "eu-west-1"));
    List<String> headers = new ArrayList<>();
    signed
        .request()
        .forEachHeader(
            (name, values) -> {
              if (!name.equalsIgnoreCase("Host")) {
                headers.add(name + ": " + values.get(0));
              }
            });
    return new RawHttp(lambda.url()).post(path, body, headers.toArray(String[]::new));
  }
}
