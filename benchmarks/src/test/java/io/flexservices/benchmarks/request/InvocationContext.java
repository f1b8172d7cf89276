package io.flexservices.benchmarks.request;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;

/** An invocation that has thirty seconds left. */
final class InvocationContext implements Context {
  @Override
  public String getAwsRequestId() {
    return "8476a536-e9f4-11e8-9739-2dfe598c3fcd";
  }

  @Override
  public String getLogGroupName() {
    return "/aws/lambda/benchmark";
  }

  @Override
  public String getLogStreamName() {
    return "2026/11/22/[$LATEST]benchmark";
  }

  @Override
  public String getFunctionName() {
    return "benchmark";
  }

  @Override
  public String getFunctionVersion() {
    return "$LATEST";
  }

  @Override
  public String getInvokedFunctionArn() {
    return "arn:aws:lambda:eu-west-1:123456789012:function:benchmark";
  }

  @Override
  public CognitoIdentity getIdentity() {
    throw new UnsupportedOperationException("an HTTP event has none");
  }

  @Override
  public ClientContext getClientContext() {
    throw new UnsupportedOperationException("an HTTP event has none");
  }

  @Override
  public int getRemainingTimeInMillis() {
    return 30_000;
  }

  @Override
  public int getMemoryLimitInMB() {
    return 1_769;
  }

  @Override
  public LambdaLogger getLogger() {
    throw new UnsupportedOperationException("the service has its own logger");
  }
}
