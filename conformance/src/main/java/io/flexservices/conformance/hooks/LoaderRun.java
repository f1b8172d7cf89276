package io.flexservices.conformance.hooks;

import static java.util.Objects.requireNonNull;

import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.HookMethod;
import io.flexservices.hooks.HookStage;
import io.flexservices.hooks.loader.BatchLoader;
import io.flexservices.hooks.loader.LoaderOptions;
import io.flexservices.hooks.loader.ResultType;
import io.flexservices.json.JsonArray;
import io.flexservices.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The steps of one batch loader. */
record LoaderRun(JsonObject vector, RecordedServices services) implements VectorRun {
  @Override
  public Map<String, @Nullable Object> outcome() throws Exception {
    HookContext context =
        HookContext.of(HookStage.AFTER, HookMethod.FIND, "posts")
            .services(services.services())
            .build();
    BatchLoader<Object> loader = loader(requireNonNull(vector.object("batchLoader")), context);
    List<CompletableFuture<?>> loads = new ArrayList<>();
    for (List<JsonArray> sideBySide : untilAwaits(requireNonNull(vector.array("steps")))) {
      context.inTurn(() -> begin(loader, sideBySide, loads)).get();
    }
    List<@Nullable Object> results = new ArrayList<>();
    for (CompletableFuture<?> load : loads) {
      results.add(load.get());
    }
    return Map.of("results", results);
  }

  private static BatchLoader<Object> loader(JsonObject options, HookContext context) {
    Long size = options.integer("maxBatchSize");
    return FixtureResolvers.loader(
        text(options, "service", "users"),
        text(options, "key", "id"),
        ResultType.of(text(options, "resultType", "!")),
        LoaderOptions.defaults()
            .withBatch(!Boolean.FALSE.equals(options.bool("batch")))
            .withCache(!Boolean.FALSE.equals(options.bool("cache")))
            .withMaxBatchSize(size == null ? 0 : size.intValue())
            .withContext(context));
  }

  private static String text(JsonObject options, String name, String byDefault) {
    String text = options.string(name);
    return text == null ? byDefault : text;
  }

  private static List<List<JsonArray>> untilAwaits(JsonArray steps) {
    List<List<JsonArray>> turns = new ArrayList<>();
    turns.add(new ArrayList<>());
    for (int i = 0; i < steps.size(); i++) {
      JsonArray step = requireNonNull(steps.array(i));
      if ("await".equals(step.string(0))) {
        turns.add(new ArrayList<>());
      } else {
        turns.get(turns.size() - 1).add(step);
      }
    }
    return turns;
  }

  private static CompletableFuture<?> begin(
      BatchLoader<Object> loader, List<JsonArray> steps, List<CompletableFuture<?>> loads) {
    List<CompletableFuture<?>> begun = new ArrayList<>();
    for (JsonArray step : steps) {
      switch (requireNonNull(step.string(0))) {
        case "load" -> begun.add(loader.load(requireNonNull(step.value(1))));
        case "loadMany" -> begun.add(loader.loadMany(requireNonNull(step.array(1)).toList()));
        case "prime" -> loader.prime(requireNonNull(step.value(1)), step.toList().get(2));
        case "clear" -> loader.clear(requireNonNull(step.value(1)));
        case "clearAll" -> loader.clearAll();
        default -> throw new IllegalArgumentException("There is no step " + step);
      }
    }
    loads.addAll(begun);
    return CompletableFuture.allOf(begun.toArray(CompletableFuture<?>[]::new));
  }
}
