package io.flexservices.internal.kinvey;

import static java.util.Objects.requireNonNull;

import io.flexservices.spi.Deadline;
import io.flexservices.spi.PlatformHttp;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * The way of a service to Kinvey's backend. The HTTP client behind it is made by the first call and
 * serves all others; until then nothing of it is loaded. Safe to use from several threads.
 */
public final class BackendClient implements PlatformHttp, AutoCloseable {
  private final @Nullable Supplier<? extends SdkHttpClient> given;
  private final BackendHosts hosts;
  private final Executor workers;
  private @Nullable Transport transport;

  /**
   * A client that has done nothing yet.
   *
   * @param given makes the HTTP client; null for the default
   * @param workers run the calls
   */
  public BackendClient(
      @Nullable Supplier<? extends SdkHttpClient> given, BackendHosts hosts, Executor workers) {
    this.given = given;
    this.hosts = requireNonNull(hosts, "hosts == null");
    this.workers = requireNonNull(workers, "workers == null");
  }

  BackendHosts hosts() {
    return hosts;
  }

  Executor workers() {
    return workers;
  }

  synchronized Transport transport() {
    if (transport == null) {
      transport = given == null ? Transport.ofJdk(workers) : Transport.of(given.get());
    }
    return transport;
  }

  @Override
  public Answer send(
      String method,
      URI uri,
      Map<String, String> headers,
      byte @Nullable [] body,
      Deadline deadline) {
    throw new UnsupportedOperationException("TODO");
  }

  /** Lets go of the HTTP client, where there is one. */
  @Override
  public synchronized void close() {
    if (transport != null) {
      transport.close();
    }
  }
}
