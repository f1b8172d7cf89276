package io.flexservices.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArgumentsTest {
  @Test
  void readsEverything() {
    LocalLambdaOptions options =
        parse(
            "--jar pom.xml --handler a.B::c --source aws-alb-multi --port 9000 --timeout-ms 500"
                + " --freeze --snapstart --verify-signatures --async-retry-ms 5 --async-retry-ms 10"
                + " --platform-limits --concurrency 3 --jvm-option -Xmx1g --jvm-option -ea");
    assertThat(options.classPath()).containsExactly(Path.of("pom.xml"));
    assertThat(options.handler()).isEqualTo("a.B::c");
    assertThat(options.source()).isEqualTo(EventSource.AWS_ALB_MULTI);
    assertThat(options.port()).isEqualTo(9000);
    assertThat(options.timeout()).isEqualTo(Duration.ofMillis(500));
    assertThat(options.platformLimits()).isTrue();
    assertThat(options.concurrency()).isEqualTo(3);
    assertThat(options.freeze()).isTrue();
    assertThat(options.snapStart()).isTrue();
    assertThat(options.verifySignatures()).isTrue();
    assertThat(options.asyncRules().waits())
        .containsExactly(Duration.ofMillis(5), Duration.ofMillis(10));
    assertThat(options.jvmOptions()).isEqualTo(List.of("-Xmx1g", "-ea"));
  }

  @Test
  void hasDefaults() {
    LocalLambdaOptions options = parse("--jar pom.xml:src --handler a.B --source aws-rest");
    assertThat(options.classPath()).containsExactly(Path.of("pom.xml"), Path.of("src"));
    assertThat(options.port()).isZero();
    assertThat(options.timeout()).isEqualTo(Duration.ofSeconds(60));
    assertThat(options.platformLimits()).isFalse();
    assertThat(options.concurrency()).isEqualTo(1);
    assertThat(options.freeze()).isFalse();
    assertThat(options.snapStart()).isFalse();
    assertThat(options.verifySignatures()).isFalse();
    assertThat(options.asyncRules()).isEqualTo(AsyncRules.LAMBDA);
  }

  @Test
  void takesTheDirectoryOfABundleInPlaceOfAJar(@TempDir Path bundle) throws Exception {
    String line = "--bundle " + bundle + " --handler a.B --source aws-url";
    assertRefused(line, "there is no executable bootstrap in [" + bundle + "]");
    assertThat(Files.createFile(bundle.resolve("bootstrap")).toFile().setExecutable(true)).isTrue();
    assertThat(parse(line).customRuntime()).isTrue();
    assertThat(parse(line).classPath()).containsExactly(bundle);
    assertRefused(line + " --jar pom.xml", "--jar and --bundle exclude each other");
    assertRefused(
        line + " --jvm-option -ea", "a bundle starts its JVM itself and takes one event at a time");
    assertRefused(
        line + " --max-concurrency 2",
        "a bundle starts its JVM itself and takes one event at a time");
    assertRefused(
        line + " --snapstart",
        "snapshots are taken of managed runtimes alone, with one event at a time");
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    assertRefused("--jr x", "there is no argument --jr");
    assertRefused("--jar", "--jar has no value");
    assertRefused("--jar pom.xml --source aws-url", "--handler is missing");
    assertRefused(
        "--jar pom.xml --handler a.B --source lambda",
        "There is no event source lambda; there are aws-rest, aws-http, aws-url, aws-alb, aws-alb-multi");
    assertRefused(
        "--jar no.jar --handler a.B --source aws-url", "there is no no.jar; build it first");
    assertRefused(
        "--jar pom.xml --handler a.B --source aws-url --port x", "--port is no whole number: x");
    assertRefused(
        "--jar pom.xml --handler a.B --source aws-url --async-retry-ms x",
        "--async-retry-ms is no whole number: x");
    assertRefused(
        "--jar pom.xml --handler a.B --source aws-url --port 70000",
        "port is not within 0 and 65535: 70000");
    assertRefused(
        "--jar pom.xml --handler a.B --source aws-url --timeout-ms 0", "timeout <= 0: PT0S");
    assertRefused(
        "--jar pom.xml --handler a.B --source aws-url --concurrency 0", "concurrency < 1: 0");
  }

  private static void assertRefused(String line, String message) {
    assertThatThrownBy(() -> parse(line))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  private static LocalLambdaOptions parse(String line) {
    return Arguments.parse(line.split(" "), Map.of(), System.err);
  }
}
