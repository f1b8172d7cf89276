package io.flexservices.internal.kinvey;

import io.flexservices.spi.SdkClasses;
import java.time.Duration;
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
  /** How the SDK's client over the JDK's connections calls itself. */
  private static final String JDK_CONNECTIONS = "UrlConnection";

  private final SdkHttpClient client;
  private final SdkHttpClient posts;
  private final @Nullable Connections connections;
  private final boolean declaresLength;
  private final boolean repeats;

  private Transport(
      SdkHttpClient client,
      SdkHttpClient posts,
      @Nullable Connections connections,
      boolean declaresLength,
      boolean repeats) {
    this.client = client;
    this.posts = posts;
    this.connections = connections;
    this.declaresLength = declaresLength;
    this.repeats = repeats;
  }

  /**
   * The SDK's client over the JDK's connections. No length of a body is declared to it: with one
   * the JDK streams the body, and then loses what a 401 says.
   *
   * @param keepsAlive whether connections may be used again
   */
  static Transport ofJdk(boolean keepsAlive) {
    Connections connections = new Connections(keepsAlive);
    SdkHttpClient client = SdkClasses.quietly(() -> UrlConnectionHttpClient.create(connections));
    SdkHttpClient posts = PostRetry.switchOff() ? client : new PostsByJdkClient();
    return new Transport(client, posts, connections, false, false);
  }

  /**
   * The user's own client. The same holds for one over the JDK's connections; where the JDK cannot
   * be kept from repeating a POST, a declared length does that, at the price of what a 401 says.
   */
  static Transport of(SdkHttpClient client) {
    boolean isJdk = client.clientName().equals(JDK_CONNECTIONS);
    boolean declaresLength = !isJdk || !PostRetry.switchOff();
    return new Transport(client, client, null, declaresLength, !isJdk);
  }

  /** How often an idempotent call is tried; the JDK's connections try a second time themselves. */
  int attempts(boolean idempotent) {
    return repeats && idempotent ? 2 : 1;
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
    if (body != null && declaresLength) {
      http.putHeader("Content-Length", Integer.toString(body.length));
    }
    return http.build();
  }

  @Override
  public void close() {
    client.close();
  }
}
