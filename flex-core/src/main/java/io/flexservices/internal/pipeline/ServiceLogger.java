package io.flexservices.internal.pipeline;

import io.flexservices.log.JsonLogger;
import io.flexservices.log.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The logger of a service: on a thread that serves a request it is that request's, else the
 * service's own. The request is set and cleared around the handler by {@link RunningCall}, and by
 * nothing else.
 */
public final class ServiceLogger implements Logger {
  private final JsonLogger service;
  private final ThreadLocal<@Nullable JsonLogger> request = new ThreadLocal<>();

  /** The logger of a service that serves no request yet. */
  public ServiceLogger(JsonLogger service) {
    this.service = service;
  }

  /** The logger of the service itself. */
  JsonLogger service() {
    return service;
  }

  void enter(JsonLogger logger) {
    request.set(logger);
  }

  void leave() {
    request.remove();
  }

  @Override
  public void info(@Nullable Object message) {
    current().info(message);
  }

  @Override
  public void warn(@Nullable Object message) {
    current().warn(message);
  }

  @Override
  public void error(@Nullable Object message) {
    current().error(message);
  }

  @Override
  public void fatal(@Nullable Object message) {
    current().fatal(message);
  }

  private Logger current() {
    JsonLogger logger = request.get();
    return logger == null ? service : logger;
  }
}
