package io.flexservices.aws;

import io.flexservices.spi.Deadline;
import io.flexservices.spi.FlexRequest;
import io.flexservices.spi.FlexResponse;
import io.flexservices.spi.RequestRejected;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A kind of event: how it becomes a request, and what its sender takes for an answer. No state. */
sealed interface EventSource
    permits RestApi, HttpApi, FunctionUrl, LoadBalancer, MultiValueLoadBalancer, DirectInvocation {
  /**
   * The request that an event is.
   *
   * @param bodyLimit how many bytes the body may have once it is decoded
   * @throws RequestRejected where the event is malformed, or its body is over the limit
   */
  FlexRequest request(EventObject event, long bodyLimit, Deadline deadline);

  /**
   * How long the sender of an event waits for its answer, whatever time the function has; null
   * where it waits for as long as that.
   */
  default @Nullable Duration patience(EventObject event) {
    return null;
  }

  /** The answer in the shape of this source, with no other members than it knows. */
  Map<String, @Nullable Object> answer(FlexResponse response);
}
