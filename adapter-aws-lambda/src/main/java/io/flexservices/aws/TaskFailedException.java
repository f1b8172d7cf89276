package io.flexservices.aws;

/**
 * What a function throws whose background task failed: Lambda's asynchronous invocations know a
 * failure by nothing else. The message names the task, its key and the status; the log has the
 * cause.
 */
final class TaskFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TaskFailedException(String message) {
    // Lambda logs the stack of what is thrown, and this one's says nothing.
    super(message, null, false, false);
  }
}
