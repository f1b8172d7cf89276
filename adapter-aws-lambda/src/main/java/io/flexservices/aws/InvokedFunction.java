package io.flexservices.aws;

import com.amazonaws.services.lambda.runtime.Context;
import io.flexservices.spi.BackgroundDispatcher;
import io.flexservices.spi.BackgroundEvent;
import io.flexservices.spi.Deadline;
import io.flexservices.spi.PlatformHttp;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * This function as it was last invoked, to which background work goes. How it gets there is loaded
 * when there is some: most functions have none. Safe for several threads.
 */
final class InvokedFunction implements BackgroundDispatcher {
  private final Map<String, String> environment;
  private volatile @Nullable Context invocation;

  InvokedFunction(Map<String, String> environment) {
    this.environment = environment;
  }

  /**
   * Whether Lambda takes a snapshot of this process once it has started. Source: Lambda's developer
   * guide, "Using Lambda environment variables".
   */
  boolean startsFromSnapshot() {
    return "snap-start".equals(environment.get("AWS_LAMBDA_INITIALIZATION_TYPE"));
  }

  /** An event came in this context. */
  void invokedIn(@Nullable Context context) {
    invocation = context;
  }

  @Override
  public void dispatch(BackgroundEvent event, PlatformHttp http, Deadline deadline) {
    new SelfInvocation(new FunctionIdentity(environment, invocation))
        .dispatch(event, http, deadline);
  }
}
