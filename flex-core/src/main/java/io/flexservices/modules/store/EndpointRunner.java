package io.flexservices.modules.store;

import static java.util.Objects.requireNonNull;

import io.flexservices.internal.kinvey.BackendSession;

/**
 * The custom endpoints of the app ({@code lib/service/modules/endpointRunner.js} of the Flex SDK,
 * 4.1.4). Business logic always runs: an endpoint is nothing else. A value; safe to use from
 * several threads.
 */
public final class EndpointRunner {
  private final BackendSession backend;
  private final StoreOptions options;

  /** Made by the runtime; a handler gets one from its modules. */
  public EndpointRunner(BackendSession backend, StoreOptions options) {
    this.backend = requireNonNull(backend, "backend == null");
    this.options = requireNonNull(options, "options == null").withUseBl(true);
  }

  /**
   * An endpoint by its name.
   *
   * @throws IllegalArgumentException where the name is empty
   */
  public Endpoint endpoint(String name) {
    requireNonNull(name, "name == null");
    if (name.isEmpty()) {
      throw new IllegalArgumentException("The name of an endpoint is empty");
    }
    return new Endpoint(name, backend, options);
  }
}
