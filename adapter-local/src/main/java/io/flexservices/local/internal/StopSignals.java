package io.flexservices.local.internal;

import io.flexservices.log.Logger;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * SIGTERM and SIGINT: the first stops gracefully and ends the process with 0, the second ends it at
 * once with 1. A shutdown hook cannot tell a second signal, so {@code sun.misc.Signal} is used,
 * which the JDK keeps for this ({@code jdk.unsupported}); by reflection, because the compiler warns
 * of it.
 */
public final class StopSignals {
  private final Runnable stop;
  private final Logger logger;
  private final AtomicBoolean stopping = new AtomicBoolean();

  private StopSignals(Runnable stop, Logger logger) {
    this.stop = stop;
    this.logger = logger;
  }

  /** Runs {@code stop} when the process is told to stop, and then ends it. */
  public static void stopOnce(Runnable stop, Logger logger) {
    StopSignals signals = new StopSignals(stop, logger);
    try {
      signals.listen("TERM");
      signals.listen("INT");
    } catch (ReflectiveOperationException e) {
      Runtime.getRuntime().addShutdownHook(new Thread(stop, "flex-stop"));
    }
  }

  private void listen(String name) throws ReflectiveOperationException {
    Class<?> signal = Class.forName("sun.misc.Signal");
    Class<?> handler = Class.forName("sun.misc.SignalHandler");
    Object proxy =
        Proxy.newProxyInstance(
            handler.getClassLoader(),
            new Class<?>[] {handler},
            (self, method, arguments) -> {
              if (method.getName().equals("handle")) {
                received();
              }
              return null;
            });
    signal
        .getMethod("handle", signal, handler)
        .invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
  }

  private void received() {
    if (!stopping.compareAndSet(false, true)) {
      logger.warn("Stopped at once by a second signal");
      Runtime.getRuntime().halt(1);
    }
    logger.info("Stopping; another signal stops at once");
    // The JDK calls this on a daemon thread, and once the HTTP server has stopped there may be no
    // other than daemons: the process would end before background work is finished.
    Thread stopping = new Thread(this::stopAndExit, "flex-stop");
    stopping.setDaemon(false);
    stopping.start();
  }

  private void stopAndExit() {
    stop.run();
    System.exit(0);
  }
}
