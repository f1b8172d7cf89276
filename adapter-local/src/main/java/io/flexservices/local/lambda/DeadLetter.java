package io.flexservices.local.lambda;

/**
 * An asynchronous invocation that was given up: what Lambda sends to the destination for failures.
 * Source: Lambda's developer guide, "Capturing records of Lambda asynchronous invocations".
 *
 * @param requestId the id that all tries had
 * @param condition {@code RetriesExhausted} or {@code EventAgeExceeded}
 * @param tries how often the function was invoked
 * @param event the event, in JSON
 * @param error the last try's error, in JSON; an empty object where there was no try
 */
public record DeadLetter(
    String requestId, String condition, int tries, byte[] event, byte[] error) {
  /** Without the event, which may hold credentials. */
  @Override
  public String toString() {
    return "DeadLetter[" + requestId + ", " + condition + " after " + tries + " tries]";
  }
}
