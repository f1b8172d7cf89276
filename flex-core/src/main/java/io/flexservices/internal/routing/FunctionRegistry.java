package io.flexservices.internal.routing;

import io.flexservices.context.HandlerOptions;
import io.flexservices.functions.AsyncFunctionHandler;
import io.flexservices.functions.FlexFunctions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The functions of a service. Filled by one thread, then closed and read by many. */
public final class FunctionRegistry implements FlexFunctions {
  private final Registration<Registered<AsyncFunctionHandler>> handlers =
      new Registration<>("function");

  @Override
  public FlexFunctions registerAsync(
      String name, HandlerOptions options, AsyncFunctionHandler handler) {
    handlers.add(name, new Registered<>(handler, options));
    return this;
  }

  @Override
  public List<String> handlers() {
    return handlers.names();
  }

  /** The handler of a name, or null where there is none. */
  public @Nullable Registered<AsyncFunctionHandler> handler(String name) {
    return handlers.get(name);
  }

  /** Refuses registrations from now on. */
  public void close() {
    handlers.close();
  }
}
