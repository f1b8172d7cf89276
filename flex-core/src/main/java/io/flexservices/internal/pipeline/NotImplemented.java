package io.flexservices.internal.pipeline;

import io.flexservices.auth.AsyncAuthHandler;
import io.flexservices.data.AsyncDataHandler;
import io.flexservices.functions.AsyncFunctionHandler;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The handlers that stand in where a service registered none, with the reference's words. */
final class NotImplemented {
  private static final String WORDS = "These methods are not implemented";

  private NotImplemented() {}

  static AsyncDataHandler data(@Nullable AsyncDataHandler handler) {
    return handler != null
        ? handler
        : (context, complete, modules) ->
            CompletableFuture.completedFuture(complete.notImplemented(WORDS).done());
  }

  static AsyncFunctionHandler function(@Nullable AsyncFunctionHandler handler) {
    return handler != null
        ? handler
        : (context, complete, modules) ->
            CompletableFuture.completedFuture(complete.notImplemented(WORDS).done());
  }

  static AsyncAuthHandler auth(@Nullable AsyncAuthHandler handler) {
    return handler != null
        ? handler
        : (context, complete, modules) ->
            CompletableFuture.completedFuture(complete.notImplemented().done());
  }
}
