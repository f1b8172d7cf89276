package io.flexservices.aws;

import io.flexservices.FlexOptions;
import io.flexservices.FlexSettings;
import io.flexservices.json.Throwables;
import io.flexservices.log.Logger;
import io.flexservices.runtime.FlexRuntime;
import io.flexservices.spi.Deadline;
import io.flexservices.spi.Platform;
import java.io.IOException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;

/**
 * Makes the way of a request ready before a snapshot: events of every kind and source go through
 * this adapter and the whole pipeline, again and again, so that their classes are loaded and what
 * runs often is compiled when the process is restored.
 *
 * <p>They are answered by a service that stands in for the user's and is thrown away afterwards. No
 * handler of the user's is called, since what one does nobody knows here; no line is logged,
 * nothing leaves the machine, and nothing of this is left in the runtime that serves requests.
 */
final class Priming {
  /** After so long it ends, however many rounds are left. */
  private static final Duration TIME = Duration.ofSeconds(10);

  private Priming() {}

  /**
   * Primes the process, as often as the service's options say. Never throws: a service that could
   * not be primed is deployed all the same, with a warning in its log, and its first requests take
   * longer.
   *
   * @param served the runtime that requests will go to
   */
  static void run(FlexRuntime served) {
    int rounds = served.options().primingRounds();
    if (rounds > 0) {
      try {
        run(served.options(), rounds, served.logger());
      } catch (IOException | RuntimeException | LinkageError | StackOverflowError e) {
        served.logger().warn("The snapshot could not be primed: " + Throwables.summary(e));
      }
    }
  }

  private static void run(FlexOptions served, int rounds, Logger logger) throws IOException {
    Deadline deadline = Deadline.in(TIME);
    int done = 0;
    try (PrimingBackend backend = PrimingBackend.start();
        FlexRuntime standIn = standIn(served)) {
      LambdaAdapter adapter = new LambdaAdapter(standIn, new InvokedFunction(Map.of()));
      List<byte[]> events = PrimingEvents.all(backend.url(), served.httpClient() == null);
      while (done < rounds && answersAll(adapter, events, deadline)) {
        done++;
      }
    }
    if (served.httpClient() == null) {
      primeTls();
    }
    logger.info(
        "The snapshot is primed: %d rounds in %d ms"
            .formatted(done, TIME.minus(deadline.remaining()).toMillis()));
  }

  private static boolean answersAll(LambdaAdapter adapter, List<byte[]> events, Deadline deadline) {
    for (byte[] event : events) {
      if (deadline.isSpent()) {
        return false;
      }
      adapter.answer(event, null);
    }
    return true;
  }

  /** With what decides which way a request takes in the service that will be served. */
  private static FlexRuntime standIn(FlexOptions served) {
    return FlexRuntime.of(new PrimingService(served))
        .on(new Platform("aws-lambda", true))
        .settings(FlexSettings.of(Map.of(), Map.of()))
        .logTo(line -> {})
        .background((event, http, deadline) -> {})
        .allowLoopbackBackend()
        .aheadOfSnapshot()
        .build();
  }

  /** Reads the certificates that the first call of Kinvey's backend would wait for. */
  private static void primeTls() {
    try {
      SSLContext.getDefault().getSocketFactory();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("The JDK has no TLS", e);
    }
  }
}
