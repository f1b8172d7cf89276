package io.flexservices.local.lambda;

/**
 * What the platform takes at most, in bytes.
 *
 * <p>Sources: the quotas of Lambda (synchronous invocations), of API Gateway (payload size), and of
 * Application Load Balancers with Lambda targets.
 */
final class PlatformLimits {
  /** An event of a synchronous invocation. */
  static final long EVENT = 6_291_456;

  /** An event of an asynchronous invocation. */
  static final long ASYNC_EVENT = 1_048_576;

  /** The answer to one that is synchronous. */
  static final long ANSWER = 6_291_556;

  /** The body of a request to API Gateway. */
  static final long API_GATEWAY_BODY = 10_485_760;

  /** The body of a request to a load balancer, and the whole answer of a function behind it. */
  static final long LOAD_BALANCER = 1_048_576;

  /** What is passed on without the platform's limits: enough to see the function's own. */
  static final long EVENT_WITHOUT_LIMITS = 41_943_040;

  private PlatformLimits() {}
}
