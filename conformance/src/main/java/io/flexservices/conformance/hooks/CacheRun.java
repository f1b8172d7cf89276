package io.flexservices.conformance.hooks;

import static java.util.Objects.requireNonNull;

import io.flexservices.hooks.Hook;
import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.cache.Caches;
import io.flexservices.hooks.cache.RecordCache;
import io.flexservices.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One cache hook over several contexts in turn. */
record CacheRun(JsonObject vector, RecordedServices services) implements VectorRun {
  private static final int CAPACITY = 2;

  @Override
  public Map<String, @Nullable Object> outcome() throws Exception {
    Hook hook =
        Caches.cache(
            RecordCache.of(CAPACITY, Duration.ofHours(1)).build(),
            requireNonNull(vector.string("keyField")));
    List<@Nullable Object> results = new ArrayList<>();
    for (JsonObject json : requireNonNull(vector.array("cacheSequence")).objects().toList()) {
      HookContext context = VectorRun.context(json, services);
      hook.run(context);
      results.add(context.result());
    }
    return Map.of("results", results);
  }
}
