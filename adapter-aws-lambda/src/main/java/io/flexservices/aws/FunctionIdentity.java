package io.flexservices.aws;

import com.amazonaws.services.lambda.runtime.Context;
import io.flexservices.modules.background.BackgroundException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which function this is, and where Lambda's Invoke API takes events for it. A value.
 *
 * <p>Background work goes to the alias or version that this function was last invoked by itself: so
 * an alias's permission, retries and destination count, and work that waits goes to the version
 * that the alias means by then. Where the invocation named none it is the version of the
 * environment.
 *
 * <p>Sources: Lambda's developer guide, "Using Lambda environment variables", for {@code
 * AWS_LAMBDA_FUNCTION_NAME}, {@code AWS_LAMBDA_FUNCTION_VERSION} and {@code AWS_REGION}; its API
 * reference, "Invoke", for the path; the reference guide of AWS's SDKs, "Service-specific
 * endpoints", for {@code AWS_ENDPOINT_URL_LAMBDA}, {@code AWS_ENDPOINT_URL} and {@code
 * AWS_IGNORE_CONFIGURED_ENDPOINT_URLS}.
 */
final class FunctionIdentity {
  private static final String LATEST = "$LATEST";

  /** The parts of an ARN up to the function's name. */
  private static final int UNQUALIFIED = 7;

  private final Map<String, String> environment;
  private final @Nullable Context invocation;

  /**
   * The function in an environment.
   *
   * @param invocation the context of its last invocation; null where it has none
   */
  FunctionIdentity(Map<String, String> environment, @Nullable Context invocation) {
    this.environment = environment;
    this.invocation = invocation;
  }

  /** A variable of the environment; null where it is not set or empty. */
  @Nullable String variable(String name) {
    String value = environment.get(name);
    return value == null || value.isEmpty() ? null : value;
  }

  /**
   * The region.
   *
   * @throws BackgroundException where the environment does not say
   */
  String region() {
    return required("AWS_REGION");
  }

  /**
   * Where this function is invoked.
   *
   * @throws BackgroundException where the environment does not say
   */
  URI invocations() {
    String name = required("AWS_LAMBDA_FUNCTION_NAME");
    String qualifier = qualifier();
    String segment =
        URLEncoder.encode(
            qualifier == null ? name : name + ":" + qualifier, StandardCharsets.UTF_8);
    String endpoint = endpoint();
    String base = endpoint.endsWith("/") ? endpoint.substring(0, endpoint.length() - 1) : endpoint;
    try {
      return URI.create(base + "/2015-03-31/functions/" + segment + "/invocations");
    } catch (IllegalArgumentException e) {
      throw new BackgroundException(
          "The endpoint of Lambda is no URL: " + endpoint + ". Set AWS_ENDPOINT_URL_LAMBDA", e);
    }
  }

  private @Nullable String qualifier() {
    String arn = invocation == null ? null : invocation.getInvokedFunctionArn();
    String[] parts = arn == null ? new String[0] : arn.split(":", -1);
    String qualifier =
        parts.length > UNQUALIFIED ? parts[UNQUALIFIED] : variable("AWS_LAMBDA_FUNCTION_VERSION");
    return LATEST.equals(qualifier) ? null : qualifier;
  }

  private String endpoint() {
    if (!"true".equalsIgnoreCase(variable("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"))) {
      String ofLambda = variable("AWS_ENDPOINT_URL_LAMBDA");
      String ofAll = variable("AWS_ENDPOINT_URL");
      if (ofLambda != null || ofAll != null) {
        return String.valueOf(ofLambda == null ? ofAll : ofLambda);
      }
    }
    String region = region();
    return "https://lambda."
        + region
        + (region.startsWith("cn-") ? ".amazonaws.com.cn" : ".amazonaws.com");
  }

  private String required(String name) {
    String value = variable(name);
    if (value == null) {
      throw new BackgroundException(
          "Background work needs the environment variable " + name + ", which Lambda sets");
    }
    return value;
  }
}
