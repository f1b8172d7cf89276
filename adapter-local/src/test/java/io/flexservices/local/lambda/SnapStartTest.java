package io.flexservices.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A function's process that starts as under SnapStart, by the client's own part in that. */
class SnapStartTest {
  private final Probe.Log log = Probe.Log.create();

  @Test
  void callsTheHooksAndWaitsInBetweenForTheFirstEvent() throws Exception {
    try (LocalLambda lambda = LocalLambda.start(options().snapStart(true).freeze(true).build())) {
      assertThat(lambda.started().get(90, TimeUnit.SECONDS)).as(log.text()).isTrue();
      ProcessState.awaitFrozen(process());
      assertThat(log.text()).doesNotContain("after the restore");
      assertThat(done(lambda)).containsExactly("before the snapshot", "after the restore");
      assertThat(done(lambda)).as("once").hasSize(2);
    }
  }

  @Test
  void callsNoHooksUnlessItIsToldTo() throws Exception {
    try (LocalLambda lambda = LocalLambda.start(options().build())) {
      assertThat(done(lambda)).isEmpty();
    }
  }

  @Test
  void doesNotStartWhereAHookFailsBeforeTheSnapshot() throws Exception {
    try (LocalLambda lambda = LocalLambda.start(failing("before the snapshot"))) {
      assertThat(lambda.started().get(90, TimeUnit.SECONDS)).isFalse();
      assertThat(Probe.get(lambda, "/").statusCode()).isEqualTo(502);
      assertThat(log.text()).contains("it was told to fail before the snapshot");
    }
  }

  @Test
  void failsTheEventWhereAHookFailsAfterTheRestore() throws Exception {
    try (LocalLambda lambda = LocalLambda.start(failing("after the restore"))) {
      assertThat(lambda.started().get(90, TimeUnit.SECONDS)).as(log.text()).isTrue();
      assertThat(Probe.get(lambda, "/").statusCode()).isEqualTo(502);
      assertThat(log.text())
          .contains("The function failed after it was restored from its snapshot: ")
          .contains("it was told to fail after the restore");
    }
  }

  /** Lambda's developer guide, "Customize Java runtime startup behavior", tiered compilation. */
  @Test
  void hasBothCompilersFromJava25On() throws Exception {
    String oneCompiler = "-XX:TieredStopAtLevel=1";
    try (LocalLambda restored = LocalLambda.start(options().snapStart(true).build());
        LocalLambda started = LocalLambda.start(options().build())) {
      assertThat(lines(started)).contains(oneCompiler);
      assertThat(lines(restored).contains(oneCompiler)).isEqualTo(Runtime.version().feature() < 25);
    }
  }

  private LocalLambdaOptions.Builder options() {
    return Probe.options(SnapshotProbe.class, EventSource.AWS_URL, log);
  }

  private LocalLambdaOptions failing(String hook) {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("PROBE_FAILS", hook);
    return options().snapStart(true).environment(environment).build();
  }

  private static List<String> done(LocalLambda lambda) throws Exception {
    return lines(lambda).stream().filter(line -> !line.startsWith("-")).toList();
  }

  private static List<String> lines(LocalLambda lambda) throws Exception {
    return Probe.get(lambda, "/").body().lines().toList();
  }

  /** The process that has told of its snapshot. */
  private long process() {
    Pattern told = Pattern.compile("process (\\d+) before the snapshot");
    await().atMost(Probe.LONG).until(() -> told.matcher(log.text()).find());
    return told.matcher(log.text())
        .results()
        .map(one -> Long.parseLong(one.group(1)))
        .findFirst()
        .orElseThrow();
  }
}
