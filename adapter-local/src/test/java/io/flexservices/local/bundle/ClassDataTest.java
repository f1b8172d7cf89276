package io.flexservices.local.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What needs no training; the conformance module's {@code ClassDataIT} has the rest. */
class ClassDataTest {
  @TempDir private Path directory;

  @Test
  void refusesAJarThatNothingRuns() throws IOException {
    Path jar = directory.resolve("service.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new ZipEntry("a.txt"));
    }
    ClassDataOptions options =
        new ClassDataOptions(
            jar, directory.resolve("out"), null, "a.B", null, Map.of(), System.err);
    assertThatThrownBy(() -> ClassData.build(options))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            jar
                + " has nothing that would run it; add the dependency io.flexservices:adapter-local"
                + " to it, or io.flexservices:runtime-aws-lambda");
  }

  @Test
  void isAnAotCacheFromTheReleaseOnThatRecordsItInOneStep() {
    assertThat(ClassArchive.of(new Jdk(directory, 17))).isEqualTo(ClassArchive.CLASS_DATA);
    assertThat(ClassArchive.of(new Jdk(directory, 24))).isEqualTo(ClassArchive.CLASS_DATA);
    assertThat(ClassArchive.of(new Jdk(directory, 25))).isEqualTo(ClassArchive.AHEAD_OF_TIME);
  }

  @Test
  void isTakenByAFileOfArgumentsWhateverItsPath() {
    ServerCommand command =
        new ServerCommand(
            new Jdk(Path.of("/jdk"), 21), Path.of("/my \"own\"/a.jar"), Path.of("/a b/c.jsa"));
    assertThat(command.argumentFile())
        .contains("\n\"-XX:SharedArchiveFile=/a b/c.jsa\"\n")
        .endsWith("\n-jar\n\"/my \\\"own\\\"/a.jar\"\n");
  }

  @Test
  void isTrainedByWhatAnEventStandsFor() {
    TrainingRequest request =
        TrainingRequest.of(
            event(
                """
                {"rawPath": "/a%2Fb", "rawQueryString": "query=1", "headers": {"Host": "x", "A": "b"},
                 "requestContext": {"http": {"method": "PUT"}}, "body": "e30=", "isBase64Encoded": true}
                """));
    assertThat(request)
        .isEqualTo(new TrainingRequest("PUT", "/a%2Fb?query=1", Map.of("A", "b"), "{}"));
  }

  @Test
  void refusesEventsThatAServerCannotBeAsked() {
    assertThatThrownBy(
            () -> TrainingRequest.of(event("{\"httpMethod\": \"GET\", \"path\": \"/\"}")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "an event is no event of payload 2.0, and a server can be asked by no other kind; give"
                + " it a directory of its own");
  }

  private static TrainingEvents.Event event(String json) {
    return new TrainingEvents.Event("an event", json.getBytes(UTF_8));
  }
}
