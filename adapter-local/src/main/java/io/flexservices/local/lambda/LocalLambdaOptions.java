package io.flexservices.local.lambda;

import static java.util.Objects.requireNonNull;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a {@link LocalLambda} runs, and how. A value; {@link #builder} has the defaults.
 *
 * @param classPath the deployable jar, or several jars and directories; with {@code customRuntime}
 *     the directory of a bundle alone
 * @param handler the handler's name as Lambda takes it: {@code package.Class::method}
 * @param source which event source HTTP is translated to
 * @param port the port of the HTTP front on the loopback interface; 0 for any that is free
 * @param timeout how long the function has for an event
 * @param platformLimits whether to refuse what the platform would refuse
 * @param concurrency how many environments run side by side at most
 * @param maxConcurrency how many events one environment has at once, as on Lambda Managed Instances
 *     ({@code AWS_LAMBDA_MAX_CONCURRENCY}); 0 for one, without that mode
 * @param snapStart whether a process starts as under Lambda's SnapStart: its hooks are called
 *     before a snapshot, then it waits until there is an event, and its hooks after a restore are
 *     called. Nothing is stored
 * @param freeze whether a process is stopped while it has nothing to do
 * @param verifySignatures whether invocations must be signed by the function's own credentials
 * @param asyncRules how often asynchronous invocations are tried
 * @param customRuntime whether the code brings its own runtime, as for Lambda's {@code
 *     provided.al2023}: the executable {@code bootstrap} is then run, in its directory
 * @param shutdownTime how long a process that is stopped has after SIGTERM, until it is killed;
 *     zero kills it at once
 * @param jvmOptions options of the function's JVM, after those that Lambda sets
 * @param environment the function's environment, beside what Lambda sets
 * @param log takes what the function prints, and a sentence for whatever goes wrong
 */
