package io.flexservices.internal.pipeline;

import io.flexservices.internal.worker.DeadlineWatch;
import io.flexservices.spi.AnswerChannel;
import io.flexservices.spi.FlexRequest;
import io.flexservices.spi.FlexResponse;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/**
 * The way of a request where the thread that brings it does not wait for the answer: one thread
 * goes all of it, and is left for the next request while an asynchronous handler works. Safe to use
 * from several threads.
 */
public final class DetachedPipeline {
  private final Pipeline pipeline;
  private final HandlerRunner handlers;
  private final DeadlineWatch watch = new DeadlineWatch();

  DetachedPipeline(Pipeline pipeline, HandlerRunner handlers) {
    this.pipeline = pipeline;
    this.handlers = handlers;
  }

  /**
   * Begins to answer a request. Never throws.
   *
   * @param answered is told the answer, once, from whatever thread has it; must not wait
   * @return false where there is no thread for it; then nobody is told anything
   */
  public boolean start(
      FlexRequest request, AnswerChannel channel, Consumer<FlexResponse> answered) {
    try {
      handlers.threads().start(() -> answer(request, channel, answered));
      return true;
    } catch (RejectedExecutionException e) {
      return false;
    }
  }

  private void answer(FlexRequest request, AnswerChannel channel, Consumer<FlexResponse> answered) {
    Consumer<FlexResponse> completed =
        (FlexResponse response) -> answered.accept(Pipeline.complete(request, response));
    FlexResponse response =
        pipeline.respond(request, channel, null, new DetachedRunner(handlers, watch, completed));
    if (response != null) {
      completed.accept(response);
    }
  }
}
