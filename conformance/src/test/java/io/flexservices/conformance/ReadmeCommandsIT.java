package io.flexservices.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The README's commands that start something: pasted, they print that it is ready. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ReadmeCommandsIT {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  static Stream<String> commandsThatStartSomething() throws IOException {
    String readme = Files.readString(ROOT.resolve("README.md"));
    List<String> commands =
        Pattern.compile("(?ms)^```sh\\n(.*?)^```$")
            .matcher(readme)
            .results()
            .map(block -> block.group(1))
            .filter(command -> command.contains(" 900"))
            .toList();
    assertThat(commands).hasSize(2);
    return commands.stream();
  }

  @ParameterizedTest
  @MethodSource("commandsThatStartSomething")
  void printReady(String command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("bash", "-c", "exec " + command.replaceAll(" 900\\d", " 0"))
            .directory(ROOT.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader output = process.inputReader()) {
      String ready = output.readLine();
      assertThat(ready).matches("ready http://127\\.0\\.0\\.1:\\d+");
      RawHttp http = new RawHttp(ready.substring("ready ".length()));
      assertThat(http.get("/healthcheck").status()).isEqualTo(200);
    } finally {
      process.destroy();
      assertThat(process.waitFor()).isZero();
    }
  }
}
