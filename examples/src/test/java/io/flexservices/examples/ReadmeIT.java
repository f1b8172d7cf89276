package io.flexservices.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages against the build: lines work when they are pasted, code compiles. */
@Timeout(120)
class ReadmeIT {
  private static final String ADDRESS = "http://localhost:10001";

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

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "docs/background.md"})
  void showsCodeThatIsCompiled(String page) throws IOException {
    String sources = sources();
    assertThat(blocks(page, "java"))
        .isNotEmpty()
        .allSatisfy(block -> assertThat(sources).contains(block));
  }

  @Test
  void startsTheJarThatTheBuildLeaves() throws IOException {
    assertThat(blocks("sh").get(0))
        .isEqualTo(
            "mvn -q -DskipTests package && java -jar examples/target/flex-example-local.jar\n");
    assertThat(Path.of("target", "flex-example-local.jar")).isRegularFile();
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
    return blocks("README.md", language);
  }

  private static List<String> blocks(String page, String language) throws IOException {
    String text = Files.readString(Path.of("..").resolve(page));
    Matcher matcher = Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```$").matcher(text);
    return matcher.results().map(block -> block.group(1)).toList();
  }

  private static String sources() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      StringBuilder all = new StringBuilder();
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        all.append(Files.readString(file));
      }
      return all.toString();
    }
  }

  private static String run(String command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder("bash", "-c", command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output.strip();
  }
}
