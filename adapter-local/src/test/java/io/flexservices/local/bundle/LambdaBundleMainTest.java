package io.flexservices.local.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LambdaBundleMainTest {
  private static final String LEAST = "--jar pom.xml --architecture arm64 --output out";

  @Test
  void readsEverything() {
    LambdaBundleOptions options =
        parse(
            LEAST
                + " --handler a.B::c --jdk jdk --modules java.sql,java.naming --events src"
                + " --environment A=b=c --environment D=");
    assertThat(options.jar()).isEqualTo(Path.of("pom.xml"));
    assertThat(options.architecture()).isEqualTo(Architecture.ARM64);
    assertThat(options.output()).isEqualTo(Path.of("out"));
    assertThat(options.handler()).isEqualTo("a.B::c");
    assertThat(options.jdk()).isEqualTo(Path.of("jdk"));
    assertThat(options.modules()).containsExactly("java.sql", "java.naming");
    assertThat(options.events()).isEqualTo(Path.of("src"));
    assertThat(options.environment()).isEqualTo(Map.of("PATH", "/bin", "A", "b=c", "D", ""));
  }

  @Test
  void hasDefaults() {
    LambdaBundleOptions options = parse(LEAST);
    assertThat(options.handler()).isEqualTo("io.flexservices.aws.FlexLambdaHandler::handleRequest");
    assertThat(options.jdk()).isNull();
    assertThat(options.modules()).isEmpty();
    assertThat(options.events()).isNull();
  }

  /** As a build hands over what was not set. */
  @Test
  void takesAnEmptyValueForNone() {
    LambdaBundleOptions options =
        LambdaBundleMain.parse(
            new String[] {
              "--jar",
              "pom.xml",
              "--architecture",
              "x86_64",
              "--output",
              "out",
              "--jdk",
              "",
              "--modules",
              "",
              "--events",
              ""
            },
            Map.of(),
            System.err);
    assertThat(options.jdk()).isNull();
    assertThat(options.modules()).isEmpty();
    assertThat(options.events()).isNull();
  }

  @Test
  void refusesWhatDoesNotDo() {
    assertRefused("--jar pom.xml --output out", "--architecture is missing");
    assertRefused(
        "--jar pom.xml --architecture riscv --output out",
        "Lambda has no architecture riscv; it has x86_64, arm64");
    assertRefused(
        "--jar no.jar --architecture arm64 --output out", "there is no no.jar; build it first");
    assertRefused(LEAST + " --events missing", "there is no directory missing");
    assertRefused(LEAST + " --environment x", "--environment is not NAME=VALUE: x");
  }

  private static void assertRefused(String line, String message) {
    assertThatThrownBy(() -> parse(line))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message + System.lineSeparator() + LambdaBundleMain.USAGE);
  }

  private static LambdaBundleOptions parse(String line) {
    return LambdaBundleMain.parse(
        line.split(" "), Map.of("PATH", "/bin", "OWN", "variable"), System.err);
  }
}
