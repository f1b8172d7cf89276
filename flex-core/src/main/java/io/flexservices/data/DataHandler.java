package io.flexservices.data;

import io.flexservices.completion.DataCompletion;
import io.flexservices.completion.Outcome;
import io.flexservices.modules.Modules;

/**
 * Answers one data event of a service object.
 *
 * <p>Called once for each request, on a thread of its own for as long as it runs, and for several
 * requests at once; it may block. It ends by returning what {@code next()} or {@code done()} gave
 * it, once and only once: a second completion of the same request is logged and ignored. What it
 * throws becomes a 550 {@code FlexRuntimeError} that does not repeat the exception's text, and a
 * line in the log; so does a handler that is not done when its time is spent.
 */
@FunctionalInterface
public interface DataHandler {
  /**
   * Answers one request.
   *
   * @param context what the request asks, read-only
   * @param complete where every call begins a fresh completion
   * @param modules Kinvey's services, on behalf of this request
   * @return the outcome of {@code complete}
   * @throws Exception anything; see above
   */
  Outcome handle(DataContext context, DataCompletion complete, Modules modules) throws Exception;
}
