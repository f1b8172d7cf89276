package io.flexservices.aws.runtime;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Lambda's Runtime API, version 2018-06-01, over one connection. For one thread. Source: Lambda's
 * developer guide, "Using the Lambda runtime API for custom runtimes".
 */
final class RuntimeApi implements Closeable {
  private static final String BASE = "/2018-06-01/runtime/";
  private static final String INVOCATION = BASE + "invocation/";
  private static final byte[] NONE = new byte[0];

  private final HttpConnection connection;

  private RuntimeApi(HttpConnection connection) {
    this.connection = connection;
  }

  /**
   * The API at an address; nothing is sent yet.
   *
   * @param address {@code HOST:PORT}, the value of {@code AWS_LAMBDA_RUNTIME_API}
   * @throws IllegalArgumentException where it is none; the message says so
   */
  static RuntimeApi at(@Nullable String address) {
    if (address == null) {
      throw new IllegalArgumentException(
          "AWS_LAMBDA_RUNTIME_API is not set; only Lambda, or the local Lambda runtime, can start"
              + " this program");
    }
    int colon = address.lastIndexOf(':');
    try {
      int port = Integer.parseInt(address.substring(colon + 1));
      return new RuntimeApi(new HttpConnection(address.substring(0, colon), port));
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("AWS_LAMBDA_RUNTIME_API is not HOST:PORT: " + address, e);
    }
  }

  /**
   * Waits for an event, as long as that takes: the process is frozen meanwhile.
   *
   * @throws IOException where none comes; Lambda wants the process to end then
   */
  Invocation next() throws IOException {
    return Invocation.of(connection.send("GET", INVOCATION + "next", "", NONE, 0));
  }

  /**
   * Brings an event's answer, the first octets of a buffer.
   *
   * @return what Lambda made of it; 413 where the answer is larger than it takes, which ends the
   *     event with an error of its own
   */
  HttpAnswer answer(String id, byte[] buffer, int length) throws IOException {
    return post(INVOCATION + id + "/response", "", buffer, length);
  }

  /** Tells that an event's handler failed; gives what Lambda made of that. */
  HttpAnswer fail(String id, Throwable error) throws IOException {
    return report(INVOCATION + id + "/error", "Runtime.UserException", error);
  }

  /** Tells that the function cannot start. */
  void failToStart(Throwable error) throws IOException {
    report(BASE + "init/error", "Runtime.BadFunctionCode", error);
  }

  @Override
  public void close() throws IOException {
    connection.close();
  }

  private HttpAnswer report(String path, String type, Throwable error) throws IOException {
    byte[] report = ErrorReport.of(error);
    return post(
        path, "Lambda-Runtime-Function-Error-Type: " + type + "\r\n", report, report.length);
  }

  private HttpAnswer post(String path, String headers, byte[] buffer, int length)
      throws IOException {
    HttpAnswer answer =
        connection.send(
            "POST", path, headers + "Content-Type: application/json\r\n", buffer, length);
    if (answer.status() >= 500) {
      throw new IOException("It answered with " + answer.describe());
    }
    return answer;
  }
}
