package io.flexservices.internal.kinvey;

import static java.util.Objects.requireNonNull;

import io.flexservices.error.KinveyException;
import io.flexservices.spi.Deadline;
import io.flexservices.spi.PlatformHttp;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls of a platform's own services, by the client that calls Kinvey's backend. */
public final class PlatformCalls implements PlatformHttp {
  /** A platform's own services have no version of Kinvey's API. */
  private static final int NO_API = 0;

  private final BackendClient client;

  /** Calls by a client. */
  public PlatformCalls(BackendClient client) {
    this.client = requireNonNull(client, "client == null");
  }

  @Override
  public Answer send(
      String method,
      URI uri,
      Map<String, String> headers,
      byte @Nullable [] body,
      Deadline deadline) {
    BackendCall call = BackendCall.of(method, NO_API, uri.getHost());
    BackendRequest request =
        new BackendRequest(method, uri, uri.getRawPath(), Map.of(), headers, body);
    Redaction nothingSecret = new Redaction(new BackendApp(null, null, null, null), null);
    Exchange<BackendAnswer> exchange =
        new Exchange<>(client, call, request, nothingSecret, deadline, answer -> answer);
    try {
      BackendAnswer answer = BackendSession.await(exchange.start());
      return new Answer(answer.status(), answer.value());
    } catch (KinveyException e) {
      if (e.status() == 0) {
        throw e;
      }
      return new Answer(e.status(), e.body());
    }
  }
}
