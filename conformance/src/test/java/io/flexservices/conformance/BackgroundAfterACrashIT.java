package io.flexservices.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.conformance.fixture.WorkFixture;
import io.flexservices.json.JsonObject;
import io.flexservices.local.FlexLocalServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The local server is killed in the middle of a task, and the next one does the task again. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class BackgroundAfterACrashIT {
  private static final String SECRET = "s3cr3t";

  @TempDir Path directory;

  @Test
  void runsTheTaskAgainWithItsKeySoThatItsEffectHappensOnce() throws Exception {
    try (KinveyStub kinvey = new KinveyStub()) {
      Object key;
      Process first = start();
      try {
        key = order(url(first), kinvey);
        JsonObject saved = kinvey.saves().take();
        assertThat(saved.value("_id")).isEqualTo(key);
        assertThat(saved.value("attempt")).isEqualTo(1L);
      } finally {
        first.destroyForcibly(); // SIGKILL: the task has saved and does not end.
      }
      first.waitFor();

      Process second = start();
      try {
        String unused = url(second);
        JsonObject again = kinvey.saves().take();
        assertThat(again.value("_id")).isEqualTo(key);
        assertThat(again.value("attempt")).isEqualTo(2L);
        assertThat(again.value("username")).isEqualTo("ann");
        second.toHandle().destroy(); // SIGTERM: what runs is finished.
        assertThat(second.waitFor()).isZero();
      } finally {
        second.destroyForcibly();
      }

      assertThat(kinvey.saves()).isEmpty();
      assertThat(kinvey.entities()).hasSize(1);
      List<String> journal = Files.readAllLines(directory.resolve("work.jsonl"));
      assertThat(journal).last().asString().contains("\"entry\":\"done\"");
    }
  }

  private Process start() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                System.getProperty("java.home") + "/bin/java",
                "-cp",
                System.getProperty("java.class.path"),
                FlexLocalServer.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder
        .environment()
        .putAll(
            Map.of(
                "FLEX_SERVICE",
                WorkFixture.class.getName(),
                "FLEX_PORT",
                "0",
                "FLEX_HOST",
                "127.0.0.1",
                "FLEX_SHARED_SECRET",
                SECRET,
                "FLEX_BACKGROUND_JOURNAL",
                directory.resolve("work.jsonl").toString()));
    return builder.start();
  }

  private static Object order(String url, KinveyStub kinvey) throws IOException {
    JsonObject answer =
        new RawHttp(url)
            .post(
                "/_flexFunctions/order",
                "{\"body\":{\"hangs\":1,\"lingersMs\":500}}",
                kinvey.headers(SECRET))
            .json();
    assertThat(answer.path("response.statusCode")).isEqualTo(202L);
    return answer.path("response.body.key");
  }

  /** Reads the log to the line with the address, and goes on reading, lest the pipe fill up. */
  private static String url(Process server) throws IOException {
    BufferedReader log = server.inputReader(StandardCharsets.UTF_8);
    for (String line = log.readLine(); line != null; line = log.readLine()) {
      if (line.contains("Service listening on")) {
        Thread reader = new Thread(() -> log.lines().forEach(System.err::println));
        reader.setDaemon(true);
        reader.start();
        return line.replaceAll(".*(http://127\\.0\\.0\\.1:\\d+).*", "$1");
      }
    }
    throw new AssertionError("The server ended before it listened");
  }
}
