package io.flexservices.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.conformance.platform.RunningTarget;
import io.flexservices.conformance.platform.Target;
import io.flexservices.conformance.platform.TargetOptions;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** While a shared secret is replaced both open the service, and nothing else does. */
class SecretsIT {
  @ParameterizedTest
  @EnumSource(Target.class)
  void acceptsTheCurrentAndThePreviousSecret(Target target) throws IOException {
    TargetOptions options =
        TargetOptions.defaults().withSecret("new-s3cr3t").withPreviousSecret("old-s3cr3t");
    try (RunningTarget running = target.start(options)) {
      RawHttp http = new RawHttp(running.url());

      assertThat(http.get("/widgets/42", "X-Auth-Key: new-s3cr3t").status()).isEqualTo(200);
      assertThat(http.get("/widgets/42", "x-auth-key: old-s3cr3t").status()).isEqualTo(200);
      refused(http.get("/widgets/42"));
      refused(http.get("/widgets/42", "X-Auth-Key: "));
      refused(http.get("/widgets/42", "X-Auth-Key: new-s3cr3"));
      refused(http.get("/widgets/42", "X-Auth-Key: new-s3cr3t,old-s3cr3t"));
      assertThat(http.get("/healthcheck").status()).isEqualTo(200);
    }
  }

  private static void refused(RawHttp.Answer answer) {
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.json().string("error")).isEqualTo("InvalidCredentials");
    assertThat(answer.head() + answer.body()).doesNotContain("s3cr3");
  }
}
