package io.flexservices.internal.pipeline;

import io.flexservices.auth.AsyncAuthHandler;
import io.flexservices.context.HandlerOptions;
import io.flexservices.data.AsyncDataHandler;
import io.flexservices.functions.AsyncFunctionHandler;
import io.flexservices.internal.routing.Registered;
import java.util.concurrent.CompletableFuture;

/** The handlers that stand in where a service registered none, with the reference's words. */
final class NotImplemented {
  private static final String WORDS = "These methods are not implemented";

  private NotImplemented() {}

  static Registered<AsyncDataHandler> data() {
    return byDefault(
        (context, complete, modules) ->
            CompletableFuture.completedFuture(complete.notImplemented(WORDS).done()));
  }

  static Registered<AsyncFunctionHandler> function() {
    return byDefault(
        (context, complete, modules) ->
            CompletableFuture.completedFuture(complete.notImplemented(WORDS).done()));
  }

  static Registered<AsyncAuthHandler> auth() {
    return byDefault(
        (context, complete, modules) ->
            CompletableFuture.completedFuture(complete.notImplemented().done()));
  }

  private static <H> Registered<H> byDefault(H handler) {
    return new Registered<>(handler, HandlerOptions.defaults());
  }
}
