package io.flexservices.local.lambda;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/**
 * The process that a function runs in. What it prints goes to the log, line by line, so that the
 * lines of several processes stay whole; its standard input is held open, and its {@link
 * ParentGuard}, or what {@link FunctionCommand} has in place of it, ends it when that closes.
 */
final class FunctionProcess {
  private static final Duration KILL_TIME = Duration.ofSeconds(5);

  private final Process process;
  private final Duration shutdownTime;

  private FunctionProcess(Process process, Duration shutdownTime) {
    this.process = process;
    this.shutdownTime = shutdownTime;
  }

  /**
   * Starts a process.
   *
   * @param runtimeApi the value of {@code AWS_LAMBDA_RUNTIME_API}
   * @param freezer stops it while it has nothing to do
   * @param shutdownTime how long it has to end by itself
   * @param log takes what it prints
   */
  static FunctionProcess start(
      FunctionCommand command,
      String runtimeApi,
      Freezer freezer,
      Duration shutdownTime,
      PrintStream log)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command.words()).redirectErrorStream(true);
    Path directory = command.directory();
    builder.directory(directory == null ? null : directory.toFile());
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
    return new FunctionProcess(process, shutdownTime);
  }

  /** Tells the status when the process ends. */
  void onExit(IntConsumer listener) {
    process.onExit().thenAccept(ended -> listener.accept(ended.exitValue()));
  }

  /** Ends it and what it has started, after the time that it has, and waits until it is gone. */
  void kill() {
    if (!shutdownTime.isZero()) {
      // Not by Process.destroy(), which closes the input as well, and with it ends the process at
      // once.
      process.toHandle().destroy();
      await(shutdownTime);
    }
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    await(KILL_TIME);
  }

  private void await(Duration time) {
    try {
      process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
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
