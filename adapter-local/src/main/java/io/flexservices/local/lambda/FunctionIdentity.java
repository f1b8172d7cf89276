package io.flexservices.local.lambda;

import java.util.Map;

/**
 * Who the function claims to be.
 *
 * @param name the function's name
 * @param region the region that it claims to run in
 */
record FunctionIdentity(String name, String region) {
  /** The account that AWS's own documents use in examples. */
  static final String ACCOUNT = "123456789012";

  /** The id of the API or the URL in front of the function. */
  static final String API = "local";

  /** The identity that the environment names, or else {@code function} in {@code us-east-1}. */
  static FunctionIdentity of(Map<String, String> environment) {
    String region =
        environment.getOrDefault(
            "AWS_REGION", environment.getOrDefault("AWS_DEFAULT_REGION", "us-east-1"));
    return new FunctionIdentity(
        environment.getOrDefault("AWS_LAMBDA_FUNCTION_NAME", "function"), region);
  }

  /** The function's ARN. */
  String arn() {
    return "arn:aws:lambda:" + region + ":" + ACCOUNT + ":function:" + name;
  }

  /** The ARN of the load balancer's target group. */
  String targetGroupArn() {
    return "arn:aws:elasticloadbalancing:"
        + region
        + ":"
        + ACCOUNT
        + ":targetgroup/"
        + name
        + "/0123456789abcdef";
  }
}
