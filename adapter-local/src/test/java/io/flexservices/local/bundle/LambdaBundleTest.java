package io.flexservices.local.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexservices.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LambdaBundleTest {
  @TempDir private Path directory;

  @Test
  void refusesAJarThatHasNoRuntime() throws IOException {
    Path jar = directory.resolve("service.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new ZipEntry("a.txt"));
    }
    boolean isArm = List.of("aarch64", "arm64").contains(System.getProperty("os.arch"));
    LambdaBundleOptions options =
        new LambdaBundleOptions(
            jar,
            "a.B",
            isArm ? Architecture.ARM64 : Architecture.X86_64,
            directory.resolve("out"),
            null,
            List.of(),
            null,
            Map.of(),
            System.err);
    assertThatThrownBy(() -> LambdaBundle.build(options))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            jar + " has no runtime; add the dependency io.flexservices:runtime-aws-lambda to it");
    assertThat(directory.resolve("out")).doesNotExist();
  }

  @Test
  void isTrainedByEventsOfEverySourceAndThoseOfTheService() throws IOException {
    Files.writeString(directory.resolve("2.json"), "{\"second\":true}");
    Files.writeString(directory.resolve("1.json"), "{\"first\":true}");
    Files.writeString(directory.resolve("README.md"), "# Events");
    List<TrainingEvents.Event> events = TrainingEvents.all(directory);
    Set<String> shapes = new HashSet<>();
    for (TrainingEvents.Event event : events.subList(0, events.size() - 3)) {
      JsonObject json = JsonObject.parse(new String(event.json(), StandardCharsets.UTF_8));
      shapes.add(
          json.has("version") ? "2.0" : json.path("requestContext.elb") == null ? "1.0" : "elb");
    }
    assertThat(shapes).containsExactlyInAnyOrder("2.0", "1.0", "elb");
    assertThat(events.subList(events.size() - 2, events.size()))
        .extracting(TrainingEvents.Event::name)
        .containsExactly(
            directory.resolve("1.json").toString(), directory.resolve("2.json").toString());
  }

  @Test
  void saysWhatItTakes() {
    assertThat(new Sizes(Path.of("b.zip"), 24_080_000, 75_000_000).checked())
        .isEqualTo("b.zip: 24.1 MB, 75.0 MB unpacked");
    assertThatThrownBy(() -> new Sizes(Path.of("b.zip"), 1, 262_144_001).checked())
        .hasMessage(
            "The bundle has 262144001 bytes, and Lambda takes 262144000 at most; leave out what the"
                + " service does not need");
  }
}
