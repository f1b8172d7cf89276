package io.flexservices.internal.kinvey;

import java.io.IOException;
import java.util.function.Function;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/** A client that fails and quotes the Authorization header in its exception. */
final class QuotingClient implements SdkHttpClient {
  private final Function<String, Exception> failure;

  QuotingClient(Function<String, Exception> failure) {
    this.failure = failure;
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    String sent = request.httpRequest().firstMatchingHeader("Authorization").orElseThrow();
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        Exception thrown = failure.apply("Illegal header: " + Planted.repeated(sent));
        if (thrown instanceof IOException io) {
          throw io;
        }
        throw (RuntimeException) thrown;
      }

      @Override
      public void abort() {
        // There is nothing to abort.
      }
    };
  }

  @Override
  public void close() {
    // It holds nothing.
  }
}
