package io.flexservices.internal.kinvey;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * The way of a service to Kinvey's backend. The HTTP client behind it is made by the first call and
 * serves all others, until the process is restored from a snapshot; until then nothing of it is
 * loaded. Safe to use from several threads.
 */
public final class BackendClient implements AutoCloseable {
  private final @Nullable Supplier<? extends SdkHttpClient> given;
  private final BackendHosts hosts;
  private final Executor workers;
  private final Executor spare;
  private boolean isAheadOfSnapshot;
  private @Nullable Transport transport;
  private boolean isClosed;

  /**
   * A client that has done nothing yet.
   *
   * @param given makes the HTTP client; null for the default
   * @param workers run the calls
   * @param spare runs what must not wait behind calls
   */
  public BackendClient(
      @Nullable Supplier<? extends SdkHttpClient> given,
      BackendHosts hosts,
      Executor workers,
      Executor spare) {
    this.given = given;
    this.hosts = requireNonNull(hosts, "hosts == null");
    this.workers = requireNonNull(workers, "workers == null");
    this.spare = requireNonNull(spare, "spare == null");
  }

  BackendHosts hosts() {
    return hosts;
  }

  Executor workers() {
    return workers;
  }

  Executor spare() {
    return spare;
  }

  /** Those of the service that is closed are not opened again. */
  synchronized Transport transport() {
    if (isClosed) {
      throw new RejectedExecutionException("The service is stopping");
    }
    if (transport == null) {
      transport = given == null ? Transport.ofJdk(!isAheadOfSnapshot) : Transport.of(given.get());
    }
    return transport;
  }

  /** A snapshot will be taken: until the restore the default client keeps no connection. */
  public synchronized void aheadOfSnapshot() {
    isAheadOfSnapshot = true;
  }

  /**
   * Lets go of the HTTP client of before a snapshot, where there is one: its peers have closed its
   * connections long since. The next call makes another.
   */
  public void restored() {
    Transport old = forget();
    if (old != null) {
      old.close();
    }
  }

  private synchronized @Nullable Transport forget() {
    Transport old = transport;
    transport = null;
    isAheadOfSnapshot = false;
    return old;
  }

  /** Lets go of the HTTP client, where there is one. */
  @Override
  public synchronized void close() {
    isClosed = true;
    if (transport != null) {
      transport.close();
    }
  }
}
