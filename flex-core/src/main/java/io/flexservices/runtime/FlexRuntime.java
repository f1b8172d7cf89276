package io.flexservices.runtime;

import static java.util.Objects.requireNonNull;

import io.flexservices.FlexOptions;
import io.flexservices.FlexService;
import io.flexservices.FlexSetting;
import io.flexservices.FlexSettings;
import io.flexservices.error.KinveyError;
import io.flexservices.internal.kinvey.BackendClient;
import io.flexservices.internal.kinvey.BackendHosts;
import io.flexservices.internal.pipeline.ModuleTools;
import io.flexservices.internal.pipeline.Pipeline;
import io.flexservices.internal.pipeline.Registries;
import io.flexservices.internal.pipeline.ServiceLogger;
import io.flexservices.internal.pipeline.SnapshotActions;
import io.flexservices.internal.secret.Guard;
import io.flexservices.internal.secret.SecretAddress;
import io.flexservices.internal.worker.CallThreads;
import io.flexservices.internal.worker.HandlerThreads;
import io.flexservices.internal.worker.Wakefulness;
import io.flexservices.json.JsonObject;
import io.flexservices.json.Throwables;
import io.flexservices.log.JsonLogger;
import io.flexservices.log.LogSink;
import io.flexservices.log.Logger;
import io.flexservices.secret.SecretSchemes;
import io.flexservices.spi.AnswerChannel;
import io.flexservices.spi.BackgroundDispatcher;
import io.flexservices.spi.FlexRequest;
import io.flexservices.spi.FlexResponse;
import io.flexservices.spi.Platform;
import io.flexservices.spi.RequestRejected;
import io.flexservices.spi.TaskDelivery;
import java.time.Clock;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A service that is built and ready to answer: what an adapter makes once and hands every request.
 *
 * <pre>{@code
 * FlexRuntime runtime = FlexRuntime.of(service).on(new Platform("local")).build();
 * FlexResponse response = runtime.handle(request);
 * }</pre>
 *
 * <p>Safe to use from several threads; each request runs its handler on a worker thread of its own.
 */
public final class FlexRuntime implements AutoCloseable {
  private final FlexOptions options;
  private final Pipeline pipeline;
  private final Guard guard;
  private final ModuleTools tools;
  private final SnapshotActions beforeSnapshot;
  private final SnapshotActions afterRestore;
  private final List<String> backgroundTasks;
  private final JsonLogger logger;
  private final BackendClient backend;
  private final HandlerThreads threads;
  private final CallThreads calls;

  private FlexRuntime(
      FlexOptions options,
      Pipeline pipeline,
      Guard guard,
      ModuleTools tools,
      SnapshotActions beforeSnapshot,
      SnapshotActions afterRestore,
      List<String> backgroundTasks,
      JsonLogger logger,
      BackendClient backend,
      HandlerThreads threads,
      CallThreads calls) {
    this.options = options;
    this.backend = backend;
    this.pipeline = pipeline;
    this.guard = guard;
    this.tools = tools;
    this.beforeSnapshot = beforeSnapshot;
    this.afterRestore = afterRestore;
    this.backgroundTasks = List.copyOf(backgroundTasks);
    this.logger = logger;
    this.threads = threads;
    this.calls = calls;
  }

  /** A builder for a service, mutable and for one thread. */
  public static Builder of(FlexService service) {
    return new Builder(requireNonNull(service, "service == null"));
  }

  /** The options in force. */
  public FlexOptions options() {
    return options;
  }

  /** The logger of the service, for the adapter's own lines. */
  public Logger logger() {
    return logger;
  }

  /**
   * Answers a request, within its deadline and the service's own; the answer has any size and is
   * not compressed. Never throws.
   */
  public FlexResponse handle(FlexRequest request) {
    return handle(request, AnswerChannel.unlimited(false));
  }

  /**
   * Answers a request, within its deadline and the service's own. Never throws.
   *
   * @param channel what carries the answer; one that it cannot carry becomes an error that it can
   */
  public FlexResponse handle(FlexRequest request, AnswerChannel channel) {
    return pipeline.handle(
        requireNonNull(request, "request == null"),
        requireNonNull(channel, "channel == null"),
        null);
  }

