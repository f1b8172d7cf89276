package io.flexservices.local;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The program, in a process of its own. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class FlexLocalServerProcessTest {
  @Test
  void endsWithZeroOnTheFirstSignal() throws Exception {
    Process process = start(Map.of("FLEX_PORT", "0"));
    try (BufferedReader log = process.inputReader(StandardCharsets.UTF_8)) {
      assertThat(lineWith("Service listening on", log)).contains("http://localhost:");

      process.toHandle().destroy();

      assertThat(process.waitFor()).isZero();
      assertThat(lineWith("Stopping", log)).contains("another signal stops at once");
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void endsAtOnceOnTheSecondSignal() throws Exception {
    Process process = start(Map.of("FLEX_PORT", "0"));
    try (BufferedReader log = process.inputReader(StandardCharsets.UTF_8)) {
      String listening = lineWith("Service listening on", log);
      String url = listening.replaceAll(".*(http://localhost:\\d+).*", "$1");
      HttpClient.newHttpClient()
          .sendAsync(
              HttpRequest.newBuilder(URI.create(url + "/slow")).build(), BodyHandlers.ofString());
      lineWith("in flight", log);

      process.toHandle().destroy();
      lineWith("Stopping", log);
      process.toHandle().destroy();

      assertThat(process.waitFor()).isEqualTo(1);
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void loadsNothingForBackgroundWorkThatThereIsNone() throws Exception {
    Process process =
        start(Map.of("FLEX_PORT", "0", "JDK_JAVA_OPTIONS", "-Xlog:class+load:stderr"));
    try (BufferedReader log = process.inputReader(StandardCharsets.UTF_8)) {
      CompletableFuture<String> classes =
          CompletableFuture.supplyAsync(
              () -> process.errorReader(StandardCharsets.UTF_8).lines().collect(joining("\n")));
      lineWith("Service listening on", log);
      process.toHandle().destroy();

      assertThat(classes.get())
          .contains(FlexLocalServer.class.getName())
          .doesNotContain("io.flexservices.local.background");
    } finally {
      process.destroyForcibly();
    }
  }

  /** In pieces of one byte, each of which would take some thirty if it were held by itself. */
  @Test
  void holdsABodyInLittleMoreThanItsSize() throws Exception {
    int size = 3_000_000;
    Process process = start(Map.of("FLEX_PORT", "0", "JDK_JAVA_OPTIONS", "-Xmx48m"));
    try (BufferedReader log = process.inputReader(StandardCharsets.UTF_8)) {
      String listening = lineWith("Service listening on", log);
      int port = Integer.parseInt(listening.replaceAll(".*http://localhost:(\\d+).*", "$1"));
      try (Socket client = new Socket("localhost", port)) {
        OutputStream out = new BufferedOutputStream(client.getOutputStream());
        out.write(
            ascii(
                "GET /healthcheck HTTP/1.1\r\nHost: localhost\r\n"
                    + "Transfer-Encoding: chunked\r\n\r\n"));
        byte[] piece = ascii("1\r\n1\r\n");
        for (int i = 0; i < size; i++) {
          out.write(piece);
        }
        out.write(ascii("0\r\n\r\n"));
        out.flush();

        BufferedReader answer =
            new BufferedReader(
                new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        assertThat(answer.readLine()).isEqualTo("HTTP/1.1 200 OK");
      }
    } finally {
      process.destroyForcibly();
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Test
  void saysInOneLineWhyItCannotStart() throws Exception {
    Process process = start(Map.of("FLEX_SERVICE", "no.such.Service"));
    try (BufferedReader errors =
        new BufferedReader(
            new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
      assertThat(errors.lines())
          .containsExactly(
              "There is no class no.such.Service on the class path. Name the class in the"
                  + " environment variable FLEX_SERVICE or the system property flex.service, or in"
                  + " a file META-INF/services/io.flexservices.FlexService");
      assertThat(process.waitFor()).isEqualTo(1);
    } finally {
      process.destroyForcibly();
    }
  }

  private static Process start(Map<String, String> environment) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            System.getProperty("java.home") + "/bin/java",
            "-cp",
            System.getProperty("java.class.path"),
            FlexLocalServer.class.getName());
    builder.environment().put("FLEX_SERVICE", SlowService.class.getName());
    builder.environment().putAll(environment);
    return builder.start();
  }

  private static String lineWith(String words, BufferedReader log) throws IOException {
    for (String line = log.readLine(); line != null; line = log.readLine()) {
      if (line.contains(words)) {
        return line;
      }
    }
    throw new AssertionError("The log ended without: " + words);
  }
}
