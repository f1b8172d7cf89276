package io.flexservices.internal.kinvey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;

/** What becomes of POSTs where the JDK's connections cannot be trusted with them. */
@Timeout(60)
class PostsByJdkClientTest {
  private final PostsByJdkClient client = new PostsByJdkClient();
  private RawBackend backend;

  @BeforeEach
  void start() throws IOException {
    backend = new RawBackend();
  }

  @AfterEach
  void stop() throws Exception {
    MisbehavingBackend.until(() -> backend.openConnections() <= 1);
    backend.close();
  }

  @Test
  void keepsTheConnection() throws IOException {
    assertThat(body(post().call())).isEqualTo("{}");
    assertThat(body(post().call())).isEqualTo("{}");
    assertThat(backend.connections()).isEqualTo(1);
  }

  @Test
  void sendsOnceWhatIsDroppedOrReset() throws IOException {
    backend.thenJson(200, "{}").thenDrop().thenReset("");
    body(post().call());
    assertThatThrownBy(() -> post().call()).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> post().call()).isInstanceOf(IOException.class);
    assertThat(backend.requests()).hasSize(3);
  }

  @Test
  void abortsBeforeTheAnswer() throws Exception {
    backend.thenStall("");
    ExecutableHttpRequest post = post();
    CompletableFuture<HttpExecuteResponse> call = started(post);
    MisbehavingBackend.until(() -> backend.requests().size() == 1);
    post.abort();
    assertThatThrownBy(call::get).isInstanceOf(ExecutionException.class);
    MisbehavingBackend.until(() -> backend.closedByClient() == 1);
  }

  @Test
  void abortsInTheMiddleOfTheAnswer() throws Exception {
    backend.thenStall("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"a\":");
    ExecutableHttpRequest post = post();
    HttpExecuteResponse response = post.call();
    CompletableFuture<String> read =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return body(response);
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
            });
    post.abort();
    assertThatThrownBy(read::get).isInstanceOf(ExecutionException.class);
    MisbehavingBackend.until(() -> backend.closedByClient() == 1);
  }

  @Test
  void isNotSentWhenItWasAbortedBefore() throws Exception {
    backend.thenStall("");
    ExecutableHttpRequest post = post();
    post.abort();
    assertThatThrownBy(post::call).isInstanceOf(IOException.class);
  }

  private static CompletableFuture<HttpExecuteResponse> started(ExecutableHttpRequest post) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return post.call();
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private ExecutableHttpRequest post() {
    return client.prepareRequest(
        HttpExecuteRequest.builder()
            .request(
                SdkHttpFullRequest.builder()
                    .method(SdkHttpMethod.POST)
                    .uri(URI.create(backend.url()))
                    .build())
            .contentStreamProvider(() -> new ByteArrayInputStream("{}".getBytes()))
            .build());
  }

  private static String body(HttpExecuteResponse response) throws IOException {
    try (InputStream body = response.responseBody().orElseThrow()) {
      return new String(body.readAllBytes());
    }
  }
}
