package io.flexservices.hooks.loader;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.hooks.CallingParams;
import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.HookMethod;
import io.flexservices.hooks.HookStage;
import io.flexservices.hooks.LoggedRecords;
import io.flexservices.json.Json;
import io.flexservices.json.JsonArray;
import io.flexservices.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the reference's batch loader was seen to do is done here, calls included. */
class LoaderVectorsTest {
  record Vector(JsonObject json) {
    @Override
    public String toString() {
      return requireNonNull(json.string("name"));
    }
  }

  static Stream<Vector> vectors() throws IOException {
    try (InputStream in = LoaderVectorsTest.class.getResourceAsStream("/hooks/batchloader.json")) {
      List<?> vectors = (List<?>) requireNonNull(Json.parse(requireNonNull(in).readAllBytes()));
      return JsonArray.of(vectors).objects().map(Vector::new);
    }
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void agreesWithTheReference(Vector vector) throws Exception {
    JsonObject json = vector.json();
    LoggedRecords services = LoggedRecords.of(requireNonNull(json.object("services")).toMap());
    HookContext context =
        HookContext.of(HookStage.AFTER, HookMethod.FIND, "posts")
            .services(services.services())
            .build();
    BatchLoader<Object> loader = loader(requireNonNull(json.object("batchLoader")), context);
    List<CompletableFuture<?>> results = new ArrayList<>();

    for (List<JsonArray> turn : turns(requireNonNull(json.array("steps")))) {
      context
          .inTurn(
              () -> {
                turn.forEach(step -> step(loader, step, results));
                return CompletableFuture.completedStage("done");
              })
          .get(30, TimeUnit.SECONDS);
    }

    List<@Nullable Object> values = new ArrayList<>();
    for (CompletableFuture<?> result : results) {
      values.add(result.get(30, TimeUnit.SECONDS));
    }
    JsonObject expected = requireNonNull(json.object("expected"));
    assertThat(LoggedRecords.plain(values))
        .isEqualTo(requireNonNull(expected.array("results")).toList());
    assertThat(services.calls()).isEqualTo(requireNonNull(json.array("calls")).toList());
  }

  /** The steps between which everything is waited for. */
  private static List<List<JsonArray>> turns(JsonArray steps) {
    List<List<JsonArray>> turns = new ArrayList<>();
    turns.add(new ArrayList<>());
    for (Object item : steps) {
      JsonArray step = (JsonArray) requireNonNull(item);
      if ("await".equals(step.string(0))) {
        turns.add(new ArrayList<>());
      } else {
        turns.get(turns.size() - 1).add(step);
      }
    }
    return turns;
  }

  private static void step(
      BatchLoader<Object> loader, JsonArray step, List<CompletableFuture<?>> results) {
    switch (requireNonNull(step.string(0))) {
      case "load" -> results.add(loader.load(requireNonNull(step.value(1))));
      case "loadMany" -> results.add(loader.loadMany(requireNonNull(step.array(1)).toList()));
      case "prime" -> loader.prime(requireNonNull(step.value(1)), step.toList().get(2));
      case "clear" -> loader.clear(requireNonNull(step.value(1)));
      case "clearAll" -> loader.clearAll();
      default -> throw new AssertionError("unknown step " + step);
    }
  }

  private static BatchLoader<Object> loader(JsonObject options, HookContext context) {
    String service = options.has("service") ? requireNonNull(options.string("service")) : "users";
    String key = options.has("key") ? requireNonNull(options.string("key")) : "id";
    String type = options.has("resultType") ? requireNonNull(options.string("resultType")) : "!";
    LoaderOptions loaderOptions =
        LoaderOptions.defaults()
            .withBatch(!Boolean.FALSE.equals(options.bool("batch")))
            .withCache(!Boolean.FALSE.equals(options.bool("cache")))
            .withMaxBatchSize(options.has("maxBatchSize") ? size(options) : 0)
            .withContext(context);
    return BatchLoader.of(
        (keys, call) ->
            requireNonNull(call.service(service))
                .find(CallingParams.of(call, new HashMap<>(byKeys(key, keys))))
                .thenApply(
                    found -> BatchLoader.getResultsByKey(keys, found, key, ResultType.of(type))),
        loaderOptions);
  }

  private static Map<String, Object> byKeys(String key, List<Object> keys) {
    return Map.of(key, Map.of("$in", BatchLoader.getUniqueKeys(keys)));
  }

  private static int size(JsonObject options) {
    return requireNonNull(options.integer("maxBatchSize")).intValue();
  }
}
