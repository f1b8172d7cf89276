package io.flexservices.conformance.gcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class GcpInvokerTest {
  private static final String FUNCTION = "io.flexservices.gcp.FlexHttpFunction";
  private static final Map<String, String> SERVICE =
      Map.of("FLEX_SERVICE", SeenService.class.getName());

  @Test
  void runsSeveralSideBySideAndStopsThem() throws Exception {
    List<String> log = new CopyOnWriteArrayList<>();
    GcpInvoker first = GcpInvoker.start(ClassPath.ofTheFunction(), FUNCTION, 0, SERVICE, log::add);
    GcpInvoker second = GcpInvoker.start(ClassPath.ofTheFunction(), FUNCTION, 0, SERVICE);
    try (first;
        second) {
      assertThat(first.port()).isNotEqualTo(second.port());
      assertThat(RawHttp.get(first.uri(), "/healthcheck").body()).isEqualTo("{\"healthy\":true}");
      assertThat(RawHttp.get(second.uri(), "/healthcheck").body()).isEqualTo("{\"healthy\":true}");
    }

    assertThat(log).isEqualTo(first.output()).anyMatch(line -> line.contains("Serving function"));
    assertThat(ProcessHandle.of(first.pid()).filter(ProcessHandle::isAlive)).isEmpty();
    assertThatThrownBy(() -> RawHttp.get(second.uri(), "/healthcheck"))
        .isInstanceOf(ConnectException.class);
  }

  @Test
  void saysThatAPortIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0)) {
      int port = taken.getLocalPort();

      assertThatThrownBy(() -> GcpInvoker.start(ClassPath.ofTheFunction(), FUNCTION, port, SERVICE))
          .isInstanceOf(BindException.class)
          .hasMessage("The port " + port + " is taken");
    }
  }

  @Test
  void neverSharesAPortWithAnotherInvoker() throws Exception {
    try (GcpInvoker first = GcpInvoker.start(ClassPath.ofTheFunction(), FUNCTION, 0, SERVICE)) {
      assertThatThrownBy(
              () -> GcpInvoker.start(ClassPath.ofTheFunction(), FUNCTION, first.port(), SERVICE))
          .isInstanceOf(BindException.class);
    }
  }

  @Test
  void showsWhyAFunctionDoesNotStart() {
    assertThatThrownBy(
            () ->
                GcpInvoker.start(
                    ClassPath.ofTheFunction(), FUNCTION, 0, Map.of("FLEX_SERVICE", "NoSuch")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("There is no class NoSuch on the class path");
  }

  @Test
  void saysThatAJarIsNotBuilt() {
    assertThatThrownBy(
            () -> GcpInvoker.start(List.of(Path.of("no-such.jar")), FUNCTION, 0, SERVICE))
        .isInstanceOf(FileNotFoundException.class)
        .hasMessage("no-such.jar is missing; run this first: mvn -q -DskipTests package");
  }

  @Test
  void endsWithItsParent() throws Exception {
    Process parent =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                InvokerHolder.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    ProcessHandle invoker;
    try (BufferedReader output = parent.inputReader()) {
      invoker = ProcessHandle.of(Long.parseLong(output.readLine())).orElseThrow();
      assertThat(invoker.isAlive()).isTrue();
    } finally {
      parent.destroyForcibly();
    }

    await().atMost(Duration.ofSeconds(30)).until(() -> !invoker.isAlive());
  }
}
