package io.flexservices.runtime;

import static java.util.Objects.requireNonNull;

import io.flexservices.internal.pipeline.DetachedPipeline;
import io.flexservices.spi.AnswerChannel;
import io.flexservices.spi.FlexRequest;
import io.flexservices.spi.FlexResponse;
import java.util.function.Consumer;

/**
 * Answers the requests of a server that can take an answer at any time and from any thread. A
 * platform that wants the answer as what its call returns uses {@link FlexRuntime#handle}, which
 * does the same. Safe to use from several threads.
 */
public final class DetachedRequests {
  private final DetachedPipeline pipeline;

  DetachedRequests(DetachedPipeline pipeline) {
    this.pipeline = pipeline;
  }

  /**
   * Begins to answer a request, within its deadline and the service's own, and returns at once.
   * Never throws.
   *
   * @param channel what carries the answer; one that it cannot carry becomes an error that it can
   * @param answered is told the answer, once: by a handler's thread, by the one that completes what
   *     an asynchronous handler returned, or by the one that watches the time. It must not wait
   * @return false where as many handlers run as may at once, or the service is stopping. Nobody is
   *     told anything then, and {@link FlexRuntime#handle} has the words for it
   */
  public boolean start(
      FlexRequest request, AnswerChannel channel, Consumer<FlexResponse> answered) {
    return pipeline.start(
        requireNonNull(request, "request == null"),
        requireNonNull(channel, "channel == null"),
        requireNonNull(answered, "answered == null"));
  }
}
