package io.flexservices.aws;

import io.flexservices.spi.AnswerChannel;
import io.flexservices.spi.Deadline;
import io.flexservices.spi.FlexRequest;
import io.flexservices.spi.FlexResponse;
import io.flexservices.spi.RequestRejected;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A kind of event: how it becomes a request, and what its sender takes for an answer. No state. */
sealed interface EventSource extends AnswerChannel
    permits RestApi, HttpApi, FunctionUrl, LoadBalancer, MultiValueLoadBalancer, DirectInvocation {
  /**
   * The largest answer of a synchronous invocation, in bytes of its JSON. The quotas say 6 MB; what
   * Lambda says where an answer is larger, {@code Response payload size exceeded maximum allowed
   * payload size (6291556 bytes)}, is more exact. The 10 MB of API Gateway are beyond that.
   *
   * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html">Lambda
   *     quotas</a>
   */
  long LAMBDA_LIMIT = 6_291_556;

  /** Far above what an answer has beside its body: a handler sets none of the headers. */
  long LONGEST_HEAD = 65_536;

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

  /** The method that an event names; null where it has none. */
  @Nullable String method(EventObject event);

  /** The answer in the shape of this source, with no other members than it knows, less the body. */
  Map<String, @Nullable Object> head(FlexResponse response);

  /** The form of the answer's body. */
  default AnswerBody body(FlexResponse response) {
    return response.isText() ? new AnswerBody.Text() : new AnswerBody.InBase64();
  }

  /** The whole answer in plain values. */
  default Map<String, @Nullable Object> answer(FlexResponse response) {
    Map<String, @Nullable Object> answer = head(response);
    answer.put("body", body(response).text(response.body()));
    return answer;
  }

  /** The whole answer in JSON. */
  default byte[] encode(FlexResponse response) {
    return AnswerJson.bytes(head(response), body(response), response.body());
  }

  @Override
  default long size(FlexResponse response) {
    return AnswerJson.size(head(response), body(response), response.body());
  }

  /** Without counting where the answer is far from the limit, be each character an escape. */
  @Override
  default boolean carries(FlexResponse response) {
    return JsonString.LONGEST_ESCAPE * (long) response.body().length + LONGEST_HEAD <= limit()
        || AnswerChannel.super.carries(response);
  }

  @Override
  default String words() {
    return "AWS Lambda";
  }

  @Override
  default long limit() {
    return LAMBDA_LIMIT;
  }

  @Override
  default boolean takesCompressed() {
    return true;
  }
}
