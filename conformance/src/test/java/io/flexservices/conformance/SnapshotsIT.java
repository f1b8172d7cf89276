package io.flexservices.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.FlexSetting;
import io.flexservices.conformance.platform.Build;
import io.flexservices.json.Json;
import io.flexservices.json.JsonObject;
import io.flexservices.local.lambda.EventSource;
import io.flexservices.local.lambda.LocalLambda;
import io.flexservices.local.lambda.LocalLambdaOptions;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service around a snapshot, whose hooks Lambda's real client calls. */
class SnapshotsIT {
  private static final String FIXTURE = "io.flexservices.conformance.fixture.FixtureService";

  private final ByteArrayOutputStream log = new ByteArrayOutputStream();

  @Test
  void callsNoHandlerBeforeASnapshotAndDropsConnectionsAfterTheRestore() throws Exception {
    try (RecordingBackend backend = new RecordingBackend()) {
      Map<String, String> environment = new HashMap<>();
      environment.put(SnapshotHandler.BACKEND, backend.url());
      LocalLambdaOptions options =
          options(List.of(Build.awsJar(), testClasses()), SnapshotHandler.class.getName())
              .environment(environment)
              .build();
      try (LocalLambda lambda = LocalLambda.start(options)) {
        assertThat(lambda.started().join()).as(log()).isTrue();
        String[] headers = backend.headers(SnapshotHandler.SECRET);
        RawHttp http = new RawHttp(lambda.url());
        JsonObject first = http.get("/things/1", headers).json();
        // One request came while it started, and this one.
        assertThat(first.integer("handled")).as(first.toString()).isEqualTo(2);
        assertThat(first.array("done").asList())
            .isEqualTo(List.of("before the snapshot", "after the restore"));
        assertThat(first.integer("clients")).isEqualTo(2);
        assertThat(first.integer("closed")).isEqualTo(1);
        JsonObject second = http.get("/things/1", headers).json();
        assertThat(second.integer("clients")).as("it is kept").isEqualTo(2);
        assertThat(backend.saves).hasSize(3);
        assertThat(log()).containsOnlyOnce("The snapshot is primed: ");
      }
    }
  }

  /** What of the library a first request needs has been loaded before the snapshot. */
  @Test
  void findsItsClassesLoadedAfterTheRestore(@TempDir Path directory) throws Exception {
    assertThat(loadedByFirstRequests(directory.resolve("primed"), 1))
        .as("classes of the library")
        .noneMatch(name -> name.startsWith("io.flexservices.") && !isOfTheFixture(name));
    assertThat(loadedByFirstRequests(directory.resolve("unprimed"), 0))
        .as("without priming")
        .filteredOn(name -> name.startsWith("io.flexservices."))
        .hasSizeGreaterThan(50);
  }

  private List<String> loadedByFirstRequests(Path classes, int rounds) throws Exception {
    Map<String, String> environment = new HashMap<>();
    environment.put(FlexSetting.SERVICE.environmentVariable(), FIXTURE);
    environment.put(FlexSetting.SHARED_SECRET.environmentVariable(), SnapshotHandler.SECRET);
    environment.put(FlexSetting.PRIMING_ROUNDS.environmentVariable(), Integer.toString(rounds));
    LocalLambdaOptions options =
        options(List.of(Build.awsJar()), "io.flexservices.aws.FlexLambdaHandler")
            .jvmOptions(List.of(LoadedClasses.jvmOption(classes)))
            .environment(environment)
            .build();
    try (LocalLambda lambda = LocalLambda.start(options)) {
      assertThat(lambda.started().join()).as(log()).isTrue();
      LoadedClasses before = LoadedClasses.in(classes);
      String[] headers = KinveyStub.headers("http://127.0.0.1:1", SnapshotHandler.SECRET);
      RawHttp http = new RawHttp(lambda.url());
      for (int time = 0; time < 2; time++) {
        assertThat(http.get("/widgets/42", headers).status()).isEqualTo(200);
        assertThat(http.get("/widgets/missing", headers).status()).isEqualTo(404);
        assertThat(http.post("/_flexFunctions/echo", echo(), headers).status()).isEqualTo(200);
        assertThat(http.post("/_auth/mySSO", login(), headers).status()).isEqualTo(200);
        assertThat(http.post("/_command/discover", "{}", headers).status()).isEqualTo(200);
        assertThat(http.get("/healthcheck").status()).isEqualTo(200);
      }
      return List.copyOf(LoadedClasses.in(classes).beyond(before).all());
    }
  }

  private static boolean isOfTheFixture(String name) {
    return name.startsWith("io.flexservices.conformance.");
  }

  private static String echo() {
    return Json.text(Map.of("body", List.of(1, 2.5, "three", true, Map.of("four", "five"))));
  }

  private static String login() {
    return Json.text(Map.of("username", "ada", "password", "opensesame"));
  }

  private LocalLambdaOptions.Builder options(List<Path> classPath, String handler) {
    return LocalLambdaOptions.builder(classPath, handler + "::handleRequest", EventSource.AWS_URL)
        .snapStart(true)
        .log(new PrintStream(log, true, StandardCharsets.UTF_8));
  }

  private String log() {
    return log.toString(StandardCharsets.UTF_8);
  }

  private static Path testClasses() throws Exception {
    return Path.of(SnapshotsIT.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
