package io.flexservices.local.lambda;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/**
 * The process that a function runs in. What it prints goes to the log, line by line, so that the
 * lines of several processes stay whole; its standard input is held open, and its {@link
 * ParentGuard} ends it when that closes.
 */
final class FunctionProcess {
  private static final long KILL_SECONDS = 5;

  private final Process process;

  private FunctionProcess(Process process) {
    this.process = process;
  }

  /**
   * Starts a process.
   *
   * @param runtimeApi the value of {@code AWS_LAMBDA_RUNTIME_API}
   * @param freezer stops it while it has nothing to do
   * @param log takes what it prints
   */
  static FunctionProcess start(
      FunctionCommand command, String runtimeApi, Freezer freezer, PrintStream log)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command.words()).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(command.environment());
    builder.environment().put("AWS_LAMBDA_RUNTIME_API", runtimeApi);
    Process process = builder.start();
    Thread printer = new Thread(() -> print(process, log), "lambda-function-output");
    printer.setDaemon(true);
    printer.start();
    try {
      freezer.watch(process);
    } catch (IOException e) {
      process.destroyForcibly();
      throw e;
    }
    return new FunctionProcess(process);
  }

  /** Tells the status when the process ends. */
  void onExit(IntConsumer listener) {
    process.onExit().thenAccept(ended -> listener.accept(ended.exitValue()));
  }

  /** Ends it and what it has started, and waits until it is gone. */
  void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    try {
      process.waitFor(KILL_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void print(Process process, PrintStream log) {
    InputStreamReader output =
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8);
    try (BufferedReader lines = new BufferedReader(output)) {
      lines.lines().forEach(log::println);
    } catch (IOException | UncheckedIOException e) {
      // The process was ended while its output was read: there is no more of it.
    }
  }
}
