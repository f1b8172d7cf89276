package io.flexservices.benchmarks.function;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.benchmarks.function.EventServer.Served;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class EventServerTest {
  private static final String INVOCATION = "/2018-06-01/runtime/invocation/";

  @Test
  void handsOutAnEventAndTakesItsAnswer() throws Exception {
    try (EventServer server = EventServer.start()) {
      HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
      String url = "http://" + server.address() + INVOCATION;
      for (String event : new String[] {"first", "second"}) {
        server.offer(event.getBytes(UTF_8));
        assertThat(client.send(request(url + "next").GET().build(), BodyHandlers.ofString()).body())
            .isEqualTo(event);
        HttpRequest answer =
            request(url + "request/response").POST(BodyPublishers.ofString("to " + event)).build();
        assertThat(client.send(answer, BodyHandlers.discarding()).statusCode()).isEqualTo(202);
        Served served = Objects.requireNonNull(server.await(60_000));
        assertThat(served.answer()).asString(UTF_8).isEqualTo("to " + event);
        assertThat(served.microseconds()).isPositive();
      }
    }
  }

  private static HttpRequest.Builder request(String url) {
    return HttpRequest.newBuilder(URI.create(url));
  }
}
