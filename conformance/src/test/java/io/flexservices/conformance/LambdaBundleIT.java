package io.flexservices.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flexservices.conformance.platform.Target;
import io.flexservices.conformance.vector.BackendStub;
import io.flexservices.conformance.vector.Vector;
import io.flexservices.conformance.vector.VectorClient;
import io.flexservices.conformance.vector.VectorExpectation;
import io.flexservices.local.lambda.EventSource;
import io.flexservices.local.lambda.LocalLambda;
import io.flexservices.local.lambda.LocalLambdaOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The fixture's bundle, as the build zipped it, unpacked somewhere else and run by its own {@code
 * bootstrap}: what Lambda does with it.
 */
class LambdaBundleIT {
  private static final Path ZIP = Path.of("target/lambda/bundle.zip");
  private static final ByteArrayOutputStream LOG = new ByteArrayOutputStream();

  @TempDir private static Path task;
  private static LocalLambda lambda;
  private static BackendStub backend;

  @BeforeAll
  static void start() throws Exception {
    unzip();
    lambda =
        LocalLambda.start(
            LocalLambdaOptions.builder(
                    List.of(task),
                    "io.flexservices.aws.FlexLambdaHandler::handleRequest",
                    EventSource.AWS_HTTP)
                .customRuntime(true)
                // Where each class comes from.
                .environment(
                    Map.of(
                        "PATH",
                        System.getenv("PATH"),
                        "JAVA_TOOL_OPTIONS",
                        "-Xlog:class+load:stdout"))
                .log(new PrintStream(LOG, true, StandardCharsets.UTF_8))
                .build());
    assertThat(lambda.started().join()).as(log()).isTrue();
    backend = BackendStub.start();
  }

  @AfterAll
  static void stop() {
    lambda.close();
    backend.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"discovery", "data-routing", "functions", "auth", "modules-endpointrunner"})
  void answersAsTheReference(String group) throws Exception {
    VectorClient client = new VectorClient(lambda.url(), backend);
    for (Vector vector : Vector.ofGroup(group)) {
      VectorExpectation.of(Target.AWS_HTTP, vector).check(client.send(vector));
    }
  }

  /** Otherwise it would run all the same, and be slow. */
  @Test
  void takesItsClassesFromTheCache() {
    for (String name :
        List.of(
            "io.flexservices.aws.runtime.Bootstrap",
            "io.flexservices.aws.FlexLambdaHandler",
            // What a handler answered with, in the training run.
            "io.flexservices.completion.Outcome")) {
      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(() -> assertThat(log()).contains(name + " source: shared objects file"));
    }
  }

  /** Lambda takes 50 MB without a bucket in between, and 250 MB unpacked. */
  @Test
  void isSmallEnoughToBeUploaded() throws IOException {
    assertThat(Files.size(ZIP)).isLessThan(40_000_000);
  }

  private static void unzip() throws IOException {
    try (FileSystem zip = open();
        Stream<Path> files = Files.walk(zip.getPath("/"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = task.resolve(file.toString().substring(1));
        Files.createDirectories(target.getParent());
        Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
        Files.setPosixFilePermissions(target, Files.getPosixFilePermissions(file));
      }
    }
  }

  private static FileSystem open() throws IOException {
    return FileSystems.newFileSystem(
        URI.create("jar:" + ZIP.toAbsolutePath().toUri()),
        Map.of("enablePosixFileAttributes", true));
  }

  private static String log() {
    return LOG.toString(StandardCharsets.UTF_8);
  }
}
