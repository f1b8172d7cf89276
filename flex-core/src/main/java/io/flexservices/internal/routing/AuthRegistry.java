package io.flexservices.internal.routing;

import io.flexservices.auth.AsyncAuthHandler;
import io.flexservices.auth.AuthHandler;
import io.flexservices.auth.FlexAuth;
import io.flexservices.context.HandlerOptions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The auth handlers of a service. Filled by one thread, then closed and read by many. */
public final class AuthRegistry implements FlexAuth {
  private final Registration<Registered<Object>> handlers = new Registration<>("auth handler");

  @Override
  public FlexAuth registerAsync(String name, HandlerOptions options, AsyncAuthHandler handler) {
    handlers.add(name, new Registered<>(handler, options));
    return this;
  }

  @Override
  public FlexAuth register(String name, HandlerOptions options, AuthHandler handler) {
    handlers.add(name, new Registered<>(handler, options));
    return this;
  }

  @Override
  public List<String> handlers() {
    return handlers.names();
  }

  /**
   * The handler of a name, a {@link AuthHandler} or an {@link AsyncAuthHandler}; null where there
   * is none.
   */
  public @Nullable Registered<Object> handler(String name) {
    return handlers.get(name);
  }

  /** Refuses registrations from now on. */
  public void close() {
    handlers.close();
  }
}
