package io.flexservices.modules;

import io.flexservices.Flex;
import io.flexservices.FlexOptions;
import io.flexservices.FlexService;
import io.flexservices.FlexSettings;
import io.flexservices.json.Json;
import io.flexservices.json.JsonObject;
import io.flexservices.runtime.FlexRuntime;
import io.flexservices.spi.Deadline;
import io.flexservices.spi.FlexHeaders;
import io.flexservices.spi.FlexRequest;
import io.flexservices.spi.FlexResponse;
import io.flexservices.spi.Platform;
import io.flexservices.spi.QueryParameters;
import io.flexservices.spi.RequestBody;
import io.flexservices.spi.RequestPath;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/** Requests to a service whose one function answers with what it finds in its modules. */
final class OneRequest {
  static final Map<String, Object> APP =
      Map.of("_id", "kid_test", "appsecret", "appsec", "mastersecret", "mastersec");

  final List<String> log = Collections.synchronizedList(new ArrayList<>());
  private final Map<String, String> headers = new LinkedHashMap<>();
  private final Map<String, Object> originalHeaders = new LinkedHashMap<>();
  private FlexOptions options = FlexOptions.defaults();
  private int times = 1;

  OneRequest header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  OneRequest app() {
    return header("X-Kinvey-App-Metadata", Json.text(APP));
  }

  OneRequest original(String name, Object value) {
    originalHeaders.put(name, value);
    return this;
  }

  OneRequest options(FlexOptions chosen) {
    options = chosen;
    return this;
  }

  OneRequest times(int number) {
    times = number;
    return this;
  }

  /** What the handler found, as JSON. */
  Object answer(Function<Modules, Object> handler) {
    JsonObject answer = JsonObject.parse(text(handler));
    return answer.path("response.body.found");
  }

  /** The last answer as it is. */
  String text(Function<Modules, Object> handler) {
    try (FlexRuntime runtime =
        FlexRuntime.of(service(handler))
            .on(new Platform("test"))
            .settings(FlexSettings.of(Map.of(), Map.of()))
            .logTo(log::add)
            .clock(Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC))
            .random(new Random(42))
            .build()) {
      FlexResponse response = runtime.handle(request());
      for (int i = 1; i < times; i++) {
        response = runtime.handle(request());
      }
      return response.text();
    }
  }

  private FlexService service(Function<Modules, Object> handler) {
    return new FlexService() {
      @Override
      public FlexOptions options() {
        return options;
      }

      @Override
      public void register(Flex flex) {
        flex.functions()
            .register(
                "f",
                (context, complete, modules) -> {
                  Map<String, Object> body = new LinkedHashMap<>();
                  body.put("found", handler.apply(modules));
                  return complete.setBody(body).ok().done();
                });
      }
    };
  }

  private FlexRequest request() {
    FlexHeaders.Builder all = FlexHeaders.builder().add("Content-Type", "application/json");
    headers.forEach(all::add);
    all.add("X-Kinvey-Original-Request-Headers", Json.text(originalHeaders));
    return new FlexRequest(
        "POST",
        RequestPath.encoded("/_flexFunctions/f"),
        QueryParameters.encoded(""),
        all.build(),
        RequestBody.of("{\"body\":{}}"),
        Deadline.in(Duration.ofMinutes(1)));
  }
}
