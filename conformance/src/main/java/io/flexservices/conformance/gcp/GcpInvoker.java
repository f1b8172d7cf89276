package io.flexservices.conformance.gcp;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.BindException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Google's own {@code java-function-invoker}, the program that runs a function on the platform, as
 * a process of its own. It holds Jackson and Jetty under their own names, so that it is never on
 * this process's class path.
 *
 * <pre>{@code
 * try (GcpInvoker invoker = GcpInvoker.start(
 *     List.of(Path.of("target/gcp/function.jar")), "io.flexservices.gcp.FlexHttpFunction", 0,
 *     Map.of("FLEX_SERVICE", "com.example.WidgetService"))) {
 *   call(invoker.uri().resolve("/widgets"));
 * }
 * }</pre>
 *
 * <p>The process ends when this one ends, even by SIGKILL. May be used from any thread.
 */
public final class GcpInvoker implements AutoCloseable {
  private static final Duration START_TIME = Duration.ofSeconds(60);
  private static final Duration STOP_TIME = Duration.ofSeconds(10);
  private static final int TRIES = 5;

  private final Process process;
  private final int port;
  private final ProcessOutput output;

  private GcpInvoker(Process process, int port, ProcessOutput output) {
    this.process = process;
    this.port = port;
    this.output = output;
  }

  /**
   * Starts the invoker and waits until it answers.
   *
   * @param classPath the deployable function: jars or directories of classes
   * @param target the class of the function
   * @param port where to listen, on all addresses; 0 for any port that is free
   * @param environment variables for the function beside those of this process
   * @throws BindException where the port is taken
   * @throws IOException where the invoker ends or does not answer; the message has what it printed
   * @throws InterruptedException where the thread is interrupted while it waits
   */
  public static GcpInvoker start(
      List<Path> classPath, String target, int port, Map<String, String> environment)
      throws IOException, InterruptedException {
    return start(classPath, target, port, environment, line -> {});
  }

  /**
   * Starts the invoker as {@link #start(List, String, int, Map)} does, and hands on what it prints.
   *
   * @param log takes each line of the process's output, on a thread of its own
   */
  public static GcpInvoker start(
      List<Path> classPath,
      String target,
      int port,
      Map<String, String> environment,
      Consumer<String> log)
      throws IOException, InterruptedException {
    requireNonNull(log, "log == null");
    InvokerCommand command = InvokerCommand.of(classPath, target, environment);
    for (int tries = 1; ; tries++) {
      GcpInvoker invoker = launch(command, port == 0 ? freePort() : checkFree(port), log);
      if (invoker.awaitAnswer()) {
        return invoker;
      }
      invoker.close();
      if (port != 0 || tries == TRIES || !invoker.lostItsPort()) {
        throw new IOException("The invoker did not start; it printed:\n" + invoker.text());
      }
    }
  }

  /** Where it answers. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** The port it listens on. */
  public int port() {
    return port;
  }

  /** The process's id. */
  public long pid() {
    return process.pid();
  }

  /** The last lines that it printed, the function's log among them. */
  public List<String> output() {
    return output.lines();
  }

  /** Stops the process and waits until it has ended. */
  @Override
  public void close() {
    process.destroy();
    boolean interrupted = false;
    try {
      if (!process.waitFor(STOP_TIME.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      interrupted = true;
    }
    output.awaitEnd();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static GcpInvoker launch(InvokerCommand command, int port, Consumer<String> log)
      throws IOException {
    Process process = command.start(port);
    return new GcpInvoker(process, port, ProcessOutput.of(process.getInputStream(), log));
  }

  /** False where the process ends instead. */
  private boolean awaitAnswer() throws IOException, InterruptedException {
    long end = System.nanoTime() + START_TIME.toNanos();
    try {
      while (System.nanoTime() - end < 0) {
        if (process.waitFor(25, TimeUnit.MILLISECONDS)) {
          return false;
        }
        if (answers()) {
          return true;
        }
      }
    } catch (InterruptedException e) {
      close();
      throw e;
    }
    return false;
  }

  /** The invoker answers for this path itself, without asking the function. */
  private boolean answers() {
    try {
      HttpURLConnection connection =
          (HttpURLConnection) uri().resolve("/robots.txt").toURL().openConnection();
      connection.setConnectTimeout(1_000);
      connection.setReadTimeout(5_000);
      try {
        return connection.getResponseCode() > 0;
      } finally {
        connection.disconnect();
      }
    } catch (IOException e) {
      return false; // Not yet.
    }
  }

  private boolean lostItsPort() {
    return text().contains(BindException.class.getName());
  }

  private String text() {
    return String.join("\n", output.lines());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** The invoker itself would share a port with another invoker (SO_REUSEPORT), and not say so. */
  private static int checkFree(int port) throws IOException {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress((InetAddress) null, port));
      return port;
    } catch (BindException e) {
      throw (BindException) new BindException("The port " + port + " is taken").initCause(e);
    }
  }
}
