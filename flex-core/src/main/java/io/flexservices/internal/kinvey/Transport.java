package io.flexservices.internal.kinvey;

import java.time.Duration;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/** The HTTP client of a service, made by the first call to the backend. */
final class Transport implements AutoCloseable {
  private final SdkHttpClient client;
  private final @Nullable Connections connections;
  private final SdkHttpClient posts;

  private Transport(SdkHttpClient client, SdkHttpClient posts, @Nullable Connections connections) {
    this.client = client;
    this.posts = posts;
    this.connections = connections;
  }

  /**
   * The SDK's client over the JDK's connections. No length of a body is declared to it: with one
   * the JDK streams the body, and then loses what a 401 says.
   */
  static Transport ofJdk(Executor workers) {
    // The client names a logger, and without one behind it SLF4J would say so on standard error.
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    Connections connections = new Connections();
    SdkHttpClient client = UrlConnectionHttpClient.create(connections);
    SdkHttpClient posts = PostRetry.switchOff(workers) ? client : new PostsByJdkClient();
    return new Transport(client, posts, connections);
  }

  /** The user's own client. */
  static Transport of(SdkHttpClient client) {
    return new Transport(client, client, null);
  }

  /** How often an idempotent call is tried; the JDK's connections try a second time themselves. */
  int attempts(boolean idempotent) {
    return connections == null && idempotent ? 2 : 1;
  }

  /** Makes a request ready; it is sent by its {@code call()}. */
  ExecutableHttpRequest prepare(
      BackendRequest request, @Nullable ContentStreamProvider body, Duration left) {
    HttpExecuteRequest.Builder execute = HttpExecuteRequest.builder().request(http(request));
    if (body != null) {
      execute.contentStreamProvider(body);
    }
    SdkHttpClient by = request.method().equals("POST") ? posts : client;
    if (connections == null) {
      return by.prepareRequest(execute.build());
    }
    connections.enter(left);
    try {
      return by.prepareRequest(execute.build());
    } finally {
      connections.leave();
    }
  }

  private SdkHttpRequest http(BackendRequest request) {
    SdkHttpRequest.Builder http =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.fromValue(request.method()))
            .protocol(request.base().getScheme())
            .host(request.base().getHost())
            .encodedPath(request.path());
    if (request.base().getPort() != -1) {
      http.port(request.base().getPort());
    }
    request.query().forEach(http::putRawQueryParameter);
    request.headers().forEach(http::putHeader);
    byte[] body = request.body();
    if (body != null && connections == null) {
      http.putHeader("Content-Length", Integer.toString(body.length));
    }
    return http.build();
  }

  @Override
  public void close() {
    client.close();
  }
}
