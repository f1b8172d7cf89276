package io.flexservices.aws.runtime;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What Lambda tells a function of itself. Source: Lambda's developer guide, "Working with Lambda
 * environment variables".
 */
record FunctionVariables(Map<String, String> environment) {
  /** The least that a function can have; the client of the managed runtime falls back to it too. */
  private static final int LEAST_MEMORY = 128;

  /** The handler's name; null where there is none. */
  @Nullable String handler() {
    return environment.get("_HANDLER");
  }

  @Nullable String name() {
    return environment.get("AWS_LAMBDA_FUNCTION_NAME");
  }

  @Nullable String version() {
    return environment.get("AWS_LAMBDA_FUNCTION_VERSION");
  }

  @Nullable String logGroup() {
    return environment.get("AWS_LAMBDA_LOG_GROUP_NAME");
  }

  @Nullable String logStream() {
    return environment.get("AWS_LAMBDA_LOG_STREAM_NAME");
  }

  /** In megabytes. */
  int memory() {
    String memory = environment.get("AWS_LAMBDA_FUNCTION_MEMORY_SIZE");
    return memory == null ? LEAST_MEMORY : Integer.parseInt(memory);
  }
}