  /**
   * Answers a request by which the platform may bring background work over HTTP. Never throws.
   *
   * @param task what the platform says of it; for any other request it changes nothing
   */
  public FlexResponse handle(FlexRequest request, AnswerChannel channel, TaskDelivery task) {
    return pipeline.handle(
        requireNonNull(request, "request == null"),
        requireNonNull(channel, "channel == null"),
        requireNonNull(task, "task == null"));
  }

  /** What answers requests of a server whose threads need not wait for the answers. */
  public DetachedRequests detached() {
    return new DetachedRequests(pipeline.detached());
  }

  /** The names of the background tasks, in the order of their registration. */
  public List<String> backgroundTasks() {
    return backgroundTasks;
  }

  /**
   * Does background work that the platform brings by itself, and not over HTTP: only those can send
   * it who may run the function. Never throws.
   *
   * @return 200 where the work is done; else it should be brought again. The body is an object that
   *     has the members {@code task} and {@code key} where the event was accepted
   */
  public FlexResponse runTask(JsonObject event, TaskDelivery delivery) {
    try {
      return pipeline.task(event, delivery);
    } catch (RequestRejected e) {
      logger.error("A background event is refused: " + e.error().debug());
      return pipeline.reject(e);
    } catch (Throwable e) {
      logger.error("Background work failed outside its task", e);
      return pipeline.reject(
          new RequestRejected(KinveyError.runtimeError("The service failed; its log says why")));
    }
  }

  /** The answer to a request that the adapter refuses while it translates it. */
  public FlexResponse reject(RequestRejected rejected) {
    return pipeline.reject(requireNonNull(rejected, "rejected == null"));
  }

  /**
   * To be called before a snapshot of the process is taken: what the service asked for by {@code
   * Flex.beforeSnapshot} is done. Never throws for what fails in that; the log tells.
   */
  public void beforeSnapshot() {
    beforeSnapshot.run(logger);
  }

  /**
   * To be called when the process was restored from a snapshot, before it answers anything. What
   * was fetched, opened or drawn before counts no more, since it may be weeks old, and others were
   * restored from the same snapshot: the next request fetches the shared secret, opens connections
   * to the backend, and takes new randomness for ids. Then what the service asked for by {@code
   * Flex.onRestore} is done. Never throws for what fails in that; the log tells.
   */
  public void restored() {
    guard.restored();
    tools.restored();
    try {
      backend.restored();
    } catch (RuntimeException | LinkageError e) {
      logger.warn(
          "The HTTP client of before the snapshot could not be closed: " + Throwables.summary(e));
    }
    afterRestore.run(logger);
  }

  /**
   * Lets go of the worker threads and of the connections to the backend; handlers that still run
   * are interrupted.
   */
  @Override
  public void close() {
    threads.close();
    calls.close();
    backend.close();
  }

  /** Collects what a runtime needs. */
  public static final class Builder {
    private final FlexService service;
    private Platform platform = new Platform("embedded");
    private FlexSettings settings = FlexSettings.ofProcess();
    private LogSink sink = LogSink.standardOutput();
    private Clock clock = Clock.systemUTC();
    private @Nullable RandomGenerator random;
    private boolean loopbackBackend;
    private boolean aheadOfSnapshot;
    private @Nullable SecretSchemes secretSchemes;
    private @Nullable BackgroundDispatcher dispatcher;

    private Builder(FlexService service) {
      this.service = service;
    }

    /** Where the service runs; the log says so. */
    public Builder on(Platform platform) {
      this.platform = requireNonNull(platform, "platform == null");
      return this;
    }

    /** What overrides the options of the code, in place of the process's own settings. */
    public Builder settings(FlexSettings settings) {
      this.settings = requireNonNull(settings, "settings == null");
      return this;
    }

    /** Where log lines go, in place of standard output. */
    public Builder logTo(LogSink sink) {
      this.sink = requireNonNull(sink, "sink == null");
      return this;
    }

