package io.flexservices.benchmarks.server;

import io.flexservices.benchmarks.report.ProcessFigures;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server in a process of its own, which has said what port it listens on. */
final class ServerProcess implements AutoCloseable {
  /** The same words in each of them; what comes last is the port. */
  private static final Pattern LISTENING =
      Pattern.compile("Service listening on (?:[^\\s\"]+:)?(\\d+)");

  private final Process process;
  private final int port;

  private ServerProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts a server and waits until it listens.
   *
   * @throws IOException where it ends before
   */
  static ServerProcess start(List<String> command, Map<String, String> environment)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory())
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().putAll(environment);
    Process process = builder.start();
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      Matcher listening = LISTENING.matcher(line);
      if (listening.find()) {
        discardRest(process.getInputStream());
        return new ServerProcess(process, Integer.parseInt(listening.group(1)));
      }
    }
    throw new IOException("The server did not start: " + String.join(" ", command));
  }

  /** The Node SDK logs each request to a file where it runs; on a disk that would cost it more. */
  private static File directory() throws IOException {
    File directory = Files.createTempDirectory("server").toFile();
    directory.deleteOnExit();
    File log = new File(directory, "output.log");
    Files.createSymbolicLink(log.toPath(), Path.of("/dev/null"));
    log.deleteOnExit();
    return directory;
  }

  /** A server whose output nobody reads would wait for that before long. */
  private static void discardRest(InputStream output) {
    Thread thread =
        new Thread(
            () -> {
              try (output) {
                output.transferTo(OutputStream.nullOutputStream());
              } catch (IOException e) {
                // It has ended.
              }
            },
            "server-output");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return port;
  }

  /** The processor's time that it took since its start. */
  Duration processorTime() {
    return process.info().totalCpuDuration().orElseThrow();
  }

  /** The bytes of memory that it has, as Linux counts them. */
  long residentBytes() throws IOException {
    return new ProcessFigures(process.pid()).residentBytes();
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
