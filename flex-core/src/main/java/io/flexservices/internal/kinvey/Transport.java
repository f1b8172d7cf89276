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
  private final boolean declaresLength;

  private Transport(
      SdkHttpClient client, @Nullable Connections connections, boolean declaresLength) {
    this.client = client;
    this.connections = connections;
    this.declaresLength = declaresLength;
  }

  /**
   * The SDK's client over the JDK's connections. With a declared length the JDK streams a body and
   * cannot send it twice, but then it loses the body of a 401; so lengths are declared only where
   * the JDK would send a POST twice otherwise.
   */
  static Transport ofJdk(Executor workers) {
    Connections connections = new Connections();
    boolean sendsOnce = PostRetry.switchOff(workers);
    return new Transport(UrlConnectionHttpClient.create(connections), connections, !sendsOnce);
  }

  /** The user's own client. */
  static Transport of(SdkHttpClient client) {
    return new Transport(client, null, true);
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
    if (connections == null) {
      return client.prepareRequest(execute.build());
    }
    connections.enter(left);
    try {
      return client.prepareRequest(execute.build());
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
    boolean isPost = request.method().equals("POST");
    if (body != null && declaresLength && (isPost || connections == null)) {
      http.putHeader("Content-Length", Integer.toString(body.length));
    }
    return http.build();
  }

  @Override
  public void close() {
    client.close();
  }
}
