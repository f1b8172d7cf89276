package io.flexservices.local;

import static java.util.Objects.requireNonNull;

import io.flexservices.FlexOptions;
import io.flexservices.FlexService;
import io.flexservices.FlexSetting;
import io.flexservices.FlexSettings;
import io.flexservices.local.background.LocalBackground;
import io.flexservices.local.internal.HttpFront;
import io.flexservices.local.internal.StopSignals;
import io.flexservices.log.LogSink;
import io.flexservices.modules.background.BackgroundException;
import io.flexservices.runtime.FlexRuntime;
import io.flexservices.runtime.ServiceFinder;
import io.flexservices.spi.Deadline;
import io.flexservices.spi.Platform;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

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
 * knows, until SIGTERM or SIGINT; then requests in flight and background work that is due finish,
 * for 50 seconds at most, and a second signal stops at once.
 */
public final class FlexLocalServer implements AutoCloseable {
  private static final Platform PLATFORM = new Platform("local");

  private static final String JOURNAL = "flex-background.jsonl";

  private final FlexRuntime runtime;
  private final HttpFront front;
  private final @Nullable LocalBackground background;

  private FlexLocalServer(
      FlexRuntime runtime, HttpFront front, @Nullable LocalBackground background) {
    this.runtime = runtime;
    this.front = front;
    this.background = background;
  }

  /**
   * Starts a service with the settings of this process.
   *
   * @throws IllegalStateException where the server cannot listen, or another server uses the
   *     journal of its background work; the message says why
   */
  public static FlexLocalServer start(FlexService service) {
    return start(service, FlexSettings.ofProcess(), LogSink.standardOutput());
  }

  /**
   * Starts a service with other settings and another sink for its log.
   *
   * @throws IllegalStateException where the server cannot listen, or another server uses the
   *     journal of its background work; the message says why
   */
  public static FlexLocalServer start(FlexService service, FlexSettings settings, LogSink sink) {
    // A service without tasks never has it, and nothing of it is loaded.
    AtomicReference<@Nullable LocalBackground> background = new AtomicReference<>();
    FlexRuntime runtime =
        FlexRuntime.of(requireNonNull(service, "service == null"))
            .on(PLATFORM)
            .allowLoopbackBackend()
            .settings(settings)
            .logTo(sink)
            .background(
                (event, http, deadline) ->
                    requireNonNull(background.get(), "no task is registered")
                        .dispatch(event, http, deadline))
            .build();
    try {
      if (!runtime.backgroundTasks().isEmpty()) {
        background.set(open(runtime, settings));
      }
      return listen(runtime, background.get());
    } catch (RuntimeException e) {
      runtime.close();
      throw e;
    }
  }

  private static LocalBackground open(FlexRuntime runtime, FlexSettings settings) {
    String journal = settings.get(FlexSetting.BACKGROUND_JOURNAL);
    try {
      return LocalBackground.open(
          Path.of(journal == null ? JOURNAL : journal), runtime::runTask, runtime.logger());
    } catch (BackgroundException | InvalidPathException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  /** Only a server that listens begins the work that an earlier one left. */
  private static FlexLocalServer listen(FlexRuntime runtime, @Nullable LocalBackground background) {
    FlexOptions options = runtime.options();
    try {
      HttpFront front = HttpFront.listen(options.host(), options.port(), new LocalHandler(runtime));
      if (background != null) {
        background.start();
      }
      return new FlexLocalServer(runtime, front, background);
    } catch (RuntimeException e) {
      if (background != null) {
        background.stop(Deadline.in(Duration.ZERO));
      }
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

  /**
   * Takes no more requests, lets those in flight and background work that is due finish (50 seconds
   * at most for both), and stops.
   */
  @Override
  public void close() {
    Deadline grace = Deadline.in(HttpFront.STOP_TIMEOUT);
    front.stop();
    if (background != null) {
      background.stop(grace);
    }
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
