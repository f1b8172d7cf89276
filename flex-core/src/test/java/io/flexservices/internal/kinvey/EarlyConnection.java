package io.flexservices.internal.kinvey;

import io.flexservices.error.KinveyException;
import io.flexservices.internal.worker.PendingWork;
import io.flexservices.spi.Deadline;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A process in which somebody opens a connection before the first call to the backend, so that the
 * JDK has read its properties. Prints how often the backend was sent each of two POSTs, and what
 * was made of the answer to the second, a 401.
 */
final class EarlyConnection {
  private EarlyConnection() {}

  public static void main(String[] arguments) throws IOException {
    ExecutorService workers = Executors.newCachedThreadPool();
    try (RawBackend backend = new RawBackend();
        BackendClient client =
            new BackendClient(
                null, BackendHosts.of(List.of("http://127.0.0.1")), workers, workers)) {
      HttpURLConnection early =
          (HttpURLConnection) URI.create(backend.url()).toURL().openConnection();
      early.getResponseCode();
      int before = backend.requests().size();

      backend.thenDrop();
      post(client, backend);
      int dropped = backend.requests().size() - before;

      backend.thenJson(401, "{\"error\":\"InvalidCredentials\"}");
      KinveyException refused = post(client, backend);
      int answered = backend.requests().size() - before - dropped;
      System.out.println(dropped + " " + answered + " " + refused.status() + " " + refused.error());
    } finally {
      workers.shutdownNow();
    }
  }

  private static KinveyException post(BackendClient client, RawBackend backend) {
    BackendApp app = new BackendApp("kid_test", "a", "m", backend.url());
    RequestOrigin origin = new RequestOrigin(null, false, Deadline.in(Duration.ofSeconds(20)));
    BackendSession session =
        new BackendSession(client, () -> app, () -> null, origin, new PendingWork());
    BackendCall call = BackendCall.of("POST", 5, "appdata", "books", "").body(Map.of("a", 1));
    try {
      BackendSession.await(session.send(call, BackendAnswer::value));
    } catch (KinveyException e) {
      return e;
    }
    throw new IllegalStateException("The call did not fail");
  }
}
