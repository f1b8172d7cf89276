package io.flexservices.internal.pipeline;

import io.flexservices.internal.worker.DeadlineWatch;
import io.flexservices.internal.worker.Promise;
import io.flexservices.spi.AnswerChannel;
import io.flexservices.spi.FlexRequest;
import io.flexservices.spi.FlexResponse;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
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

  /** How many handlers work without a thread. */
  private final AtomicInteger working = new AtomicInteger();

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
    } catch (RejectedExecutionException | OutOfMemoryError e) {
      return false; // The limit, or the system, has no thread to give.
    }
  }

  private void answer(FlexRequest request, AnswerChannel channel, Consumer<FlexResponse> answered) {
    // A promise, since it takes one answer only: the first, also where something fails on its way.
    Promise<FlexResponse> answer = new Promise<>();
    answer.tell((FlexResponse response) -> answered.accept(Pipeline.complete(request, response)));
    FlexResponse response =
        pipeline.respond(
            request, channel, null, new DetachedRunner(handlers, watch, working, answer));
    if (response != null) {
      answer.give(response);
    }
  }
}
