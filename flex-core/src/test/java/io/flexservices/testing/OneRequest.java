package io.flexservices.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.FlexOptions;
import io.flexservices.internal.kinvey.RawBackend;
import io.flexservices.json.Json;
import io.flexservices.json.JsonObject;
import io.flexservices.modules.Modules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/** Requests to a service whose one function answers with what it finds in its modules. */
public final class OneRequest {
  /** The secret that {@link #app} and {@link #backend} send. */
  public static final String MASTER_SECRET = "mastersec";

  private static final Map<String, Object> APP =
      Map.of("_id", "kid_test", "appsecret", "appsec", "mastersecret", MASTER_SECRET);

  private static final List<String> LOOPBACK = List.of("http://127.0.0.1");

  private final List<JsonObject> log = new ArrayList<>();
  private final Map<String, String> headers = new LinkedHashMap<>();
  private final Map<String, Object> originalHeaders = new LinkedHashMap<>();
  private final Map<String, Object> task = new LinkedHashMap<>(Map.of("body", Map.of()));
  private FlexOptions options = FlexOptions.defaults();
  private int times = 1;

  public OneRequest header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  /** With the metadata of the app {@code kid_test}. */
  public OneRequest app() {
    return header("X-Kinvey-App-Metadata", Json.text(APP));
  }

  /** With the app {@code kid_test}, and calls to a backend allowed. */
  public OneRequest backend(RawBackend backend) {
    return options(options.withAllowedBaasHosts(LOOPBACK)).app("kid_test", backend);
  }

  /** With the metadata of an app whose backend is this one. */
  public OneRequest app(String appKey, RawBackend backend) {
    return app(appKey, backend.url());
  }

  /** With the metadata of an app whose backend has this address. */
  public OneRequest app(String appKey, String url) {
    Map<String, Object> app = new LinkedHashMap<>(APP);
    app.put("_id", appKey);
    app.put("baasUrl", url);
    return header("X-Kinvey-App-Metadata", Json.text(app));
  }

  /** With a property of the task: {@code objectName}, {@code hookType} and so on. */
  public OneRequest task(String name, Object value) {
    task.put(name, value);
    return this;
  }

  public OneRequest original(String name, Object value) {
    originalHeaders.put(name, value);
    return this;
  }

  public OneRequest options(FlexOptions chosen) {
    options = chosen;
    return this;
  }

  public OneRequest times(int number) {
    times = number;
    return this;
  }

  /** What the handler found, as JSON. */
  public Object answer(Function<Modules, Object> handler) {
    return JsonObject.parse(text(handler)).path("response.body.found");
  }

  /** What the handler returned, as it is; what it threw is thrown. */
  public <T> T run(Function<Modules, T> handler) {
    CompletableFuture<T> found = new CompletableFuture<>();
    text(
        modules -> {
          try {
            found.complete(handler.apply(modules));
          } catch (RuntimeException e) {
            found.completeExceptionally(e);
          }
          return Map.of();
        });
    assertThat(found).as("what the handler returned").isDone();
    return joined(found);
  }

  /** What comes of an asynchronous call, waited for in the handler; its failure is thrown. */
  public <T> T runAsync(Function<Modules, CompletableFuture<T>> handler) {
    return run(modules -> joined(handler.apply(modules)));
  }

  /** The last answer as it is. */
  public String text(Function<Modules, Object> handler) {
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
  public List<JsonObject> log() {
    return log;
  }

  /** The service, for more than one request. */
  public TestRuntime service(Function<Modules, Object> handler) {
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

  /** The request as it is so far. */
  public TestRequest request() {
    return prepared(TestRequest.post("/_flexFunctions/f")).json(task);
  }

  /** Another request, with the headers of this one. */
  public TestRequest prepared(TestRequest request) {
    request.originalHeaders(originalHeaders);
    headers.forEach(request::header);
    return request;
  }

  /** The options of the service. */
  public FlexOptions options() {
    return options;
  }

  private static <T> T joined(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException thrown ? thrown : e;
    }
  }
}
