package io.flexservices.local.lambda;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A way to a function: how an HTTP request becomes its event, and how its answer becomes HTTP
 * again. Both are pure functions.
 */
interface Gateway {
  /**
   * The event for a request.
   *
   * @throws io.flexservices.spi.RequestRejected where the gateway itself would refuse the request
   */
  Map<String, @Nullable Object> event(HttpCall call, Stamp stamp);

  /**
   * The HTTP answer that a function's answer stands for.
   *
   * @param answer what the function answered, read from JSON
   * @throws MalformedAnswer where it has not the shape
   */
  HttpAnswer answer(@Nullable Object answer);

  /** The status for a function that did not answer in time. */
  int timeoutStatus();

  /** How many bytes the body of a request may have on the platform. */
  long requestBodyLimit();

  /** How many bytes a function's answer may have on the platform. */
  long answerLimit();
}
