package io.flexservices.modules;

import io.flexservices.FlexOptions;
import io.flexservices.json.Json;
import io.flexservices.json.JsonObject;
import io.flexservices.testing.TestRequest;
import io.flexservices.testing.TestRuntime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Requests to a service whose one function answers with what it finds in its modules. */
final class OneRequest {
  private static final Map<String, Object> APP =
      Map.of("_id", "kid_test", "appsecret", "appsec", "mastersecret", "mastersec");

  private final List<JsonObject> log = new ArrayList<>();
  private final Map<String, String> headers = new LinkedHashMap<>();
  private final Map<String, Object> originalHeaders = new LinkedHashMap<>();
  private FlexOptions options = FlexOptions.defaults();
  private int times = 1;

  OneRequest header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  /** With the metadata of the app {@code kid_test}. */
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
    return JsonObject.parse(text(handler)).path("response.body.found");
  }

  /** The last answer as it is. */
  String text(Function<Modules, Object> handler) {
    try (TestRuntime service = service(handler)) {
      String text = "";
      for (int i = 0; i < times; i++) {
        text = service.handle(request()).text();
      }
      log.addAll(service.log().records());
      return text;
    }
  }

  /** The log of all requests so far. */
  List<JsonObject> log() {
    return log;
  }

  private TestRuntime service(Function<Modules, Object> handler) {
    return TestRuntime.of(
        flex ->
            flex.functions()
                .register(
                    "f",
                    (context, complete, modules) -> {
                      Map<String, Object> body = new LinkedHashMap<>();
                      body.put("found", handler.apply(modules));
                      return complete.setBody(body).ok().done();
                    }),
        options);
  }

  private TestRequest request() {
    TestRequest request = TestRequest.post("/_flexFunctions/f").originalHeaders(originalHeaders);
    headers.forEach(request::header);
    return request.json(Map.of("body", Map.of()));
  }
}
