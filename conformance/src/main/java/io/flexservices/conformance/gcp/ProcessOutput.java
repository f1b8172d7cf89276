package io.flexservices.conformance.gcp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** Reads what a process prints, lest it stops at a full pipe, and keeps the last lines. */
final class ProcessOutput {
  private static final int KEPT = 1_000;

  private final Deque<String> lines = new ArrayDeque<>();
  private final Thread reader;

  private ProcessOutput(InputStream in, Consumer<String> log) {
    this.reader = new Thread(() -> read(in, log), "invoker-output");
  }

  static ProcessOutput of(InputStream in, Consumer<String> log) {
    ProcessOutput output = new ProcessOutput(in, log);
    output.reader.setDaemon(true);
    output.reader.start();
    return output;
  }

  List<String> lines() {
    synchronized (lines) {
      return List.copyOf(lines);
    }
  }

  /** Waits for the last lines of a process that has ended. */
  void awaitEnd() {
    try {
      reader.join(1_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void read(InputStream in, Consumer<String> log) {
    try (BufferedReader text =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = text.readLine(); line != null; line = text.readLine()) {
        keep(line);
        log.accept(line);
      }
    } catch (IOException e) {
      keep("(the output broke off: " + e.getMessage() + ")");
    }
  }

  private void keep(String line) {
    synchronized (lines) {
      lines.addLast(line);
      if (lines.size() > KEPT) {
        lines.removeFirst();
      }
    }
  }
}
