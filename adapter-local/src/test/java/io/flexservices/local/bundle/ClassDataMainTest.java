package io.flexservices.local.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClassDataMainTest {
  private static final String LEAST = "--jar pom.xml --output out";

  @Test
  void readsEverything() {
    ClassDataOptions options =
        parse(LEAST + " --handler a.B::c --jdk jdk --events src --environment A=b=c");
    assertThat(options.jar()).isEqualTo(Path.of("pom.xml"));
    assertThat(options.output()).isEqualTo(Path.of("out"));
    assertThat(options.handler()).isEqualTo("a.B::c");
    assertThat(options.jdk()).isEqualTo(Path.of("jdk"));
    assertThat(options.events()).isEqualTo(Path.of("src"));
    assertThat(options.environment()).isEqualTo(Map.of("PATH", "/bin", "A", "b=c"));
  }

  @Test
  void hasDefaults() {
    ClassDataOptions options = parse(LEAST);
    assertThat(options.handler()).isEqualTo("io.flexservices.aws.FlexLambdaHandler::handleRequest");
    assertThat(options.jdk()).isNull();
    assertThat(options.events()).isNull();
  }

  /** As a build hands over what was not set. */
  @Test
  void takesAnEmptyValueForNone() {
    ClassDataOptions options =
        ClassDataMain.parse(
            new String[] {"--jar", "pom.xml", "--output", "out", "--jdk", ""},
            Map.of(),
            System.err);
    assertThat(options.jdk()).isNull();
  }

  @Test
  void refusesWhatDoesNotDo() {
    assertRefused("--output out", "--jar is missing");
    assertRefused("--jar no.jar --output out", "there is no no.jar; build it first");
    assertRefused(LEAST + " --events missing", "there is no directory missing");
  }

  private static void assertRefused(String line, String message) {
    assertThatThrownBy(() -> parse(line))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message + System.lineSeparator() + ClassDataMain.USAGE);
  }

  private static ClassDataOptions parse(String line) {
    return ClassDataMain.parse(
        line.split(" "), Map.of("PATH", "/bin", "OWN", "variable"), System.err);
  }
}
