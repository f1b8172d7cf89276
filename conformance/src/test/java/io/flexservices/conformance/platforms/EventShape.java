package io.flexservices.conformance.platforms;

import io.flexservices.conformance.platform.Target;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** How a source of events hands a client's request over, by its documents. */
interface EventShape {
  /** The event, to be varied. */
  Event of(ClientRequest request);

  /**
   * The shape of a target's events.
   *
   * @throws IllegalArgumentException where the target has none: it is a server
   */
  static EventShape of(Target target) {
    return switch (target) {
      case AWS_REST -> new RestApiShape();
      case AWS_HTTP -> new HttpApiShape();
      case AWS_URL -> new FunctionUrlShape();
      case AWS_ALB -> new LoadBalancerShape(false);
      case AWS_ALB_MULTI -> new LoadBalancerShape(true);
      case LOCAL, GCP -> throw new IllegalArgumentException(target + " takes no events");
    };
  }

  /** The body, where there is one, in Base64 where the case wants that. */
  static @Nullable String body(ClientRequest request) {
    if (request.body().length == 0) {
      return null;
    }
    return request.isBase64()
        ? Base64.getEncoder().encodeToString(request.body())
        : new String(request.body(), StandardCharsets.UTF_8);
  }
}
