package io.flexservices.internal.kinvey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/** What was opened before a snapshot is not used after the restore from it. */
@Timeout(60)
class BackendAfterARestoreTest extends MisbehavingBackend {
  private static final byte[] JSON = {'{', '}'};

  /** A server closes where a request says so, and says so itself: RFC 9112, section 9.6. */
  @Test
  void keepsNoConnectionThatWasOpenedBeforeASnapshot() throws Exception {
    backend.otherwise(
        request -> {
          boolean closes = "close".equals(request.headers().get("Connection"));
          RawBackend.Reply reply =
              RawBackend.answer(200, "Connection: " + (closes ? "close" : "keep-alive"), JSON);
          return (in, out) -> reply.write(in, out) && !closes;
        });
    client.aheadOfSnapshot();
    call(get("b0"));
    call(post());
    assertThat(backend.connections()).isEqualTo(2);
    until(() -> backend.openConnections() == 0);

    client.restored();
    call(get("b0"));
    call(post());
    assertThat(backend.connections()).as("kept again").isEqualTo(3);
  }

  @Test
  void makesAnotherClientOfTheUsersAndClosesTheOneOfBefore() {
    List<CountingClient> made = new ArrayList<>();
    client.close();
    client =
        client(
            () -> {
              made.add(new CountingClient());
              return made.get(made.size() - 1);
            });
    call(get("b0"));
    call(get("b1"));
    assertThat(made).hasSize(1);

    client.restored();
    assertThat(made.get(0).closed).isEqualTo(1);
    call(get("b2"));
    assertThat(made).hasSize(2);
    assertThat(made.get(1).closed).isZero();
  }

  @Test
  void hasNothingToCloseWhereNoCallWasMade() {
    client.restored();
    assertThat(backend.connections()).isZero();
  }

  private static final class CountingClient implements SdkHttpClient {
    private final SdkHttpClient http = UrlConnectionHttpClient.create();
    private int closed;

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
      return http.prepareRequest(request);
    }

    @Override
    public void close() {
      closed++;
      http.close();
    }
  }
}
