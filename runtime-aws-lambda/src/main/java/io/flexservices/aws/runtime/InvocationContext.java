package io.flexservices.aws.runtime;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.LambdaRuntime;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * What a handler may ask about its event. What only AWS's mobile SDK sends is null: it invokes
 * functions directly, while Kinvey does it over HTTP.
 */
final class InvocationContext implements Context {
  private final Invocation invocation;
  private final FunctionVariables function;
  private final Clock clock;

  InvocationContext(Invocation invocation, FunctionVariables function, Clock clock) {
    this.invocation = invocation;
    this.function = function;
    this.clock = clock;
  }

  @Override
  public String getAwsRequestId() {
    return invocation.id();
  }

  @Override
  public @Nullable String getLogGroupName() {
    return function.logGroup();
  }

  @Override
  public @Nullable String getLogStreamName() {
    return function.logStream();
  }

  @Override
  public @Nullable String getFunctionName() {
    return function.name();
  }

  @Override
  public @Nullable String getFunctionVersion() {
    return function.version();
  }

  @Override
  public @Nullable String getInvokedFunctionArn() {
    return invocation.functionArn();
  }

  @Override
  public @Nullable CognitoIdentity getIdentity() {
    return null;
  }

  @Override
  public @Nullable ClientContext getClientContext() {
    return null;
  }

  /** Until the deadline; 0 once it has passed. */
  @Override
  public int getRemainingTimeInMillis() {
    long left = invocation.deadline() - clock.millis();
    return (int) Math.max(0, Math.min(left, Integer.MAX_VALUE));
  }

  @Override
  public int getMemoryLimitInMB() {
    return function.memory();
  }

  /** One that writes to standard output, where Lambda takes the log from. */
  @Override
  public LambdaLogger getLogger() {
    return LambdaRuntime.getLogger();
  }

  @Override
  public @Nullable String getXrayTraceId() {
    return invocation.traceId();
  }
}
