package io.flexservices.internal.kinvey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.flexservices.error.KinveyException;
import io.flexservices.internal.worker.PendingWork;
import io.flexservices.json.JsonObject;
import io.flexservices.spi.Deadline;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * A client and a backend that may misbehave. After every test the client must go on: a good call is
 * answered, no worker is stuck, and at most one connection is open, kept for the next call.
 */
abstract class MisbehavingBackend {
  static final String MASTER_SECRET = "m4ster-s3cret";
  static final String WORKER = "worker-of-a-test";
  static final Duration PLENTY = Duration.ofSeconds(30);
  static final Duration SHORT = Duration.ofMillis(400);

  final ThreadPoolExecutor workers =
      new ThreadPoolExecutor(
          0, Integer.MAX_VALUE, 60, TimeUnit.SECONDS, new SynchronousQueue<>(), daemons());
  BackendClient client = client(null);
  RawBackend backend;

  @BeforeEach
  void start() throws IOException {
    backend = new RawBackend();
  }

  @AfterEach
  void goesOnAndHoldsNothing() throws Exception {
    try {
      backend.forgetReplies();
      backend.refuseBodies(false);
      backend.thenJson(200, "{\"next\":true}");
      int before = backend.requests().size();
      assertThat(call(get("next"))).isEqualTo(JsonObject.of(Map.of("next", true)));
      assertThat(backend.requests()).hasSize(before + 1);
      until(() -> workers.getActiveCount() == 0);
      until(() -> backend.openConnections() <= 1);
    } finally {
      client.close();
      backend.close();
      workers.shutdownNow();
    }
  }

  BackendClient client(Supplier<? extends SdkHttpClient> given) {
    return new BackendClient(given, BackendHosts.of(List.of("http://127.0.0.1")), workers, workers);
  }

  JsonObject call(BackendCall call) {
    return BackendSession.await(session(backend.url(), PLENTY).send(call, BackendAnswer::object));
  }

  KinveyException failure(BackendCall call) {
    return failure(session(backend.url(), PLENTY), call);
  }

  static KinveyException failure(BackendSession session, BackendCall call) {
    return catchThrowableOfType(
        KinveyException.class,
        () -> BackendSession.await(session.send(call, BackendAnswer::object)));
  }

  BackendSession session(String url, Duration time) {
    BackendApp app = new BackendApp("kid_test", "appsec", MASTER_SECRET, url);
    return new BackendSession(
        client,
        () -> app,
        () -> null,
        new RequestOrigin(null, false, Deadline.in(time)),
        new PendingWork());
  }

  static BackendCall get(String id) {
    return BackendCall.of("GET", 5, "appdata", "books", id);
  }

  static BackendCall post() {
    return BackendCall.of("POST", 5, "appdata", "books", "").body(Map.of("a", 1));
  }

  static void until(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
      Thread.sleep(5);
    }
  }

  private static ThreadFactory daemons() {
    return work -> {
      Thread thread = new Thread(work, WORKER);
      thread.setDaemon(true);
      return thread;
    };
  }
}
