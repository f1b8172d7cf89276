package io.flexservices.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A function's process that is stopped while it has nothing to do. */
class FreezeTest {
  private final Probe.Log log = Probe.Log.create();

  @Test
  void stopsTheProcessBetweenEventsAndLetsItGoOnForTheNext() throws Exception {
    try (LocalLambda lambda = LocalLambda.start(frozen(true))) {
      assertThat(lambda.started().get(90, TimeUnit.SECONDS)).as(log.text()).isTrue();
      for (int i = 0; i < 5; i++) {
        long pid = Long.parseLong(Probe.get(lambda, "/do-pid").body());
        ProcessState.awaitFrozen(pid);
      }
      assertThat(Probe.get(lambda, "/do-throw").statusCode()).isEqualTo(502);
      assertThat(Probe.get(lambda, "/do-exit").statusCode()).isEqualTo(502);
      ProcessState.awaitFrozen(Long.parseLong(Probe.get(lambda, "/do-pid").body()));
    }
  }

  @Test
  void endsAStoppedProcessWhenItCloses() throws Exception {
    LocalLambda lambda = LocalLambda.start(frozen(true));
    long pid = Long.parseLong(Probe.get(lambda, "/do-pid").body());
    ProcessState.awaitFrozen(pid);
    lambda.close();
    assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  void stopsNothingUnlessItIsToldTo() throws Exception {
    try (LocalLambda lambda = LocalLambda.start(frozen(false))) {
      long pid = Long.parseLong(Probe.get(lambda, "/do-pid").body());
      Probe.get(lambda, "/do-pid");
      assertThat(ProcessState.of(pid)).isNotEqualTo('T');
    }
  }

  private LocalLambdaOptions frozen(boolean freeze) {
    return Probe.options(ProbeHandler.class, EventSource.AWS_URL, log).freeze(freeze).build();
  }
}
