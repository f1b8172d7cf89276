package io.flexservices.local;

import static java.util.Objects.requireNonNull;

import io.flexservices.FlexOptions;
import io.flexservices.FlexService;
import io.flexservices.FlexSettings;
import io.flexservices.local.internal.HttpFront;
import io.flexservices.local.internal.StopSignals;
import io.flexservices.log.LogSink;
import io.flexservices.runtime.FlexRuntime;
import io.flexservices.runtime.ServiceFinder;
import io.flexservices.spi.Platform;

/**
 * Serves a Flex service over HTTP, on {@code localhost:10001} unless the options say otherwise.
 *
 * <pre>{@code
 * try (FlexLocalServer server = FlexLocalServer.start(new WidgetService())) {
 *   System.out.println(server.url());
 * }
 * }</pre>
 *
 * <p>As a program it runs the service that {@code FLEX_SERVICE} names or the {@code ServiceLoader}
 * knows, until SIGTERM or SIGINT; then requests in flight finish, for 50 seconds at most, and a
 * second signal stops at once.
 */
public final class FlexLocalServer implements AutoCloseable {
  private static final Platform PLATFORM = new Platform("local");

  private final FlexRuntime runtime;
  private final HttpFront front;

  private FlexLocalServer(FlexRuntime runtime, HttpFront front) {
    this.runtime = runtime;
    this.front = front;
  }

  /**
   * Starts a service with the settings of this process.
   *
   * @throws IllegalStateException where the server cannot listen; the message says why
   */
  public static FlexLocalServer start(FlexService service) {
    return start(service, FlexSettings.ofProcess(), LogSink.standardOutput());
  }

  /**
   * Starts a service with other settings and another sink for its log.
   *
   * @throws IllegalStateException where the server cannot listen; the message says why
   */
  public static FlexLocalServer start(FlexService service, FlexSettings settings, LogSink sink) {
    FlexRuntime runtime =
        FlexRuntime.of(requireNonNull(service, "service == null"))
            .on(PLATFORM)
            .allowLoopbackBackend()
            .settings(settings)
            .logTo(sink)
            .build();
    try {
      FlexOptions options = runtime.options();
      HttpFront front = HttpFront.listen(options.host(), options.port(), new LocalHandler(runtime));
      return new FlexLocalServer(runtime, front);
    } catch (RuntimeException e) {
      runtime.close();
      throw e;
    }
  }

  /** The port that the server listens on. */
  public int port() {
    return front.port();
  }

  /** The address of the server, for example {@code http://localhost:10001}. */
  public String url() {
    return "http://" + reachable(runtime.options().host()) + ":" + port();
  }

  /** What stands for all addresses is none that one can call. */
  private static String reachable(String host) {
    if (host.equals("0.0.0.0") || host.equals("::")) {
      return "localhost";
    }
    return host.indexOf(':') < 0 ? host : "[" + host + "]";
  }

  /** Takes no more requests, lets those in flight finish (50 seconds at most), and stops. */
  @Override
  public void close() {
    front.stop();
    runtime.close();
  }

  /** Runs the service until the process is told to stop. */
  public static void main(String[] arguments) {
    FlexLocalServer server;
    try {
      server = start(find());
    } catch (IllegalStateException | IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(1);
      return;
    }
    StopSignals.stopOnce(server::close, server.runtime.logger());
    server.runtime.logger().info("Service listening on " + server.url());
  }

  private static FlexService find() {
    return ServiceFinder.find(FlexSettings.ofProcess(), FlexLocalServer.class.getClassLoader());
  }
}
