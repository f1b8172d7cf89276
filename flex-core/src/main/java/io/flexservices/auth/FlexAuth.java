package io.flexservices.auth;

import static java.util.Objects.requireNonNull;

import io.flexservices.context.HandlerOptions;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** FlexAuth: the logins of a service, each with a name that Kinvey's console shows. */
public interface FlexAuth {
  /**
   * Registers the asynchronous form of an auth handler.
   *
   * @throws IllegalArgumentException where the name is empty
   * @throws IllegalStateException where the name is taken, or the service is built
   */
  FlexAuth registerAsync(String name, HandlerOptions options, AsyncAuthHandler handler);

  /** Registers it with the default options; errors as above. */
  default FlexAuth registerAsync(String name, AsyncAuthHandler handler) {
    return registerAsync(name, HandlerOptions.defaults(), handler);
  }

  /** Registers an auth handler with the default options; errors as {@link #registerAsync}. */
  default FlexAuth register(String name, AuthHandler handler) {
    return register(name, HandlerOptions.defaults(), handler);
  }

  /** Registers an auth handler; errors as {@link #registerAsync}. */
  default FlexAuth register(String name, HandlerOptions options, AuthHandler handler) {
    requireNonNull(handler, "handler == null");
    return registerAsync(
        name,
        options,
        (context, complete, modules) ->
            CompletableFuture.completedFuture(handler.handle(context, complete, modules)));
  }

  /** The names of all handlers, in the order of their registration. */
  List<String> handlers();
}
