package io.flexservices.testkit;

import static java.util.Objects.requireNonNull;

import io.flexservices.FlexService;
import io.flexservices.FlexSettings;
import io.flexservices.json.JsonObject;
import io.flexservices.runtime.FlexRuntime;
import io.flexservices.spi.Platform;
import java.util.List;
import java.util.Map;

/**
 * Sends a service the requests that Kinvey would send it, in memory: the same routing, contexts,
 * completions and errors as on every platform, without a server.
 *
 * <p>Each of {@link #get}, {@link #post}, {@link #function} and the like begins a builder for one
 * request; its {@code send()} calls the service and waits for the answer. The service's shared
 * secret is sent along unless {@link TestRequest#authKey} says otherwise. Handlers that call
 * Kinvey's backend find a {@link FakeBackend} there, by {@link #withBackend}: this machine counts
 * among the allowed hosts.
 *
 * <p>Safe to use from several threads. Closing it is only needed where handlers may still run: the
 * threads that it holds do not keep a process from ending.
 */
public final class FlexTestClient implements AutoCloseable {
  private static final String KINVEY = "https://baas.kinvey.com";

  private final FlexRuntime runtime;
  private final LogLines log;
  private final String baasUrl;

  private FlexTestClient(FlexRuntime runtime, LogLines log, String baasUrl) {
    this.runtime = runtime;
    this.log = log;
    this.baasUrl = baasUrl;
  }

  /**
   * A client of a service that runs with the options of its own code; what the environment of the
   * test process sets does not count.
   *
   * @throws RuntimeException what the service throws while it registers its handlers
   */
  public static FlexTestClient of(FlexService service) {
    return of(service, FlexSettings.of(Map.of(), Map.of()));
  }

  /**
   * A client of a service that runs with settings.
   *
   * @throws RuntimeException what the service throws while it registers its handlers, or a setting
   *     that has no valid value
   */
  public static FlexTestClient of(FlexService service, FlexSettings settings) {
    requireNonNull(service, "service == null");
    requireNonNull(settings, "settings == null");
    LogLines log = new LogLines();
    FlexRuntime runtime =
        FlexRuntime.of(service)
            .on(new Platform("test"))
            .settings(settings)
            .logTo(log)
            .allowLoopbackBackend()
            .build();
    return new FlexTestClient(runtime, log, KINVEY);
  }

  /** A client of the same service, with the same log, whose requests name this backend. */
  public FlexTestClient withBackend(FakeBackend backend) {
    requireNonNull(backend, "backend == null");
    return new FlexTestClient(runtime, log, backend.url());
  }

  /** Begins {@code GET} of a path, which may have a query string; both are encoded already. */
  public PathRequest get(String path) {
    return request("GET", path);
  }

  /** Begins {@code POST} to a path. */
  public PathRequest post(String path) {
    return request("POST", path);
  }

  /** Begins {@code PUT} to a path. */
  public PathRequest put(String path) {
    return request("PUT", path);
  }

  /** Begins {@code DELETE} of a path. */
  public PathRequest delete(String path) {
    return request("DELETE", path);
  }

  /** Begins a request with any method. */
  public PathRequest request(String method, String path) {
    requireNonNull(method, "method == null");
    requireNonNull(path, "path == null");
    return new PathRequest(exchange(), method, path);
  }

  /** Begins a call of a FlexFunction, a hook or a custom endpoint, by its name. */
  public FunctionRequest function(String name) {
    requireNonNull(name, "name == null");
    return new FunctionRequest(exchange(), name);
  }

  /** Begins a login by a FlexAuth handler, by its name. */
  public LoginRequest login(String name) {
    requireNonNull(name, "name == null");
    return new LoginRequest(exchange(), name);
  }

  /** The lines that the service logged so far, in order. */
  public List<JsonObject> logLines() {
    return log.all();
  }

  /** Ends the service's threads; handlers that still run are interrupted. */
  @Override
  public void close() {
    runtime.close();
  }

  private Exchange exchange() {
    return new Exchange(runtime, baasUrl);
  }
}
