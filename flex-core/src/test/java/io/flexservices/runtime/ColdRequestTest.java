package io.flexservices.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a process never loads that makes no call to Kinvey's backend, so that it starts sooner. */
@Timeout(120)
class ColdRequestTest {
  @Test
  void loadsNothingOfTheHttpClientWithoutACall() throws IOException {
    List<String> lines = linesOf();
    assertThat(lines).contains("status 200");
    assertThat(loaded(lines)).isEmpty();
  }

  /** Otherwise the other test could hold for want of lines. */
  @Test
  void loadsTheHttpClientForACall() throws IOException {
    List<String> lines = linesOf(ColdRequest.CALLS);
    assertThat(lines).contains("status 200");
    assertThat(loaded(lines)).isNotEmpty();
  }

  private static List<String> loaded(List<String> lines) {
    return lines.stream()
        .filter(
            line ->
                line.contains("software.amazon.")
                    || line.contains("org.slf4j.")
                    || line.contains("java.net.HttpURLConnection")
                    || line.contains("java.net.http."))
        .toList();
  }

  private static List<String> linesOf(String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xshare:off",
                "-Xlog:class+load",
                "-cp",
                System.getProperty("java.class.path"),
                ColdRequest.class.getName()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
        .lines()
        .toList();
  }
}
