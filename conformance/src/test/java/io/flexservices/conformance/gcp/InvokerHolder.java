package io.flexservices.conformance.gcp;

import java.util.Map;

/** A program that starts an invoker, prints its process id, and waits to be killed. */
final class InvokerHolder {
  private InvokerHolder() {}

  public static void main(String[] args) throws Exception {
    GcpInvoker invoker =
        GcpInvoker.start(
            ClassPath.ofTheFunction(),
            "io.flexservices.gcp.FlexHttpFunction",
            0,
            Map.of("FLEX_SERVICE", SeenService.class.getName()));
    System.out.println(invoker.pid());
    Thread.currentThread().join();
  }
}
