package io.flexservices.aws.runtime;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * One event, as the Runtime API hands it over.
 *
 * @param id the request's id
 * @param deadline when the function runs out of time, in milliseconds since 1970
 * @param functionArn the function, version or alias that was invoked
 * @param traceId the header of AWS X-Ray; null where there is none
 * @param event in JSON
 */
record Invocation(
    String id,
    long deadline,
    @Nullable String functionArn,
    @Nullable String traceId,
    byte[] event) {
  /**
   * The event that an answer holds.
   *
   * @throws IOException where it holds none; the message says what is missing
   */
  static Invocation of(HttpAnswer answer) throws IOException {
    if (answer.status() != 200) {
      throw new IOException("It was asked for an event, and answered with " + answer.describe());
    }
    return new Invocation(
        required(answer, "lambda-runtime-aws-request-id"),
        milliseconds(required(answer, "lambda-runtime-deadline-ms")),
        answer.header("lambda-runtime-invoked-function-arn"),
        answer.header("lambda-runtime-trace-id"),
        answer.body());
  }

  private static String required(HttpAnswer answer, String name) throws IOException {
    String value = answer.header(name);
    if (value == null || value.isEmpty()) {
      throw new IOException("An event came without the header " + name);
    }
    return value;
  }

  private static long milliseconds(String text) throws IOException {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new IOException("The deadline of an event is no number: " + text, e);
    }
  }
}
