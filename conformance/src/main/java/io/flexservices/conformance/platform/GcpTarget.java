package io.flexservices.conformance.platform;

import io.flexservices.conformance.gcp.GcpInvoker;
import java.io.IOException;
import java.util.List;

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
              options.environment(),
              System.err::println));
    } catch (IOException e) {
      throw new IllegalStateException(String.valueOf(e.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while the invoker started", e);
    }
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
