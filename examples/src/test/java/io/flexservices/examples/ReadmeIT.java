package io.flexservices.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The README against the build: its lines work when they are pasted. */
@Timeout(120)
class ReadmeIT {
  private static final String ADDRESS = "http://localhost:10001";
  private static final String OWN_JAVA = Path.of(System.getProperty("java.home"), "bin").toString();

  @Test
  void showsAnswersAsTheyAre() throws Exception {
    List<Line> lines = lines(blocks("console"));
    assertThat(lines).isNotEmpty();
    try (LocalJar jar = LocalJar.start()) {
      for (Line line : lines) {
        assertThat(run(line.command().replace(ADDRESS, jar.url())))
            .as(line.command())
            .isEqualTo(line.answer());
      }
    }
  }

  @Test
  void startsTheJarThatTheBuildLeaves() throws IOException {
    assertThat(blocks("sh").get(0))
        .isEqualTo(
            "mvn -q -DskipTests package && java -jar examples/target/flex-example-local.jar\n");
    assertThat(Path.of("target", "flex-example-local.jar")).isRegularFile();
  }

  @Test
  void startsWithAnArchiveOfItsClasses() throws Exception {
    String block =
        blocks("sh").stream()
            .filter(commands -> commands.contains("ClassDataMain"))
            .findFirst()
            .orElseThrow();
    int start = block.lastIndexOf("java @");
    ProcessBuilder builder =
        new ProcessBuilder("bash", "-ec", block.substring(0, start)).directory(new File(".."));
    builder.environment().merge("PATH", OWN_JAVA, (path, own) -> own + ":" + path);
    assertThat(builder.inheritIO().start().waitFor()).isZero();
    String arguments = block.substring(start + "java @".length()).strip();
    try (LocalJar jar = LocalJar.start(List.of("@../" + arguments), Map.of())) {
      assertThat(run("curl -s " + jar.url() + "/widgets/42"))
          .isEqualTo("{\"_id\":\"42\",\"name\":\"thing\"}");
    }
  }

  /** A command and what it prints. */
  private record Line(String command, String answer) {}

  private static List<Line> lines(List<String> blocks) {
    List<Line> lines = new ArrayList<>();
    for (String block : blocks) {
      for (String line : block.split("(?m)^\\$ ")) {
        if (!line.isBlank()) {
          int end = line.indexOf('\n');
          lines.add(new Line(line.substring(0, end), line.substring(end + 1).strip()));
        }
      }
    }
    return lines;
  }

  private static List<String> blocks(String language) throws IOException {
    return Page.of("README.md").blocks(language);
  }

  private static String run(String command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder("bash", "-c", command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output.strip();
  }
}
