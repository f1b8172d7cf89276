package io.flexservices.aws.runtime;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.flexservices.log.JsonLogger;
import io.flexservices.log.LogSink;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;

/**
 * The program of a bundle for Lambda's runtime {@code provided.al2023}: it makes the function's
 * handler, and then hands it one event after the other, over one connection to the Runtime API.
 *
 * <p>The handler is what the function's setting {@code Handler} names ({@code _HANDLER}), and must
 * be a {@link RequestStreamHandler} with a public constructor without parameters. The program ends
 * with 1 where it cannot be made, after Lambda was told why; where the Runtime API fails; and after
 * an error that leaves a JVM in doubt. Lambda then starts another one.
 *
 * <p>Source: Lambda's developer guide, "Building a custom runtime for AWS Lambda".
 */
public final class Bootstrap {
  private static final int FAILED = 1;

  private final RuntimeApi api;
  private final FunctionVariables function;
  private final Clock clock;
  private final JsonLogger logger;

  private Bootstrap(RuntimeApi api, FunctionVariables function, Clock clock, JsonLogger logger) {
    this.api = api;
    this.function = function;
    this.clock = clock;
    this.logger = logger;
  }

  /** Runs until the Runtime API or the handler fails. */
  public static void main(String[] arguments) {
    int status = FAILED;
    try {
      status = run(System.getenv(), LogSink.standardOutput(), Clock.systemUTC());
    } finally {
      // Not by returning, nor by an error that even the log has no room for: threads of the service
      // may still run, and Lambda would wait for them.
      System.exit(status);
    }
  }

  /**
   * Runs until the Runtime API or the handler fails; gives the status that the process ends with.
   *
   * @param environment what Lambda sets
   * @param sink takes what there is to say, beside what the service logs itself
   * @param clock tells what is left until an event's deadline
   */
  static int run(Map<String, String> environment, LogSink sink, Clock clock) {
    JsonLogger logger = new JsonLogger(sink, clock);
    try (RuntimeApi api = RuntimeApi.at(environment.get("AWS_LAMBDA_RUNTIME_API"))) {
      return new Bootstrap(api, new FunctionVariables(environment), clock, logger).run();
    } catch (IOException | IllegalArgumentException e) {
      logger.error("The Runtime API of Lambda failed", e);
    } catch (RuntimeException | Error e) {
      logger.error("The loop over events failed", e);
    }
    return FAILED;
  }

  private int run() throws IOException {
    RequestStreamHandler handler;
    try {
      handler = HandlerName.of(function.handler()).make(Bootstrap.class.getClassLoader());
    } catch (Throwable e) {
      logger.error("The function's handler cannot be made", e);
      api.failToStart(e);
      return FAILED;
    }
    new EventLoop(api, handler, function, clock, logger).run();
    return FAILED;
  }
}
