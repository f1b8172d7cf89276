package io.flexservices.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program, in a process of its own, which is ended in every way there is. */
class LocalLambdaMainTest {
  private static final String HANDLER = ProbeHandler.class.getName() + "::handleRequest";

  @TempDir private Path directory;
  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void endAll() {
    for (Process process : started) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  @Test
  void leavesNothingBehindWhenItIsKilledWhileAHandlerHangs() throws Exception {
    Process program = startProbe();
    ProcessHandle function = functionThatHangs(program);
    program.destroyForcibly().waitFor();
    await().atMost(Probe.LONG).until(() -> !function.isAlive());
  }

  @Test
  void leavesNothingBehindWhenItIsKilledWhileTheFunctionIsFrozen() throws Exception {
    Process program = startProbe("--freeze");
    String url = readyUrl(program);
    String pid = Probe.send(HttpRequest.newBuilder(URI.create(url + "/do-pid"))).body();
    ProcessHandle function = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    ProcessState.awaitFrozen(function.pid());
    program.destroyForcibly().waitFor();
    await().atMost(Probe.LONG).until(() -> !function.isAlive());
  }

  @Test
  void leavesNothingOfABundleBehindWhenItIsKilled() throws Exception {
    Path bootstrap = directory.resolve("bootstrap");
    Files.writeString(bootstrap, "#!/bin/sh\necho \"runs in $PWD\"\nexec sleep 600\n");
    assertThat(bootstrap.toFile().setExecutable(true)).isTrue();
    Process program =
        start("--bundle", directory.toString(), "--handler", "a.B", "--source", "aws-http");
    await()
        .atMost(Probe.LONG)
        .until(() -> Files.readString(errors()).contains("runs in " + directory));
    ProcessHandle function = program.children().findFirst().orElseThrow();
    assertThat(function.isAlive()).isTrue();
    program.destroyForcibly().waitFor();
    await().atMost(Probe.LONG).until(() -> !function.isAlive());
  }

  @Test
  void stopsWithinSecondsOnSigtermWhileAHandlerHangs() throws Exception {
    Process program = startProbe();
    ProcessHandle function = functionThatHangs(program);
    program.destroy();
    assertThat(program.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(program.exitValue()).isZero();
    assertThat(function.isAlive()).isFalse();
  }

  @Test
  void printsNothingButReadyOnStandardOutput() throws Exception {
    Process program = startProbe();
    String url = readyUrl(program);
    Probe.send(HttpRequest.newBuilder(URI.create(url + "/do-print")));
    program.destroy();
    assertThat(program.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(Files.readString(output())).isEqualTo("ready " + url + System.lineSeparator());
    assertThat(Files.readString(errors())).contains("to standard output", "to standard error");
  }

  @Test
  void explainsHowItIsUsed() throws Exception {
    Process program = start("--handler", HANDLER, "--source", "aws-http");
    assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(program.exitValue()).isEqualTo(2);
    assertThat(Files.readString(errors()))
        .startsWith("--jar is missing" + System.lineSeparator() + "usage: LocalLambdaMain --jar");
  }

  @Test
  void saysThatThePortIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0)) {
      Process program = startProbe("--port", Integer.toString(taken.getLocalPort()));
      assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(program.exitValue()).isEqualTo(1);
      assertThat(Files.readString(errors()))
          .contains("Port %d on 127.0.0.1 cannot be listened on".formatted(taken.getLocalPort()));
    }
  }

  private ProcessHandle functionThatHangs(Process program) throws Exception {
    String url = readyUrl(program);
    ProcessHandle function =
        program.children().findFirst().orElseThrow(() -> new AssertionError("no function"));
    CompletableFuture.runAsync(() -> hang(url));
    await().atMost(Probe.LONG).until(() -> Files.readString(errors()).contains("hanging"));
    assertThat(function.isAlive()).isTrue();
    return function;
  }

  /** Ends with the program. */
  private static void hang(String url) {
    try {
      Probe.send(HttpRequest.newBuilder(URI.create(url + "/do-hang")));
    } catch (Exception e) {
      // The connection breaks when the program is killed; the tests look at processes alone.
    }
  }

  private Process startProbe(String... more) throws IOException {
    List<String> arguments = new ArrayList<>();
    String jar =
        Probe.classPath().stream()
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator));
    arguments.addAll(List.of("--jar", jar, "--handler", HANDLER, "--source", "aws-http"));
    arguments.addAll(List.of(more));
    return start(arguments.toArray(String[]::new));
  }

  private Process start(String... arguments) throws IOException {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-cp", System.getProperty("java.class.path")));
    words.add(LocalLambdaMain.class.getName());
    words.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(words)
            .redirectOutput(output().toFile())
            .redirectError(errors().toFile())
            .start();
    started.add(process);
    return process;
  }

  private Path errors() {
    return directory.resolve("stderr");
  }

  private Path output() {
    return directory.resolve("stdout");
  }

  private String readyUrl(Process program) throws Exception {
    await()
        .atMost(Probe.LONG)
        .until(() -> Files.readString(output()).endsWith("\n") || !program.isAlive());
    assertThat(Files.readString(output()))
        .as(Files.readString(errors()))
        .matches("ready http://127\\.0\\.0\\.1:\\d+\\R");
    return Files.readString(output()).strip().substring("ready ".length());
  }
}