    /** The time in the log lines and of entities, in place of the system's. */
    public Builder clock(Clock clock) {
      this.clock = requireNonNull(clock, "clock == null");
      return this;
    }

    /** What makes the ids of entities unique, in place of the system's randomness. */
    public Builder random(RandomGenerator random) {
      this.random = requireNonNull(random, "random == null");
      return this;
    }

    /** Takes background work to the platform; where there is none it is refused in words. */
    public Builder background(BackgroundDispatcher dispatcher) {
      this.dispatcher = requireNonNull(dispatcher, "dispatcher == null");
      return this;
    }

    /** Allows this machine, by http, as Kinvey's backend: for development. */
    public Builder allowLoopbackBackend() {
      this.loopbackBackend = true;
      return this;
    }

    /**
     * Says that a snapshot of the process will be taken, and {@link FlexRuntime#restored()} called
     * after it: connections to the backend are not kept until then.
     */
    public Builder aheadOfSnapshot() {
      this.aheadOfSnapshot = true;
      return this;
    }

    /** The kinds of sources of the shared secret that the platform has, beside {@code file:}. */
    public Builder secretSchemes(SecretSchemes schemes) {
      this.secretSchemes = requireNonNull(schemes, "schemes == null");
      return this;
    }

    /**
     * Lets the service register its handlers and closes the registries.
     *
     * @throws IllegalStateException where the service throws, or a setting has no valid value; the
     *     message says which service and why
     */
    public FlexRuntime build() {
      try {
        return start();
      } catch (RuntimeException | LinkageError e) {
        throw new IllegalStateException(
            "The Flex service "
                + service.getClass().getName()
                + " could not be started: "
                + Throwables.summary(e),
            e);
      }
    }

    private FlexRuntime start() {
      FlexOptions options = service.options().overriddenBy(settings);
      JsonLogger logger = new JsonLogger(sink, clock).with("platform", platform.name());
      if (platform.isPublic() && !options.isGuarded()) {
        logger.warn(
            "The service has no shared secret: everybody is served who finds its address. Set "
                + FlexSetting.SHARED_SECRET.environmentVariable()
                + " to what Kinvey's console has for it, or "
                + FlexSetting.SHARED_SECRET_SOURCE.environmentVariable()
                + " to where that is kept ("
                + SecretAddress.known(secretSchemes)
                + ")");
      }
      ServiceLogger serviceLogger = new ServiceLogger(logger);
      Registries registries = new Registries(serviceLogger, Version.VALUE);
      service.register(registries);
      registries.close();
      if (!registries.background().tasks().isEmpty() && !options.isGuarded()) {
        throw new IllegalArgumentException(
            "Background tasks need a shared secret, by which their events are signed. Set "
                + FlexSetting.SHARED_SECRET.environmentVariable());
      }
      HandlerThreads threads =
          new HandlerThreads(
              options.handlerLimit(), Wakefulness.on(Runtime.getRuntime().availableProcessors()));
      CallThreads calls = new CallThreads(options.handlerLimit());
      BackendClient backend =
          new BackendClient(options.httpClient(), hosts(options), calls, calls.spare());
      if (aheadOfSnapshot) {
        backend.aheadOfSnapshot();
      }
      Guard guard = Guard.of(options, secretSchemes, clock, calls.spare(), logger);
      ModuleTools tools =
          new ModuleTools(
              clock,
              random,
              options.authoritativeUsername(),
              backend,
              registries.background().tasks(),
              guard,
              dispatcher);
      return new FlexRuntime(
          options,
          new Pipeline(registries, options, guard, serviceLogger, tools, threads),
          guard,
          tools,
          registries.actionsBeforeSnapshot(),
          registries.actionsAfterRestore(),
          registries.background().tasks(),
          logger,
          backend,
          threads,
          calls);
    }

    private BackendHosts hosts(FlexOptions options) {
      BackendHosts hosts = BackendHosts.of(options.allowedBaasHosts());
      return loopbackBackend ? hosts.andLoopback() : hosts;
    }
  }
}
