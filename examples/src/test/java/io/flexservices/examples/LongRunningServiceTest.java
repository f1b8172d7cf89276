package io.flexservices.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.flexservices.FlexSettings;
import io.flexservices.json.Json;
import io.flexservices.json.JsonObject;
import io.flexservices.runtime.FlexRuntime;
import io.flexservices.spi.BackgroundEvent;
import io.flexservices.spi.Deadline;
import io.flexservices.spi.FlexHeaders;
import io.flexservices.spi.FlexRequest;
import io.flexservices.spi.QueryParameters;
import io.flexservices.spi.RequestBody;
import io.flexservices.spi.RequestPath;
import io.flexservices.spi.TaskDelivery;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The endpoints order work and answer; the work saves its result once, however often it is run. */
@Timeout(60)
class LongRunningServiceTest {
  private final List<BackgroundEvent> ordered = new ArrayList<>();
  private final List<String> saved = new CopyOnWriteArrayList<>();
  private HttpServer backend;
  private FlexRuntime runtime;

  @BeforeEach
  void start() throws IOException {
    backend = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    backend.createContext("/", this::save);
    backend.start();
    runtime =
        FlexRuntime.of(new LongRunningService())
            .settings(FlexSettings.of(Map.of(), Map.of("FLEX_SHARED_SECRET", "s3cr3t")))
            .allowLoopbackBackend()
            .background((event, http, deadline) -> ordered.add(event))
            .logTo(line -> {})
            .build();
  }

  @AfterEach
  void stop() {
    runtime.close();
    backend.stop(0);
  }

  @Test
  void savesUnderTheKeyOfTheWork() {
    assertThat(post("getRedLineData")).isEqualTo(202L);
    assertThat(saved).isEmpty();

    BackgroundEvent event = ordered.get(0);
    assertThat(event.delay()).isZero();
    for (int attempt = 1; attempt <= 2; attempt++) {
      TaskDelivery delivery = new TaskDelivery("d", attempt, soon());
      JsonObject text = JsonObject.parse(new String(event.event(), StandardCharsets.UTF_8));
      assertThat(runtime.runTask(text, delivery).status()).isEqualTo(200);
    }
    assertThat(saved)
        .hasSize(2)
        .containsOnly("PUT /appdata/kid_test/someCollection/" + event.key());
  }

  @Test
  void waitsWhereItIsAskedTo() {
    assertThat(post("getRedLineDataLater")).isEqualTo(202L);
    assertThat(ordered.get(0).delay()).isEqualTo(Duration.ofMinutes(5));
  }

  private Object post(String function) {
    Map<String, String> metadata =
        Map.of(
            "_id", "kid_test",
            "mastersecret", "m",
            "baasUrl", "http://127.0.0.1:" + backend.getAddress().getPort());
    FlexHeaders headers =
        FlexHeaders.builder()
            .add("X-Auth-Key", "s3cr3t")
            .add("X-Kinvey-App-Metadata", Json.text(metadata))
            .build();
    FlexRequest request =
        new FlexRequest(
            "POST",
            RequestPath.encoded("/_flexFunctions/" + function),
            QueryParameters.none(),
            headers,
            RequestBody.empty(),
            soon());
    return JsonObject.parse(runtime.handle(request).text()).path("response.statusCode");
  }

  private static Deadline soon() {
    return Deadline.in(Duration.ofMinutes(1));
  }

  private void save(HttpExchange exchange) throws IOException {
    try (exchange) {
      saved.add(exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
      byte[] body = exchange.getRequestBody().readAllBytes();
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
