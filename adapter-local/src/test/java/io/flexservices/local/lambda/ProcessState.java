package io.flexservices.local.lambda;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What Linux says of a process: {@code /proc/PID/status}, as in proc(5). */
final class ProcessState {
  private ProcessState() {}

  static void awaitFrozen(long pid) {
    await().atMost(Probe.LONG).until(() -> of(pid) == 'T');
  }

  /** T for stopped, S and R for running. */
  static char of(long pid) throws IOException {
    return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
        .filter(line -> line.startsWith("State:"))
        .map(line -> line.substring("State:".length()).trim().charAt(0))
        .findFirst()
        .orElseThrow();
  }
}
