package io.flexservices.functions;

import static java.util.Objects.requireNonNull;

import io.flexservices.context.HandlerOptions;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * FlexFunctions: the hooks and custom endpoints of a service, each with a name that Kinvey's
 * console shows.
 */
public interface FlexFunctions {
  /**
   * Registers the asynchronous form of a function.
   *
   * @throws IllegalArgumentException where the name is empty
   * @throws IllegalStateException where the name is taken, or the service is built
   */
  FlexFunctions registerAsync(String name, HandlerOptions options, AsyncFunctionHandler handler);

  /** Registers it with the default options; errors as above. */
  default FlexFunctions registerAsync(String name, AsyncFunctionHandler handler) {
    return registerAsync(name, HandlerOptions.defaults(), handler);
  }

  /** Registers a function with the default options; errors as {@link #registerAsync}. */
  default FlexFunctions register(String name, FunctionHandler handler) {
    return register(name, HandlerOptions.defaults(), handler);
  }

  /** Registers a function; errors as {@link #registerAsync}. */
  default FlexFunctions register(String name, HandlerOptions options, FunctionHandler handler) {
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
