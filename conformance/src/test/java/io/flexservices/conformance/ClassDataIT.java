package io.flexservices.conformance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.local.bundle.ClassData;
import io.flexservices.local.bundle.ClassDataOptions;
import io.flexservices.local.lambda.EventSource;
import io.flexservices.local.lambda.LocalLambda;
import io.flexservices.local.lambda.LocalLambdaOptions;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The fixture with an archive of its classes, which the JDK that runs the tests has made: as a
 * server, and as a function without Lambda's client.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ClassDataIT {
  private static final String HANDLER = "io.flexservices.aws.FlexLambdaHandler::handleRequest";

  private static final String SECRET = "the secret of the archive";

  /** JDK 25.0.3 does not compare an AOT cache with the jar; class data is compared. */
  private static final boolean COMPARES_JARS = Runtime.version().feature() < 25;

  @TempDir private static Path server;
  @TempDir private static Path function;
  @TempDir private Path logs;

  @BeforeAll
  static void build() throws IOException {
    build("target/fixture-local.jar", server);
    build("target/lambda/function.jar", function);
  }

  @Test
  void serverTakesAllItsClassesFromTheArchive() throws Exception {
    Run run = runServer();
    run.assertAnswered();
    run.assertThatAllClassesAreArchived();
    assertThat(run.errors()).isEmpty();
  }

  @Test
  void serverStartsWhereAnotherJvmMadeTheArchive() throws Exception {
    Run run = withForeignArchive(server, this::runServer);
    run.assertAnswered();
    run.assertThatNoClassIsArchived();
  }

  @Test
  void serverStartsWhereItsJarHasChanged() throws Exception {
    Path jar = server.resolve("fixture-local.jar");
    FileTime time = Files.getLastModifiedTime(jar);
    Files.setLastModifiedTime(jar, FileTime.fromMillis(1_000_000_000_000L));
    try {
      Run run = runServer();
      run.assertAnswered();
      if (COMPARES_JARS) {
        run.assertThatNoClassIsArchived();
        assertThat(run.errors()).contains("Unable to use shared archive");
      }
    } finally {
      Files.setLastModifiedTime(jar, time);
    }
  }

  @Test
  void functionTakesAllItsClassesFromTheArchive() throws Exception {
    Run run = runFunction();
    run.assertAnswered();
    run.assertThatAllClassesAreArchived();
  }

  @Test
  void functionStartsWhereAnotherJvmMadeTheArchive() throws Exception {
    Run run = withForeignArchive(function, this::runFunction);
    run.assertAnswered();
    run.assertThatNoClassIsArchived();
  }

  /**
   * A service that was started and asked.
   *
   * @param answer the body
   * @param errors its standard error
   * @param classes the lines that tell where the project's classes came from
   */
  private record Run(RawHttp.Answer answer, String errors, List<String> classes) {
    private static final String ARCHIVED = " source: shared objects file";

    static Run of(RawHttp.Answer answer, String errors, Path log) throws IOException {
      List<String> classes =
          Files.readAllLines(log).stream()
              .filter(line -> line.startsWith("io.flexservices."))
              .toList();
      return new Run(answer, errors, classes);
    }

    void assertAnswered() {
      assertThat(answer.status()).as(errors).isEqualTo(200);
      assertThat(answer.json().string("_id")).isEqualTo("42");
    }

    void assertThatAllClassesAreArchived() {
      assertThat(classes).isNotEmpty();
      assertThat(classes).filteredOn(line -> !line.contains(ARCHIVED)).isEmpty();
    }

    void assertThatNoClassIsArchived() {
      assertThat(classes).isNotEmpty();
      assertThat(classes).filteredOn(line -> line.contains(ARCHIVED)).isEmpty();
    }
  }

  private interface Runner {
    Run run() throws Exception;
  }

  /**
   * By the file of arguments. Whatever the JVM says, the log begins with the service's own line.
   */
  private Run runServer() throws Exception {
    Path log = logs.resolve("classes.log");
    Path errors = logs.resolve("errors.log");
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                LoadedClasses.jvmOption(log),
                "@" + server.resolve("java.args"))
            .directory(logs.toFile())
            .redirectError(errors.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("FLEX_"));
    builder.environment().putAll(Map.of("FLEX_PORT", "0", "FLEX_SHARED_SECRET", SECRET));
    Process process = builder.start();
    try (BufferedReader output = process.inputReader(UTF_8)) {
      String line = output.readLine();
      assertThat(line).contains("Service listening on http://localhost:");
      RawHttp http = new RawHttp(line.replaceAll(".*(http://localhost:\\d+).*", "$1"));
      RawHttp.Answer answer = http.get("/widgets/42", "X-Auth-Key: " + SECRET);
      return Run.of(answer, Files.readString(errors), log);
    } finally {
      process.destroyForcibly();
      process.waitFor();
    }
  }

  private Run runFunction() throws Exception {
    Path log = logs.resolve("classes.log");
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    LocalLambdaOptions options =
        LocalLambdaOptions.builder(List.of(function), HANDLER, EventSource.AWS_HTTP)
            .customRuntime(true)
            .environment(
                Map.of(
                    "PATH",
                    System.getenv("PATH"),
                    "FLEX_SHARED_SECRET",
                    SECRET,
                    "JAVA_TOOL_OPTIONS",
                    LoadedClasses.jvmOption(log)))
            .log(new PrintStream(output, true, UTF_8))
            .build();
    try (LocalLambda lambda = LocalLambda.start(options)) {
      assertThat(lambda.started().join()).isTrue();
      RawHttp.Answer answer = new RawHttp(lambda.url()).get("/widgets/42", "X-Auth-Key: " + SECRET);
      return Run.of(answer, output.toString(UTF_8), log);
    }
  }

  /** With one that names another version of the JVM, as one has that another made. */
  private static Run withForeignArchive(Path directory, Runner runner) throws Exception {
    Path archive = archive(directory);
    byte[] own = Files.readAllBytes(archive);
    assertThat(archive.toFile().setWritable(true)).isTrue();
    byte[] foreign = own.clone();
    int version =
        new String(own, ISO_8859_1).indexOf(" (" + System.getProperty("java.vm.version") + ")");
    assertThat(version).isPositive();
    foreign[version + 2] = 'X';
    Files.write(archive, foreign);
    try {
      return runner.run();
    } finally {
      Files.write(archive, own);
    }
  }

  private static Path archive(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().matches(".*\\.(jsa|aot)")).findFirst().get();
    }
  }

  private static void build(String jar, Path output) throws IOException {
    ClassData.build(
        new ClassDataOptions(
            Path.of(jar),
            output,
            null,
            HANDLER,
            Path.of("src/lambda/training"),
            Map.of("PATH", System.getenv("PATH")),
            System.err));
  }
}
