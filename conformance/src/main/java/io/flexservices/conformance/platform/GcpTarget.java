package io.flexservices.conformance.platform;

import io.flexservices.conformance.gcp.GcpInvoker;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The fixture on Google's own invoker, in a process of its own. */
final class GcpTarget implements RunningTarget {
  private final GcpInvoker invoker;

  private GcpTarget(GcpInvoker invoker) {
    this.invoker = invoker;
  }

  static RunningTarget start(TargetOptions options) {
    try {
      return new GcpTarget(
          GcpInvoker.start(
              List.of(Build.gcpJar()),
              "io.flexservices.gcp.FlexHttpFunction",
              options.port(),
              environment(options),
              System.err::println));
    } catch (IOException e) {
      throw new IllegalStateException(String.valueOf(e.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while the invoker started", e);
    }
  }

  /** The platform counts in whole seconds. */
  private static Map<String, String> environment(TargetOptions options) {
    Map<String, String> environment = options.environment();
    if (options.deadlineMs() != null) {
      long seconds = Math.max(1, (options.deadlineMs() + 999) / 1_000);
      environment.put("CLOUD_RUN_TIMEOUT_SECONDS", Long.toString(seconds));
    }
    return environment;
  }

  @Override
  public String url() {
    return "http://127.0.0.1:" + invoker.port();
  }

  @Override
  public void close() {
    invoker.close();
  }
}
