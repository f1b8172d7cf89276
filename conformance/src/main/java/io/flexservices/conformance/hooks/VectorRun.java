package io.flexservices.conformance.hooks;

import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.HookMethod;
import io.flexservices.hooks.HookParams;
import io.flexservices.hooks.HookStage;
import io.flexservices.json.JsonArray;
import io.flexservices.json.JsonObject;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Does what a vector describes. */
@FunctionalInterface
interface VectorRun {
  /** What came out, to be compared with the vector's {@code expected}. */
  Map<String, @Nullable Object> outcome() throws Exception;

  /** What that vector describes. */
  static VectorRun of(JsonObject vector, RecordedServices services) {
    if (vector.has("fastJoin")) {
      return new JoinRun(vector, services);
    }
    if (vector.has("batchLoader")) {
      return new LoaderRun(vector, services);
    }
    if (vector.has("cacheSequence")) {
      return new CacheRun(vector, services);
    }
    return new ChainRun(vector, services);
  }

  /** A context as a vector describes it. */
  static HookContext context(JsonObject json, RecordedServices services) {
    JsonObject params = json.object("params");
    HookContext context =
        HookContext.of(stage(json), method(json), String.valueOf(json.string("path")))
            .params(new HookParams(params == null ? Map.of() : params.toMap()))
            .services(services.services())
            .id(json.value("id"))
            .data(modifiable(json.value("data")))
            .build();
    if (json.has("result")) {
      context.setResult(modifiable(json.value("result")));
    }
    return context;
  }

  /** What is compared of a context, which was made as a vector describes it. */
  static Map<String, @Nullable Object> outcome(HookContext context, JsonObject json) {
    Map<String, @Nullable Object> outcome = new LinkedHashMap<>();
    if (context.data() != null || json.has("data")) {
      outcome.put("data", context.data());
    }
    if (context.hasResult()) {
      outcome.put("result", context.result());
    }
    outcome.put("params", context.params().asMap());
    return outcome;
  }

  private static HookStage stage(JsonObject json) {
    return Arrays.stream(HookStage.values())
        .filter(stage -> stage.documentName().equals(json.string("type")))
        .findFirst()
        .orElseThrow();
  }

  private static HookMethod method(JsonObject json) {
    return Arrays.stream(HookMethod.values())
        .filter(method -> method.documentName().equals(json.string("method")))
        .findFirst()
        .orElseThrow();
  }

  private static @Nullable Object modifiable(@Nullable Object value) {
    return value instanceof JsonObject object
        ? object.toMap()
        : value instanceof JsonArray array ? array.toList() : value;
  }
}