public record LocalLambdaOptions(
    List<Path> classPath,
    String handler,
    EventSource source,
    int port,
    Duration timeout,
    boolean platformLimits,
    int concurrency,
    int maxConcurrency,
    boolean snapStart,
    boolean freeze,
    boolean verifySignatures,
    AsyncRules asyncRules,
    boolean customRuntime,
    Duration shutdownTime,
    List<String> jvmOptions,
    Map<String, String> environment,
    PrintStream log) {

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException where one does not do; the message says which and why
   */
  public LocalLambdaOptions {
    classPath = List.copyOf(classPath);
    jvmOptions = List.copyOf(jvmOptions);
    environment = Map.copyOf(environment);
    requireNonNull(source, "source == null");
    requireNonNull(asyncRules, "asyncRules == null");
    requireNonNull(log, "log == null");
    check(!classPath.isEmpty(), "the class path is empty");
    classPath.forEach(
        entry -> check(Files.exists(entry), "there is no %s; build it first".formatted(entry)));
    check(
        !customRuntime || isBundle(classPath), "there is no executable bootstrap in " + classPath);
    check(
        !customRuntime || jvmOptions.isEmpty() && maxConcurrency == 0,
        "a bundle starts its JVM itself and takes one event at a time");
    check(
        !snapStart || !customRuntime && maxConcurrency == 0,
        "snapshots are taken of managed runtimes alone, with one event at a time");
    check(!handler.isBlank(), "the handler is blank");
    check(port >= 0 && port <= 65_535, "port is not within 0 and 65535: " + port);
    check(timeout.toMillis() > 0, "timeout <= 0: " + timeout);
    check(!shutdownTime.isNegative(), "shutdownTime < 0: " + shutdownTime);
    check(concurrency > 0, "concurrency < 1: " + concurrency);
    check(maxConcurrency >= 0, "maxConcurrency < 0: " + maxConcurrency);
  }

  /**
   * A builder, mutable and for one thread, with the defaults: a port that is free, 60 seconds, no
   * limits of the platform, one environment, no snapshot, no freezing, no signatures, Lambda's
   * rules for asynchronous invocations, the environment of this process, and its standard error for
   * a log.
   */
  public static Builder builder(List<Path> classPath, String handler, EventSource source) {
    return new Builder(
        requireNonNull(classPath, "classPath == null"),
        requireNonNull(handler, "handler == null"),
        requireNonNull(source, "source == null"));
  }

  /** How many events one environment has at once. */
  int eventsAtOnce() {
    return Math.max(1, maxConcurrency);
  }

  private static boolean isBundle(List<Path> classPath) {
    return classPath.size() == 1 && Files.isExecutable(classPath.get(0).resolve("bootstrap"));
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  /** Collects the options. */
  public static final class Builder {
    private final List<Path> classPath;
    private final String handler;
    private final EventSource source;
    private int port;
    private Duration timeout = Duration.ofSeconds(60);
    private boolean platformLimits;
    private int concurrency = 1;
    private int maxConcurrency;
    private boolean snapStart;
    private boolean freeze;
    private boolean verifySignatures;
    private AsyncRules asyncRules = AsyncRules.LAMBDA;
    private boolean customRuntime;
    private Duration shutdownTime = Duration.ZERO;
    private List<String> jvmOptions = List.of();
    private Map<String, String> environment = System.getenv();
    private PrintStream log = System.err;

    private Builder(List<Path> classPath, String handler, EventSource source) {
      this.classPath = classPath;
      this.handler = handler;
      this.source = source;
    }

    /** The port of the HTTP front; 0 for any that is free. */
    public Builder port(int port) {
      this.port = port;
      return this;
    }

    /** How long the function has for an event. */
    public Builder timeout(Duration timeout) {
      this.timeout = requireNonNull(timeout, "timeout == null");
      return this;
    }

    /** Whether to refuse what the platform would refuse, and to decode what it decodes. */
    public Builder platformLimits(boolean platformLimits) {
      this.platformLimits = platformLimits;
      return this;
    }

    /** How many environments run side by side at most. */
    public Builder concurrency(int concurrency) {
      this.concurrency = concurrency;
      return this;
    }

    /** How many events one environment has at once; 0 for one, without the concurrent mode. */
    public Builder maxConcurrency(int maxConcurrency) {
      this.maxConcurrency = maxConcurrency;
      return this;
    }

    /** Whether a function's process starts as under SnapStart, with the hooks around a snapshot. */
    public Builder snapStart(boolean snapStart) {
      this.snapStart = snapStart;
      return this;
    }

    /** Whether a function's process is stopped while it has nothing to do, as Lambda does it. */
    public Builder freeze(boolean freeze) {
      this.freeze = freeze;
      return this;
    }

    /**
     * Whether the Invoke API takes only requests that are signed, by Signature Version 4, with
     * {@code AWS_ACCESS_KEY_ID} and {@code AWS_SECRET_ACCESS_KEY} of the function's environment.
     */
    public Builder verifySignatures(boolean verifySignatures) {
      this.verifySignatures = verifySignatures;
      return this;
    }

    /** How often asynchronous invocations are tried, in place of Lambda's rules. */
    public Builder asyncRules(AsyncRules asyncRules) {
      this.asyncRules = requireNonNull(asyncRules, "asyncRules == null");
      return this;
    }

    /** Whether to run the executable {@code bootstrap} in the directory that is the class path. */
    public Builder customRuntime(boolean customRuntime) {
      this.customRuntime = customRuntime;
      return this;
    }

    /** How long a process has to end by itself when it is stopped. */
    public Builder shutdownTime(Duration shutdownTime) {
      this.shutdownTime = requireNonNull(shutdownTime, "shutdownTime == null");
      return this;
    }

    /** Options of the function's JVM. */
    public Builder jvmOptions(List<String> jvmOptions) {
      this.jvmOptions = requireNonNull(jvmOptions, "jvmOptions == null");
      return this;
    }

    /** The function's environment, in place of this process's. */
    public Builder environment(Map<String, String> environment) {
      this.environment = requireNonNull(environment, "environment == null");
      return this;
    }

    /** Where the function's output goes, and what the local runtime has to say. */
    public Builder log(PrintStream log) {
      this.log = requireNonNull(log, "log == null");
      return this;
    }

    /**
     * The options.
     *
     * @throws IllegalArgumentException where one does not do; the message says which and why
     */
    public LocalLambdaOptions build() {
      return new LocalLambdaOptions(
          classPath,
          handler,
          source,
          port,
          timeout,
          platformLimits,
          concurrency,
          maxConcurrency,
          snapStart,
          freeze,
          verifySignatures,
          asyncRules,
          customRuntime,
          shutdownTime,
          jvmOptions,
          environment,
          log);
    }
  }
}
