package io.flexservices.internal.kinvey;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * Sends POSTs by the JDK's newer client, which never repeats one and reads what a 401 says: for
 * processes in which {@link PostRetry} comes too late. Only loaded there.
 */
final class PostsByJdkClient implements SdkHttpClient {
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return new Post(request);
  }

  @Override
  public void close() {
    // Its threads end when it is collected.
  }

  private final class Post implements ExecutableHttpRequest {
    private final HttpExecuteRequest request;
    private volatile @Nullable CompletableFuture<HttpResponse<InputStream>> running;
    private volatile @Nullable InputStream body;
    private volatile boolean isAborted;

    Post(HttpExecuteRequest request) {
      this.request = request;
    }

    @Override
    public HttpExecuteResponse call() throws IOException {
      CompletableFuture<HttpResponse<InputStream>> sent =
          http.sendAsync(httpRequest(), BodyHandlers.ofInputStream());
      running = sent;
      if (isAborted) {
        sent.cancel(true);
      }
      try {
        HttpResponse<InputStream> response = sent.get();
        body = response.body();
        if (isAborted) {
          // Since it was sent, and before there was a body to close.
          close(response.body());
        }
        return executed(response);
      } catch (ExecutionException e) {
        throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
      } catch (CancellationException e) {
        throw new IOException("The call was aborted", e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("The call was interrupted", e);
      }
    }

    @Override
    public void abort() {
      isAborted = true;
      CompletableFuture<HttpResponse<InputStream>> sent = running;
      if (sent != null) {
        sent.cancel(true);
      }
      InputStream open = body;
      if (open != null) {
        close(open);
      }
    }

    private void close(InputStream open) {
      try {
        open.close();
      } catch (IOException e) {
        // It was to be closed, and is.
      }
    }

    private HttpRequest httpRequest() throws IOException {
      HttpRequest.Builder builder = HttpRequest.newBuilder(request.httpRequest().getUri());
      request
          .httpRequest()
          .forEachHeader((name, values) -> values.forEach(value -> builder.header(name, value)));
      return builder.method(request.httpRequest().method().name(), publisher()).build();
    }

    private BodyPublisher publisher() throws IOException {
      if (request.contentStreamProvider().isEmpty()) {
        return BodyPublishers.noBody();
      }
      try (InputStream content = request.contentStreamProvider().get().newStream()) {
        return BodyPublishers.ofByteArray(content.readAllBytes());
      }
    }

    private HttpExecuteResponse executed(HttpResponse<InputStream> response) {
      return HttpExecuteResponse.builder()
          .response(
              SdkHttpResponse.builder()
                  .statusCode(response.statusCode())
                  .headers(response.headers().map())
                  .build())
          .responseBody(AbortableInputStream.create(response.body()))
          .build();
    }
  }
}
