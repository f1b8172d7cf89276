package io.flexservices.internal.routing;

import io.flexservices.context.HandlerOptions;
import io.flexservices.functions.AsyncFunctionHandler;
import io.flexservices.functions.FlexFunctions;
import io.flexservices.functions.FunctionHandler;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The functions of a service. Filled by one thread, then closed and read by many. */
public final class FunctionRegistry implements FlexFunctions {
  private final Registration<Registered<Object>> handlers = new Registration<>("function");

  @Override
  public FlexFunctions registerAsync(
      String name, HandlerOptions options, AsyncFunctionHandler handler) {
    handlers.add(name, new Registered<>(handler, options));
    return this;
  }

  @Override
  public FlexFunctions register(String name, HandlerOptions options, FunctionHandler handler) {
    handlers.add(name, new Registered<>(handler, options));
    return this;
  }

  @Override
  public List<String> handlers() {
    return handlers.names();
  }

  /**
   * The handler of a name, a {@link FunctionHandler} or an {@link AsyncFunctionHandler}; null where
   * there is none.
   */
  public @Nullable Registered<Object> handler(String name) {
    return handlers.get(name);
  }

  /** Refuses registrations from now on. */
  public void close() {
    handlers.close();
  }
}
