package io.flexservices.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexservices.conformance.fixture.WorkFixture;
import io.flexservices.conformance.platform.RunningTarget;
import io.flexservices.conformance.platform.Target;
import io.flexservices.conformance.platform.TargetOptions;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code email.sendAsync} and then {@code accepted().done()}: the answer waits for the mail. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class PendingMailIT {
  @ParameterizedTest
  @EnumSource(Target.class)
  void hasSentTheMailWhenItAnswers(Target target) throws Exception {
    TargetOptions options =
        TargetOptions.defaults()
            .withSecret("s3cr3t")
            .withVariables(Map.of("FLEX_SERVICE", WorkFixture.class.getName()));
    try (KinveyStub kinvey = new KinveyStub();
        RunningTarget running = target.start(options)) {
      RawHttp http = new RawHttp(running.url());
      CompletableFuture<RawHttp.Answer> answer = new CompletableFuture<>();
      Thread caller =
          new Thread(
              () -> {
                try {
                  answer.complete(
                      http.post("/_flexFunctions/mail", "{}", kinvey.headers("s3cr3t")));
                } catch (Exception e) {
                  answer.completeExceptionally(e);
                }
              });
      caller.start();
      kinvey.awaitMail();
      assertThatThrownBy(() -> answer.get(300, TimeUnit.MILLISECONDS))
          .as("the answer while the mail is being sent")
          .isInstanceOf(TimeoutException.class);
      kinvey.letMailGo();

      assertThat(answer.get().json().path("response.statusCode")).isEqualTo(202L);
      assertThat(kinvey.mailsSent()).isEqualTo(1);
    }
  }
}
