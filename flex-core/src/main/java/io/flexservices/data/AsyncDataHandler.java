package io.flexservices.data;

import static java.util.Objects.requireNonNull;

import io.flexservices.completion.DataCompletion;
import io.flexservices.completion.Outcome;
import io.flexservices.modules.Modules;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The asynchronous form of {@link DataHandler}: the same contract, but the outcome may come later
 * and from any thread. A stage that fails counts as a throw, one that never completes as a handler
 * that is not done in time.
 */
@FunctionalInterface
public interface AsyncDataHandler {
  /**
   * Begins to answer one request.
   *
   * @param context what the request asks, read-only
   * @param complete where every call begins a fresh completion
   * @param modules Kinvey's services, on behalf of this request
   * @return a stage that completes with the outcome of {@code complete}
   * @throws Exception anything; it counts as a failed stage
   */
  CompletionStage<Outcome> handle(DataContext context, DataCompletion complete, Modules modules)
      throws Exception;

  /** A handler that gives its outcome itself, in this form; it runs before its stage is given. */
  static AsyncDataHandler of(DataHandler handler) {
    requireNonNull(handler, "handler == null");
    return (context, complete, modules) ->
        CompletableFuture.completedFuture(handler.handle(context, complete, modules));
  }
}
